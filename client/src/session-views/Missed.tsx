import { useEffect } from 'react';
import { useLive, useLiveSession, useSession } from '../live/use-session.ts';
import { useEventSentence } from '../text/event-sentence.ts';
import { useMoments } from '../text/moments.ts';
import { defineTexts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Missed.module.css';

const useText = defineTexts('missed', {
  ru: {
    title_one: 'Пока не было связи: {{count}} событие',
    title_few: 'Пока не было связи: {{count}} события',
    title_many: 'Пока не было связи: {{count}} событий',
    title_other: 'Пока не было связи: {{count}} события',
    earlier: '… и ещё {{count}} раньше',
    seen: 'Понятно',
  },
  en: {
    title_one: 'While the connection was down: {{count}} fact',
    title_other: 'While the connection was down: {{count}} facts',
    earlier: '… and {{count}} before',
    seen: 'Seen',
  },
});

const shownAtOnce = 5;
const leavesAfterMs = 12_000;

/** After a reconnect: first what was missed, then the present. Leaves by itself; `still` has nothing to press. */
export function Missed({ still }: { readonly still?: boolean }) {
  const live = useLiveSession();
  const { missed } = useLive();
  const session = useSession();
  const sentence = useEventSentence(session);
  const { moment } = useMoments(session.timeZone);
  const t = useText();
  useEffect(() => {
    if (missed.length === 0) return;
    const timer = setTimeout(() => live.dismissMissed(), leavesAfterMs);
    return () => clearTimeout(timer);
  }, [live, missed]);
  if (missed.length === 0) return null;
  const latest = missed.slice(-shownAtOnce);
  return (
    <aside className={styles['missed']} role="status">
      <b>{t('title', { count: missed.length })}</b>
      {missed.length > latest.length && <span>{t('earlier', { count: missed.length - latest.length })}</span>}
      <ol>
        {latest.map((entry) => (
          <li key={entry.position}>
            <time dateTime={entry.recordedAt}>{moment(entry.recordedAt, 'exact')}</time> {sentence(entry)}
          </li>
        ))}
      </ol>
      {!still && (
        <Button size="small" onClick={() => live.dismissMissed()}>
          {t('seen')}
        </Button>
      )}
    </aside>
  );
}
