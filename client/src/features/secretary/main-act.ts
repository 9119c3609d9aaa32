import { sha256Hex } from '@open-ballot/shared/journal/chain';
import { nextRound, type NextRound } from '@open-ballot/shared/rules/rounds';
import { isWrittenProcedure, type Question, type Session } from '@open-ballot/shared/rules/session';
import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import { openRoundOf } from '../../live/question-state.ts';

/** The one thing to do next, behind the large button and Ctrl+Enter. */
export type MainAct =
  | { readonly kind: 'open-session' }
  | { readonly kind: 'open-round'; readonly questionId: string; readonly next: NextRound }
  | { readonly kind: 'close-round'; readonly roundId: string }
  | { readonly kind: 'next-question'; readonly questionId: string }
  | { readonly kind: 'close-session' }
  | { readonly kind: 'protocol' };

/** The round that the officers may open on this question now (rule 4.4). */
export const openableRound = (session: Session, question: Question): NextRound | undefined =>
  nextRound(session, question, sha256Hex);

/**
 * What follows from the state, looking at `question`. Undefined while a tie waits for a person: which way to go
 * is theirs to say.
 */
export function mainActOf(session: Session, question: Question | undefined): MainAct | undefined {
  if (session.status === 'cancelled') return undefined;
  if (session.status === 'closed') return { kind: 'protocol' };
  if (session.status !== 'open') return { kind: 'open-session' };
  if (question) {
    const open = openRoundOf(question);
    // Of a written procedure it ends by itself (rule 1.8).
    if (open) return isWrittenProcedure(session) ? undefined : { kind: 'close-round', roundId: open.roundId };
    const next = openableRound(session, question);
    if (next) return { kind: 'open-round', questionId: question.questionId, next };
    if (awaitsPerson(session, question)) return undefined;
  }
  const following = followingQuestion(session, question);
  return following ? { kind: 'next-question', questionId: following.questionId } : { kind: 'close-session' };
}

const awaitsPerson = (session: Session, question: Question): boolean =>
  cameTo(session, question).tie?.awaiting !== undefined;

/** The next question that still needs somebody, in agenda order from here on and then from the start. */
function followingQuestion(session: Session, from: Question | undefined): Question | undefined {
  const at = from ? session.questions.indexOf(from) + 1 : 0;
  const inOrder = [...session.questions.slice(at), ...session.questions.slice(0, at)];
  return inOrder.find(
    (each) =>
      each !== from && (openRoundOf(each) || openableRound(session, each) || awaitsPerson(session, each)),
  );
}
