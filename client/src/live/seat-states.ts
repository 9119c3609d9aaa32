import {
  isWrittenProcedure,
  type CountedBallot,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '@open-ballot/shared/rules/session';

/** What one seat did in a round, as far as this viewer may know. */
export interface SeatState {
  readonly seat: Seat;
  /** `hidden`: present, and nobody may see yet who has voted (rule 10.1, `totals`). */
  readonly state: 'voted' | 'silent' | 'hidden' | 'absent' | 'recused';
  readonly counted?: CountedBallot;
}

/** Every seat with a vote, in roll order; in a closed round as it stood at closing (rule 2.3). */
export function seatStates(session: Session, question: Question, round: Round): SeatState[] {
  const ballots = new Map(round.ballots.map((each) => [each.memberId, each]));
  const recused = new Set([...round.recused, ...question.recused.map((each) => each.memberId)]);
  const closed = round.status !== 'open';
  const taking = new Set(isWrittenProcedure(session) ? round.entitled : round.present);
  return session.roll
    .filter((seat) => seat.votes)
    .map((seat): SeatState => {
      const counted = ballots.get(seat.memberId);
      if (counted) return { seat, state: 'voted', counted };
      if (recused.has(seat.memberId)) return { seat, state: 'recused' };
      if (!taking.has(seat.memberId)) return { seat, state: 'absent' };
      return { seat, state: session.ruleSet.visibility === 'totals' && !closed ? 'hidden' : 'silent' };
    });
}
