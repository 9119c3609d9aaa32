import { useLive, useSession } from '../../live/use-session.ts';
import { useEventSentence } from '../../text/event-sentence.ts';
import { useMoments } from '../../text/moments.ts';
import { ChainLine } from '../../session-views/ChainLine.tsx';
import styles from './Hall.module.css';
import { useHallText } from './hall-text.ts';

export function HallFooter() {
  const live = useLive();
  const session = useSession();
  const t = useHallText();
  const sentence = useEventSentence(session);
  const { moment } = useMoments(session.timeZone);
  const last = live.feed.at(-1);
  return (
    <footer className={styles['footer']}>
      <span className={styles['last']}>
        {live.connection === 'online' || live.heardAt === undefined ? (
          last && `${moment(last.recordedAt, 'exact')} · ${sentence(last)}`
        ) : (
          <b className={styles['offline']}>{t('offline', { time: moment(live.heardAt, 'exact') })}</b>
        )}
      </span>
      <ChainLine live={live} still />
    </footer>
  );
}
