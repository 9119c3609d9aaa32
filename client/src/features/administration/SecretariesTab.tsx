import type { AccountSummary } from '@open-ballot/shared/contract/accounts';
import type { ContestSummary } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContests } from '../../api/queries.ts';
import { Loaded } from '../../forms/Loaded.tsx';
import { useSave } from '../../forms/use-save.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../../forms/Forms.module.css';
import { useAccounts, useAdministration, useSecretaries } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

export function SecretariesTab() {
  const t = useAdministrationText();
  const contests = useContests();
  const accounts = useAccounts();
  return (
    <Loaded query={contests}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('no-contests')}>{t('no-contests-text')}</EmptyState>
        ) : (
          <Loaded query={accounts}>
            {(all) => (
              <div className={styles['parts']}>
                {items.map((contest) => (
                  <ContestPart key={contest.contestId} contest={contest} accounts={all.items} />
                ))}
              </div>
            )}
          </Loaded>
        )
      }
    </Loaded>
  );
}

interface ContestPartProps {
  readonly contest: ContestSummary;
  readonly accounts: readonly AccountSummary[];
}

function ContestPart({ contest: { contestId, title, rehearsal }, accounts }: ContestPartProps) {
  const t = useAdministrationText();
  const secretaries = useSecretaries(contestId);
  const { name, dismiss } = useAdministration();
  const { save, saving, problem } = useSave([]);
  const [chosen, setChosen] = useState('');
  return (
    <section className={styles['part']} aria-label={title}>
      <h2>
        {title} {rehearsal && <Badge tone="warn">{t('rehearsal')}</Badge>}
      </h2>
      <Loaded query={secretaries}>
        {({ items }) => {
          const options = accounts
            .filter(({ roles, disabled }) => roles.includes('secretary') && !disabled)
            // What everybody knows the password of has no part in a real contest.
            .filter(({ rehearsalOnly }) => rehearsal || !rehearsalOnly)
            .filter((account) => items.every(({ accountId }) => accountId !== account.accountId))
            .map((account) => ({ value: account.accountId, text: `${account.name} (${account.login})` }));
          return (
            <>
              {items.length === 0 && <p>{t('no-secretaries')}</p>}
              <ul className={styles['parts']}>
                {items.map((secretary) => (
                  <li key={secretary.accountId} className={styles['partHead']}>
                    <span>
                      {secretary.name} <span className={styles['soft']}>{secretary.login}</span>
                    </span>
                    <Button
                      size="small"
                      look="quiet"
                      busy={saving}
                      aria-label={t('dismiss-named', { name: secretary.name })}
                      onClick={() => void save(() => dismiss(contestId, secretary.accountId))}
                    >
                      {t('dismiss')}
                    </Button>
                  </li>
                ))}
              </ul>
              {options.length > 0 && (
                <form
                  className={styles['columns']}
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (chosen && !saving) void save(() => name(contestId, chosen));
                  }}
                >
                  <Select
                    label={t('add-secretary')}
                    placeholder={t('choose-secretary')}
                    value={options.some(({ value }) => value === chosen) ? chosen : ''}
                    options={options}
                    onValue={setChosen}
                  />
                  <div style={{ alignSelf: 'end' }}>
                    <Button type="submit" busy={saving}>
                      {t('name')}
                    </Button>
                  </div>
                </form>
              )}
            </>
          );
        }}
      </Loaded>
      {problem && (
        <Notice tone="against" announce="alert">
          {problem}
        </Notice>
      )}
    </section>
  );
}
