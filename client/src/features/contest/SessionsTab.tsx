import type { Contest } from '@open-ballot/shared/contract/http';
import type { Session } from '@open-ballot/shared/rules/session';
import { Link } from 'react-router';
import { useSessions } from '../../api/queries.ts';
import { useContestText } from '../../text/contest-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from '../../forms/Forms.module.css';
import { Loaded } from '../../forms/Loaded.tsx';

export function SessionsTab({ contest: { contestId } }: { readonly contest: Contest }) {
  const t = useContestText();
  const domain = useDomainText();
  const { day } = useMoments();
  return (
    <Loaded query={useSessions()}>
      {({ items }) => {
        const own = items.filter((each) => each.contestId === contestId);
        if (own.length === 0)
          return (
            <EmptyState
              title={t('no-sessions')}
              actions={<ButtonLink to={`/contests/${contestId}/sessions/new`}>{t('new-session')}</ButtonLink>}
            >
              {t('no-sessions-text')}
            </EmptyState>
          );
        return (
          <Table caption={t('sessions')} captionHidden>
            <thead>
              <tr>
                <th scope="col">{t('session')}</th>
                <th scope="col">{t('date')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('screens')}</th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ sessionId, number, date, status }) => (
                <tr key={sessionId}>
                  <th scope="row">{domain('session-number', { number })}</th>
                  <td>{day(date)}</td>
                  <td>{domain(`session-${status as Session['status']}`)}</td>
                  <td>
                    <div className={styles['links']}>
                      <Link to={`/console/${sessionId}`}>{t('console')}</Link>
                      <Link to={`/hall/${sessionId}`}>{t('hall')}</Link>
                      <Link to={`/live/${sessionId}`}>{t('live')}</Link>
                      <Link to={`/protocol/${sessionId}`}>{t('protocol')}</Link>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        );
      }}
    </Loaded>
  );
}
