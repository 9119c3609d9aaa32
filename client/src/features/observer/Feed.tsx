import { useLive, useSession } from '../../live/use-session.ts';
import { useEventSentence } from '../../text/event-sentence.ts';
import { Moment } from '../../ui/Moment.tsx';
import styles from './Observer.module.css';
import { useObserverText } from './observer-text.ts';

const shown = 60;

/** The latest facts, newest first, each with its entry in the journal. */
export function Feed() {
  const session = useSession();
  const { feed } = useLive();
  const t = useObserverText();
  const sentence = useEventSentence(session);
  const latest = feed.slice(-shown).toReversed();
  return (
    <section className={styles['feed']} aria-labelledby="feed-title">
      <h2 id="feed-title">{t('feed')}</h2>
      {latest.length === 0 && <p className={styles['hint']}>{t('feed-empty')}</p>}
      <ol tabIndex={0} aria-labelledby="feed-title">
        {latest.map((entry) => (
          <li key={entry.position}>
            <span className={styles['when']}>
              <Moment at={entry.recordedAt} timeZone={session.timeZone} /> ·{' '}
              {t('entry', { position: entry.position })}
            </span>
            {sentence(entry)}
          </li>
        ))}
      </ol>
    </section>
  );
}
