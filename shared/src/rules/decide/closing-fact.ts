import type { SessionEvent } from '../events.ts';
import { quorumOf, quorumOfBallots } from '../counting/quorum.ts';
import { standingOf } from '../rounds.ts';
import type { ClosedBy, CountedBallot, Question, Round, Session } from '../session.ts';

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
  const quorum = quorumOf(session, question, ballots);
  const enoughBallots =
    !session.ruleSet.quorum.ofBallots || quorumOfBallots(session, question, ballots.length).stands;
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
    quorumStood: quorum.stands && enoughBallots,
  };
}
