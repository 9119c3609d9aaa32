import type { Contest, ContestNomination } from '@open-ballot/shared/contract/http';
import type { Nominee } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { decimalText } from '../../text/decimal-text.ts';
import { useContestText } from '../../text/contest-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from '../../forms/Forms.module.css';
import { useContestRequests } from './contest-requests.ts';
import { ImportLink } from './import/ImportLink.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { NominationDialog } from './NominationDialog.tsx';
import { NomineeDialog } from './NomineeDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RowActs } from './RowActs.tsx';

type Editing =
  | { readonly what: 'nomination'; readonly nomination?: ContestNomination }
  | { readonly what: 'nominee'; readonly nomination: ContestNomination; readonly nominee?: Nominee }
  | { readonly what: 'removal'; readonly name: string; readonly path: string };

export function NominationsTab({ contest }: { readonly contest: Contest }) {
  const t = useContestText();
  const { remove } = useContestRequests(contest.contestId);
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const [params] = useSearchParams();
  if (params.has('import')) return <ImportPage contest={contest} what="nominees" />;
  const add = (
    <>
      <Button look="primary" onClick={() => setEditing({ what: 'nomination' })}>
        {t('add-nomination')}
      </Button>
      <ImportLink tab="nominations" />
    </>
  );
  return (
    <div className={styles['parts']}>
      {contest.nominations.length === 0 ? (
        <EmptyState title={t('no-nominations')} actions={add}>
          {t('no-nominations-text')}
        </EmptyState>
      ) : (
        <>
          {contest.nominations.map((nomination) => (
            <Nomination
              key={nomination.nominationId}
              contest={contest}
              nomination={nomination}
              onEdit={setEditing}
            />
          ))}
          <div className={styles['links']}>{add}</div>
        </>
      )}
      {editing?.what === 'nomination' && (
        <NominationDialog contestId={contest.contestId} nomination={editing.nomination} onClose={close} />
      )}
      {editing?.what === 'nominee' && (
        <NomineeDialog
          contest={contest}
          nomination={editing.nomination}
          nominee={editing.nominee}
          onClose={close}
        />
      )}
      {editing?.what === 'removal' && (
        <RemoveDialog name={editing.name} onRemove={() => remove(editing.path)} onClose={close} />
      )}
    </div>
  );
}

interface NominationProps {
  readonly contest: Contest;
  readonly nomination: ContestNomination;
  readonly onEdit: (editing: Editing) => void;
}

function Nomination({ contest, nomination, onEdit }: NominationProps) {
  const t = useContestText();
  const { dayOrMoment } = useMoments(contest.timeZone);
  const { nominationId, title, category, nominees } = nomination;
  const path = `/nominations/${nominationId}`;
  const name = category ? `${title}, ${category}` : title;
  return (
    <section className={styles['part']} aria-label={name}>
      <div className={styles['partHead']}>
        <h2>{name}</h2>
        <RowActs
          name={name}
          onEdit={() => onEdit({ what: 'nomination', nomination })}
          onRemove={() => onEdit({ what: 'removal', name, path })}
        />
      </div>
      {nominees.length === 0 ? (
        <p className={styles['soft']}>{t('no-nominees')}</p>
      ) : (
        <Table caption={name} captionHidden dense cards>
          <thead>
            <tr>
              <th scope="col">{t('nominee')}</th>
              <th scope="col">{t('region')}</th>
              <th scope="col">{t('applied-at')}</th>
              <th scope="col" data-numeric>
                {t('prior-score')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {nominees.map((nominee) => (
              <tr key={nominee.nomineeId}>
                <th scope="row">
                  {nominee.name}
                  {nominee.organisation && <small>{nominee.organisation}</small>}
                </th>
                <td data-label={t('region')}>{nominee.region}</td>
                <td data-label={t('applied-at')}>{nominee.appliedAt && dayOrMoment(nominee.appliedAt)}</td>
                <td data-numeric data-label={t('prior-score')}>
                  {nominee.priorScore && decimalText(nominee.priorScore)}
                </td>
                <td>
                  <RowActs
                    name={nominee.name}
                    onEdit={() => onEdit({ what: 'nominee', nomination, nominee })}
                    onRemove={() =>
                      onEdit({
                        what: 'removal',
                        name: nominee.name,
                        path: `${path}/nominees/${encodeURIComponent(nominee.nomineeId)}`,
                      })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div>
        <Button size="small" onClick={() => onEdit({ what: 'nominee', nomination })}>
          {t('add-nominee')}
        </Button>
      </div>
    </section>
  );
}
