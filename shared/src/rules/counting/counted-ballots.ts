import { changeQuestion, changeRound } from '../closing.ts';
import type { JournalEntry } from '../events.ts';
import { standingOf } from '../rounds.ts';
import { retally } from './tally.ts';
import {
  questionOf,
  roundOf,
  type Ballot,
  type BallotBasis,
  type CountedBallot,
  type Round,
  type SealedFact,
  type Session,
} from '../session.ts';

/** Who stands where in the open rounds, after attendance or recusals have changed. */
export function restand(session: Session): Session {
  return session.questions.reduce((before, question) => {
    const open = question.rounds.find((each) => each.status === 'open');
    if (!open) return before;
    const standing = standingOf(before, question, new Set(open.ballots.map((each) => each.memberId)));
    const { ballots } = open;
    const changes = {
      notVoted: Math.max(0, standing.entitled.length - ballots.length),
      recused: standing.recused.length,
    };
    return changeRound(before, question.questionId, {
      ...open,
      ...standing,
      tally: { ...open.tally, ...changes },
    });
  }, session);
}

type TakenBallot = {
  readonly roundId: string;
  readonly memberId?: string;
  readonly ballot?: Ballot;
  readonly document?: string;
};

/** Counts a ballot as the one of its seat, or marks where one is that cannot be seen yet (rules 9.1, 10.4). */
export function takeBallot(
  session: Session,
  event: TakenBallot,
  basis: BallotBasis,
  entry: JournalEntry,
): Session {
  const found = roundOf(session, event.roundId);
  if (!found) return session;
  const { question, round } = found;
  const { memberId, ballot, document } = event;
  const marked: Round = entry.event.sealed
    ? {
        ...round,
        sealed: [
          ...round.sealed,
          markOf(entry, basis, memberId, ballot !== undefined && memberId !== undefined),
        ],
      }
    : round;
  if (memberId === undefined) return changeRound(session, question.questionId, marked);
  const taken: Omit<CountedBallot, 'changes'> = {
    memberId,
    position: entry.position,
    basis,
    ...(ballot && { ballot }),
    ...(document !== undefined && { document }),
  };
  return changeRound(session, question.questionId, withBallot(marked, taken));
}

const markOf = (
  entry: JournalEntry,
  basis: BallotBasis,
  memberId: string | undefined,
  opened: boolean,
): SealedFact => ({
  position: entry.position,
  type: entry.event.type as SealedFact['type'],
  basis,
  opened,
  // Under `totals` the member is part of what is sealed, also where this copy knows it.
  ...(memberId !== undefined && { memberId }),
});

function withBallot(round: Round, taken: Omit<CountedBallot, 'changes'>): Round {
  const index = round.ballots.findIndex((each) => each.memberId === taken.memberId);
  const before = round.ballots[index];
  const counted: CountedBallot = { ...taken, changes: before ? before.changes + 1 : 0 };
  const ballots = before ? round.ballots.with(index, counted) : [...round.ballots, counted];
  const entitled = round.entitled.includes(taken.memberId)
    ? round.entitled
    : [...round.entitled, taken.memberId];
  const next = { ...round, ballots, entitled };
  return { ...next, tally: retally(round.tally, next, ballots, { was: before?.ballot, is: taken.ballot }) };
}

/** Rule 8.1: a recusal withdraws the ballot already cast in the open round. */
export function recuse(session: Session, questionId: string, memberId: string): Session {
  const question = questionOf(session, questionId);
  if (!question) return session;
  const told = restand(
    changeQuestion(session, { ...question, recused: [...question.recused, { memberId }] }),
  );
  const open = questionOf(told, questionId)?.rounds.find((each) => each.status === 'open');
  const withdrawn = open?.ballots.find((each) => each.memberId === memberId);
  if (!open || !withdrawn) return told;
  const ballots = open.ballots.filter((each) => each !== withdrawn);
  const next = { ...open, ballots, entitled: open.entitled.filter((each) => each !== memberId) };
  return changeRound(told, questionId, {
    ...next,
    tally: retally(open.tally, next, ballots, { was: withdrawn.ballot, is: undefined }),
  });
}
