import { changeQuestion, changeRound, conclude } from '../closing.ts';
import type { Opening } from '../events.ts';
import type { Digest } from '../counting/ties.ts';
import { questionOf, roundOf, type CountedBallot, type Round, type Session } from '../session.ts';

/** Opens what was sealed, after the closing of its round: ballots and recusals in journal order (rule 10.4). */
export function reveal(
  session: Session,
  openings: readonly { readonly position: number; readonly opening: Opening }[],
  digest: Digest,
): Session {
  const byPosition = new Map(openings.map(({ position, opening }) => [position, opening]));
  return session.questions
    .flatMap(({ questionId, rounds }) => rounds.map(({ roundId }) => ({ questionId, roundId })))
    .reduce((before, { questionId, roundId }) => {
      const round = roundOf(before, roundId)?.round;
      if (
        !round ||
        round.status !== 'closed' ||
        !round.sealed.some((each) => !each.opened && byPosition.has(each.position))
      )
        return before;
      return conclude(openSealed(before, questionId, round, byPosition), questionId, roundId, digest);
    }, session);
}

function openSealed(
  session: Session,
  questionId: string,
  round: Round,
  openings: ReadonlyMap<number, Opening>,
): Session {
  let opened: Round = round;
  const recused: string[] = [];
  for (const mark of round.sealed) {
    const opening = openings.get(mark.position);
    if (mark.opened || !opening) continue;
    const { memberId = mark.memberId, ballot, document } = opening as Opening & Partial<CountedBallot>;
    if (memberId === undefined) continue;
    opened = {
      ...opened,
      sealed: opened.sealed.map((each) => (each === mark ? { ...each, memberId, opened: true } : each)),
    };
    // The ballot of somebody who recused afterwards was withdrawn (rule 8.1).
    if (mark.type === 'member-recused') recused.push(memberId);
    else if (ballot && !round.recused.includes(memberId)) {
      const taken = { memberId, ballot, position: mark.position, basis: mark.basis ?? 'own' };
      opened = withRevealed(opened, { ...taken, ...(document !== undefined && { document }) });
    }
  }
  const question = questionOf(session, questionId);
  if (!question) return session;
  const missing = recused.filter((id) => !question.recused.some((each) => each.memberId === id));
  const told = { ...question, recused: [...question.recused, ...missing.map((memberId) => ({ memberId }))] };
  return changeRound(changeQuestion(session, told), questionId, opened);
}

/** Under `turnout` the place of the ballot is already known, and how often it was changed; only the choice comes. */
function withRevealed(round: Round, taken: Omit<CountedBallot, 'changes'>): Round {
  const index = round.ballots.findIndex((each) => each.memberId === taken.memberId);
  const before = round.ballots[index];
  if (!before) return { ...round, ballots: [...round.ballots, { ...taken, changes: 0 }] };
  if (before.position > taken.position) return round;
  const revealed =
    before.position === taken.position ? { ...before, ...taken } : { ...taken, changes: before.changes + 1 };
  return { ...round, ballots: round.ballots.with(index, revealed) };
}
