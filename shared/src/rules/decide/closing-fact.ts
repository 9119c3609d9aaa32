import type { SessionEvent } from '../events.ts';
import { quorumOf, quorumOfBallots } from '../counting/quorum.ts';
import { standingOf } from '../rounds.ts';
import {
  isWrittenProcedure,
  type ClosedBy,
  type CountedBallot,
  type Question,
  type Round,
  type Session,
} from '../session.ts';

/** Rule 2.3: the closing freezes who was entitled, present, recused, substituted, did not vote, and the quorum. */
export function closingFact(
  session: Session,
  question: Question,
  {
    roundId,
    ballots,
  }: Pick<Round, 'roundId'> & {
    readonly ballots: readonly Pick<CountedBallot, 'memberId' | 'basis' | 'position' | 'changes'>[];
  },
  { by, effectiveAt }: { readonly by: ClosedBy; readonly effectiveAt: string },
): Extract<SessionEvent, { type: 'round-closed' }> {
  const holders = new Set(ballots.map((each) => each.memberId));
  const standing = standingOf(session, question, holders);
  const enoughBallots = quorumOfBallots(session, question, ballots.length).stands;
  const enoughPresent = quorumOf(session, question, ballots).stands;
  return {
    type: 'round-closed',
    roundId,
    by,
    effectiveAt,
    ...standing,
    substituted: session.roll
      .filter((seat) => seat.substitute && standing.entitled.includes(seat.memberId))
      .map((seat) => seat.memberId),
    notVoted: standing.entitled.filter((id) => !holders.has(id)),
    // Nobody is present in a written procedure: its quorum is that of ballots (rule 1.8).
    quorumStood: isWrittenProcedure(session)
      ? enoughBallots
      : enoughPresent && (enoughBallots || !session.ruleSet.quorum.ofBallots),
  };
}
