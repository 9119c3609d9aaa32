import { useLive, useSession } from '../../live/use-session.ts';
import { useEventSentence } from '../../text/event-sentence.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Moment } from '../../ui/Moment.tsx';
import styles from './Secretary.module.css';

const shownAtMost = 40;

/** Every fact as it is recorded, the latest first. */
export function Feed() {
  const session = useSession();
  const { feed } = useLive();
  const t = useSecretaryText();
  const sentence = useEventSentence(session);
  return (
    <section className={styles['feed']} aria-labelledby="feed-title">
      <h2 id="feed-title" className={styles['panelTitle']}>
        {t('feed')}
      </h2>
      {feed.length === 0 && <p className={styles['soft']}>{t('feed-empty')}</p>}
      <ol>
        {feed
          .slice(-shownAtMost)
          .toReversed()
          .map((entry) => (
            <li key={entry.position}>
              <span className={styles['soft']}>
                {entry.position} · <Moment at={entry.recordedAt} timeZone={session.timeZone} />
              </span>
              <span>{sentence(entry)}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
