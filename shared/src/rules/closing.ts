import { isDeclared, resultOf } from './rounds.ts';
import { resolve } from './counting/outcome.ts';
import { tally } from './counting/tally.ts';
import type { Digest } from './counting/ties.ts';
import { questionOf, type Question, type Round, type Session } from './session.ts';

/** Nominees of this round whose entrant has already won elsewhere, with the question it won (rule 6.6). */
export function earlierWinsIn(
  session: Session,
  question: Question,
  round: Round,
): NonNullable<Round['earlierWins']> {
  if (!session.ruleSet.oneWinPerEntrant) return [];
  const wonIn = new Map<string, string | null>(session.earlierWinners.map((entrantId) => [entrantId, null]));
  for (const other of session.questions) {
    if (other.questionId === question.questionId || other.result.status !== 'awarded') continue;
    for (const { nomineeId } of other.result.winners) {
      const entrantId = other.nominees.find((each) => each.nomineeId === nomineeId)?.entrantId;
      if (entrantId !== undefined) wonIn.set(entrantId, other.questionId);
    }
  }
  return question.nominees.flatMap(({ nomineeId, entrantId }) =>
    entrantId !== undefined && wonIn.has(entrantId) && round.nomineeIds.includes(nomineeId)
      ? [{ nomineeId, questionId: wonIn.get(entrantId) ?? null }]
      : [],
  );
}

/** Whether every ballot of the round is known here; only then can it be counted and decided. */
export const isKnown = (round: Round): boolean => round.sealed.every((each) => each.opened);

/** Counts a closed round whose ballots are all known and settles its outcome and its question. */
export function conclude(session: Session, questionId: string, roundId: string, digest: Digest): Session {
  const question = questionOf(session, questionId);
  const round = question?.rounds.find((each) => each.roundId === roundId);
  if (!question || !round || round.status !== 'closed' || !isKnown(round)) return session;
  const counted: Round = {
    ...round,
    sealed: [],
    tally: withCastingVotes(tally(round, round.ballots), round),
  };
  const decided: Round = { ...counted, outcome: resolve(session, question, counted, [], digest).outcome };
  return settle(changeRound(session, questionId, decided), questionId, digest);
}

/** Brings the waiting rounds and the result of a question up to what its rounds now say. */
export function settle(session: Session, questionId: string, digest: Digest): Session {
  const question = questionOf(session, questionId);
  // A finished outcome does not change, whoever withdraws (rule 4.5).
  if (!question || question.result.status !== 'undecided') return session;
  const rounds = question.rounds.map((round, index) => {
    if (round.status !== 'closed' || round.outcome?.kind !== 'tied') return round;
    return {
      ...round,
      outcome: waitingOutcome(session, question, round, question.rounds.slice(index + 1), digest),
    };
  });
  const updated = { ...question, rounds };
  return changeQuestion(session, { ...updated, result: resultOf(session, updated, digest) });
}

/** A tied round stays a tied round when a runoff decided it: what is awaited now is all that changes. */
function waitingOutcome(
  session: Session,
  question: Question,
  round: Round,
  later: readonly Round[],
  digest: Digest,
): NonNullable<Round['outcome']> {
  const alone = resolve(session, question, round, [], digest).outcome;
  if (alone.kind !== 'tied') return alone;
  const { outcome, pending } = resolve(session, question, round, later, digest);
  if (pending) return outcome;
  const { awaiting: _awaiting, ...tied } = alone;
  return { ...tied, decidedBy: 'runoff' };
}

function withCastingVotes(counted: Round['tally'], round: Round): Round['tally'] {
  return round.tieBreaking.castingVotes.reduce((before, { choice, nomineeId }) => {
    const side = choice ?? nomineeId;
    const counts = side !== undefined && before.votes?.[side] !== undefined && before.points === undefined;
    const votes = counts ? { votes: { ...before.votes, [side]: (before.votes[side] ?? 0) + 1 } } : {};
    return { ...before, ballots: before.ballots + 1, ...votes };
  }, counted);
}

export const changeQuestion = (session: Session, changed: Question): Session => ({
  ...session,
  questions: session.questions.map((each) => (each.questionId === changed.questionId ? changed : each)),
});

export function changeRound(session: Session, questionId: string, changed: Round): Session {
  const question = questionOf(session, questionId);
  if (!question) return session;
  const rounds = question.rounds.map((each) => (each.roundId === changed.roundId ? changed : each));
  return changeQuestion(session, { ...question, rounds });
}

/** The question once more without a result, to be settled by the rounds that are left. */
export const reopened = (question: Question): Question =>
  isDeclared(question.result)
    ? question
    : { ...question, result: { status: 'undecided', winners: [], notAwarded: 0 } };

/** Questions that stayed open only because a runoff might still have come end with the session (rule 4.4). */
export const settleAll = (session: Session, digest: Digest): Session =>
  session.questions.reduce((before, { questionId }) => settle(before, questionId, digest), session);
