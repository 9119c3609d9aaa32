import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import {
  isOver,
  isWrittenProcedure,
  openRounds,
  type Question,
  type Round,
  type Session,
} from '@open-ballot/shared/rules/session';
import { useSession } from '../../live/use-session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { QuorumLine } from '../../session-views/QuorumLine.tsx';
import { ChairMore } from './ChairMore.tsx';
import { useChairText } from './chair-text.ts';
import { CloseRound } from './CloseRound.tsx';
import { CommandButton } from '../../acts/CommandButton.tsx';
import { ConfirmAnnulment } from './ConfirmAnnulment.tsx';
import styles from './Member.module.css';
import { OpenRound } from './OpenRound.tsx';
import { TieToBreak } from './TieToBreak.tsx';

/** What the presiding member does besides voting: open, close, break a tie, pass the chair (rule 13). */
export function ChairControls() {
  const session = useSession();
  const t = useChairText();
  const open = openRounds(session);
  const ties = tiesIn(session);
  const isTied = (question: Question) => ties.some((tie) => tie.question === question);
  const mayOpen = session.status === 'open' && (open.length === 0 || session.ruleSet.parallelRounds);
  return (
    <section className={styles['chair']} aria-labelledby="chair-title">
      <h2 id="chair-title">{t('title')}</h2>
      {!isOver(session) && <QuorumLine session={session} question={open[0]?.question} />}
      {annulmentsAsked(session.questions).map(({ question, round }) => (
        <ConfirmAnnulment key={round.roundId} question={question} round={round} />
      ))}
      {session.status === 'closed' && (
        <>
          <p>{t('session-closed')}</p>
          <ButtonLink to={`/protocol/${session.sessionId}`}>{t('to-protocol')}</ButtonLink>
        </>
      )}
      {(session.status === 'convened' || session.status === 'adjourned') && (
        <CommandButton look="primary" command={{ type: 'open-session' }}>
          {t(session.status === 'convened' ? 'open-session' : 'reopen-session')}
        </CommandButton>
      )}
      {/* A round of a written procedure ends by itself (rule 1.8). */}
      {!isWrittenProcedure(session) &&
        open.map(({ question, round }) => (
          <CloseRound key={round.roundId} question={question} round={round} />
        ))}
      {mayOpen && ties.map((tie) => <TieToBreak key={tie.round.roundId} {...tie} />)}
      {mayOpen && <OpenRound questions={session.questions.filter((question) => !isTied(question))} />}
      {mayOpen && session.questions.every(isDecided) && <p>{t('all-decided')}</p>}
      {!isOver(session) && <ChairMore />}
    </section>
  );
}

const isDecided = (question: Question): boolean => question.result.status !== 'undecided';

interface RoundOf {
  readonly question: Question;
  readonly round: Round;
}

const tiesIn = (session: Session): RoundOf[] =>
  session.questions.flatMap((question) => {
    const { tie } = cameTo(session, question);
    return tie?.awaiting ? [{ question, round: tie.round }] : [];
  });

const annulmentsAsked = (questions: readonly Question[]): RoundOf[] =>
  questions.flatMap((question) =>
    question.rounds
      .filter(
        (round) => round.status === 'closed' && round.annulment && round.annulment.confirmedBy === undefined,
      )
      .map((round) => ({ question, round })),
  );
