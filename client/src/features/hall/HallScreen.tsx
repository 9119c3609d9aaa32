import { openRounds } from '@open-ballot/shared/rules/session';
import { currentQuestion, lastRoundOf } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { useWakeLock } from '../../live/use-wake-lock.ts';
import { useWholeChain } from '../../live/use-whole-chain.ts';
import { Missed } from '../../session-views/Missed.tsx';
import { useDomainText } from '../../text/domain-text.ts';
import styles from './Hall.module.css';
import { HallAgenda } from './HallAgenda.tsx';
import { HallFooter } from './HallFooter.tsx';
import { HallHeader } from './HallHeader.tsx';
import { HallRound } from './HallRound.tsx';
import { useHallText } from './hall-text.ts';

/** The hall's projector: legible from the last row, nothing to press, nothing to scroll. */
export default function HallScreen() {
  useWakeLock();
  useWholeChain();
  const session = useSession();
  const t = useHallText();
  const domain = useDomainText();
  const question = currentQuestion(session);
  const round = question && lastRoundOf(question);
  const shown = session.status === 'open' || openRounds(session).length > 0 ? round : undefined;
  return (
    <div className={styles['hall']}>
      <title>{`${t('title')} · ${domain('session-number', { number: session.number })}`}</title>
      <HallHeader />
      {question && shown ? <HallRound question={question} round={shown} /> : <HallAgenda />}
      <HallFooter />
      <div className={styles['missed']}>
        <Missed still />
      </div>
    </div>
  );
}
