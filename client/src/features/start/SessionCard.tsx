import type { Me, SessionSummary } from '@open-ballot/shared/contract/http';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import styles from './Start.module.css';
import { useStartText } from './start-text.ts';

const states = ['convened', 'open', 'adjourned', 'closed', 'cancelled'] as const;

export function SessionHead({ session }: { readonly session: SessionSummary }) {
  const domain = useDomainText();
  const { day } = useMoments();
  const state = states.find((each) => each === session.status);
  return (
    <header className={styles['head']}>
      <div className={styles['contest']}>{session.contestTitle}</div>
      <h2>{domain('session-number', { number: session.number })}</h2>
      <div className={styles['facts']}>
        <span>{day(session.date)}</span>
        {state && <Badge tone={state === 'open' ? 'accent' : 'neutral'}>{domain(`session-${state}`)}</Badge>}
        {session.rehearsal && (
          <Badge tone="warn" outlined>
            {domain('rehearsal')}
          </Badge>
        )}
      </div>
    </header>
  );
}

/** One session with the ways into it that are this viewer's. */
export function SessionCard({
  session,
  me,
}: {
  readonly session: SessionSummary;
  readonly me: Me | undefined;
}) {
  return (
    <article className={styles['card']}>
      <SessionHead session={session} />
      <SessionLinks session={session} me={me} />
    </article>
  );
}

export function SessionLinks({
  session,
  me,
}: {
  readonly session: SessionSummary;
  readonly me: Me | undefined;
}) {
  const t = useStartText();
  const { sessionId } = session;
  const seated = me?.seats.some((seat) => seat.sessionId === sessionId) ?? false;
  const secretary = me?.secretaryOf.includes(session.contestId) ?? false;
  return (
    <div className={styles['links']}>
      {seated && (
        <ButtonLink look="primary" to={`/session/${sessionId}`}>
          {t('vote')}
        </ButtonLink>
      )}
      {secretary && (
        <ButtonLink look="primary" to={`/console/${sessionId}`}>
          {t('console')}
        </ButtonLink>
      )}
      <ButtonLink to={`/live/${sessionId}`}>{t('watch')}</ButtonLink>
      <ButtonLink to={`/hall/${sessionId}`}>{t('open-hall')}</ButtonLink>
      {(secretary || seated) && <ButtonLink to={`/protocol/${sessionId}`}>{t('protocol')}</ButtonLink>}
    </div>
  );
}
