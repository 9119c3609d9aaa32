import type { Seat, Session } from '../../rules/session.ts';

/** Whether a ballot of this seat was counted in any closed round, annulled ones too: who took part in a written procedure. */
export const tookPart = ({ questions }: Session, { memberId }: Seat): boolean =>
  questions.some(({ rounds }) =>
    rounds.some(
      ({ status, ballots }) => status !== 'open' && ballots.some((each) => each.memberId === memberId),
    ),
  );

/** The seats with a vote that took part in a written procedure, or did not, in the order of the roll (rule 1.8). */
export const takingPart = (session: Session, whether: boolean): Seat[] =>
  session.roll.filter((seat) => seat.votes && tookPart(session, seat) === whether);
