import {
  accountRoles,
  auditActs,
  type AuditAct,
  type AuditEntry,
} from '@open-ballot/shared/contract/accounts';
import { useState } from 'react';
import { useMoments } from '../../text/moments.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../../forms/Forms.module.css';
import { useAudit } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

/** What was done outside every journal (rule 13.3). */
export function AuditTab() {
  const t = useAdministrationText();
  const problemText = useProblemText();
  const [act, setAct] = useState<AuditAct>();
  const audit = useAudit(act);
  const entries = audit.data?.pages.flatMap(({ items }) => items);
  return (
    <div className={styles['part']}>
      <div className={styles['columns']}>
        <Select<AuditAct | 'everything'>
          label={t('kind')}
          value={act ?? 'everything'}
          options={[
            { value: 'everything', text: t('everything') },
            ...auditActs.map((value) => ({ value, text: t(`act-${value}`) })),
          ]}
          onValue={(value) => setAct(value === 'everything' ? undefined : value)}
        />
      </div>
      {audit.isPending && <Spinner />}
      {entries?.length === 0 && <p role="status">{t('nothing-done')}</p>}
      <ol className={styles['parts']}>
        {entries?.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {audit.error && (
        <Notice
          tone="against"
          announce="alert"
          actions={<Button onClick={() => void audit.refetch()}>{t('retry')}</Button>}
        >
          {problemText(audit.error)}
        </Notice>
      )}
      {audit.hasNextPage && (
        <div>
          <Button busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Done by nobody who is signed in; everything else without an actor came from the command line. */
const byStrangers: readonly AuditAct[] = ['sign-in-refused', 'link-refused'];

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const t = useAdministrationText();
  const { moment } = useMoments();
  const { at, act, actorName, actorLogin, accountName, accountLogin, contestTitle } = entry;
  const by = actorLogin
    ? t('by-person', { name: `${actorName} (${actorLogin})` })
    : t(byStrangers.includes(act) ? 'by-stranger' : 'by-command-line');
  const about = [by, contestTitle && t('contest', { title: contestTitle }), ...useDetails(entry)];
  return (
    <li>
      <strong>{t(`act-${act}`)}</strong>
      {accountLogin && `: ${accountName} (${accountLogin})`}
      <br />
      <span className={styles['soft']}>
        <time dateTime={at}>{moment(at, 'dateTime')}</time>
        {about.filter(Boolean).map((each) => ` · ${each}`)}
      </span>
    </li>
  );
}

const toldDetails = ['address', 'before', 'roles', 'member'] as const;

/** What people can read of the details; ids say nothing to them. */
function useDetails({ details }: AuditEntry): readonly string[] {
  const t = useAdministrationText();
  return toldDetails.flatMap((key) => {
    const told = details[key];
    if (told === undefined) return [];
    const value =
      key === 'roles' && Array.isArray(told)
        ? accountRoles
            .filter((role) => told.includes(role))
            .map((role) => t(`role-${role}`))
            .join(', ')
        : String(told);
    return [t(`detail-${key}`, { value })];
  });
}
