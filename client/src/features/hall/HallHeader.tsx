import { isOver } from '@open-ballot/shared/rules/session';
import { useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import styles from './Hall.module.css';
import { useHallText } from './hall-text.ts';

export function HallHeader() {
  const session = useSession();
  const now = useServerNow();
  const t = useHallText();
  const domain = useDomainText();
  const { day } = useMoments(session.timeZone);
  const over = Date.parse(session.deadline) <= now;
  return (
    <header className={styles['header']}>
      <div className={styles['where']}>
        <b className={styles['contest']}>{session.contestTitle}</b>
        <span>
          {domain('session-number', { number: session.number })} · {day(session.date)}
        </span>
      </div>
      {session.rehearsal && <span className={styles['rehearsal']}>{domain('rehearsal')}</span>}
      {!isOver(session) && (
        <span className={styles['deadline']}>
          {over ? (
            t('deadline-passed')
          ) : (
            <>
              {t('deadline-left')}{' '}
              <b>
                <Countdown until={session.deadline} now={now} />
              </b>
            </>
          )}
        </span>
      )}
    </header>
  );
}
