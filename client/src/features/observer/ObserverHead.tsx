import { isOver, openRounds, seatOf } from '@open-ballot/shared/rules/session';
import { useLive, useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonAnchor, ButtonLink } from '../../ui/Button.tsx';
import { ChainLine } from '../../session-views/ChainLine.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuorumLine } from '../../session-views/QuorumLine.tsx';
import styles from './Observer.module.css';
import { useObserverText } from './observer-text.ts';

/** Which session, how it stands, how fresh the picture is, what of the chain was recomputed here. */
export function ObserverHead() {
  const session = useSession();
  const live = useLive();
  const now = useServerNow();
  const t = useObserverText();
  const domain = useDomainText();
  const { day, moment } = useMoments(session.timeZone);
  const [open] = openRounds(session);
  const presiding = seatOf(session, session.presidingId);
  const online = live.connection === 'online';
  return (
    <div className={styles['head']}>
      <PageHeader
        eyebrow={session.contestTitle}
        title={`${domain('session-number', { number: session.number })} · ${day(session.date)}`}
        actions={
          <>
            <ButtonLink to={`/hall/${session.sessionId}`}>{t('hall')}</ButtonLink>
            <ButtonAnchor href={`/api/sessions/${session.sessionId}/journal.json`} download>
              {t('journal')}
            </ButtonAnchor>
            <ButtonLink look="quiet" to="/verify">
              {t('verify')}
            </ButtonLink>
          </>
        }
      >
        <p>
          {session.place} · {domain(`form-${session.form}`)}
          {presiding && ` · ${t('presiding')}: ${presiding.name}`}
        </p>
      </PageHeader>
      <div className={styles['facts']}>
        <Badge tone={session.status === 'open' ? 'accent' : 'neutral'}>
          {domain(`session-${session.status}`)}
        </Badge>
        {session.status === 'cancelled' && <span>{session.openings.at(-1)?.reason}</span>}
        {!isOver(session) && <QuorumLine session={session} question={open?.question} />}
        {!isOver(session) &&
          (Date.parse(session.deadline) <= now ? (
            <span>{t('deadline-passed')}</span>
          ) : (
            <span>
              {t('deadline-left')}{' '}
              <b>
                <Countdown until={session.deadline} now={now} />
              </b>
            </span>
          ))}
      </div>
      <div className={styles['proof']}>
        <span className={online ? styles['fresh'] : styles['stale']}>
          {t(online ? 'fresh' : 'stale', { time: moment(online ? now : (live.heardAt ?? now), 'exact') })}
        </span>
        {live.watching !== undefined && <span>{t('watching', { count: live.watching })}</span>}
        <ChainLine live={live} />
      </div>
    </div>
  );
}
