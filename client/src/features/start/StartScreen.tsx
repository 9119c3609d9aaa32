import type { Me, SessionSummary } from '@open-ballot/shared/contract/http';
import { Link } from 'react-router';
import { useMe, useSessions } from '../../api/queries.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { Rehearsal } from './Rehearsal.tsx';
import { SessionCard } from './SessionCard.tsx';
import styles from './Start.module.css';
import { useStartText } from './start-text.ts';

/** All sessions this viewer may see, and into the demonstration every way with one press. */
export default function StartScreen() {
  const t = useStartText();
  const problemText = useProblemText();
  const sessions = useSessions();
  const { data: me } = useMe();
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      {sessions.isPending && <Spinner />}
      {sessions.error && (
        <Notice
          tone="against"
          announce="alert"
          actions={<Button onClick={() => void sessions.refetch()}>{t('again')}</Button>}
        >
          {problemText(sessions.error)}
        </Notice>
      )}
      {sessions.data && <Sessions sessions={sessions.data.items} me={me ?? undefined} />}
      <p className={styles['verify']}>
        <Link to="/verify">{t('verify')}</Link> · {t('verify-text')}
      </p>
    </Page>
  );
}

function Sessions({
  sessions,
  me,
}: {
  readonly sessions: readonly SessionSummary[];
  readonly me: Me | undefined;
}) {
  const t = useStartText();
  const isSecretary = me?.roles.includes('secretary') ?? false;
  if (sessions.length === 0)
    return (
      <EmptyState
        title={t('no-sessions')}
        actions={
          isSecretary ? (
            <ButtonLink look="primary" to="/contests">
              {t('to-contests')}
            </ButtonLink>
          ) : (
            !me && <ButtonLink to="/sign-in">{t('sign-in')}</ButtonLink>
          )
        }
      >
        {t(me ? 'no-sessions-text' : 'no-sessions-signed-out')}
      </EmptyState>
    );
  return (
    <ul className={styles['sessions']}>
      {sessions.map((session) => (
        <li key={session.sessionId}>
          {session.demonstration ? (
            <Rehearsal session={session} me={me} />
          ) : (
            <SessionCard session={session} me={me} />
          )}
        </li>
      ))}
    </ul>
  );
}
