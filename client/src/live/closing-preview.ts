import type { You } from '@open-ballot/shared/contract/live';
import { quorumOf, quorumOfBallots } from '@open-ballot/shared/rules/counting/quorum';
import {
  isWrittenProcedure,
  roundOf,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '@open-ballot/shared/rules/session';
import { closedNow } from './preview.ts';
import { seatStates } from './seat-states.ts';

/** What pressing «close» would mean right now, as far as this viewer may know (rule 10.1). */
export interface ClosingPreview {
  /** The question and round as the closing would leave them; undefined where the choices are hidden. */
  readonly closed: { readonly question: Question; readonly round: Round } | undefined;
  /** A lot from the journal would decide: it depends on the closing entry, so nobody is named (rule 7.3). */
  readonly lot: boolean;
  /** Present and entitled, without a ballot. Undefined where names are hidden; then only `notVoted` is known. */
  readonly silent: readonly Seat[] | undefined;
  readonly notVoted: number;
  /** Closing now would give `no-quorum` (rule 3.4). */
  readonly quorumStands: boolean;
}

/** @param nowMs the server's clock */
export function closingPreview(
  session: Session,
  question: Question,
  round: Round,
  you: You,
  nowMs: number,
): ClosingPreview {
  const imagined = closedNow(session, round.roundId, you, nowMs);
  const closed = imagined && roundOf(imagined, round.roundId);
  const silent =
    session.ruleSet.visibility === 'totals'
      ? undefined
      : seatStates(session, question, round).flatMap(({ seat, state }) => (state === 'silent' ? [seat] : []));
  return {
    closed,
    lot: closed?.round.outcome?.steps?.some((step) => step.tieBreaker === 'lot') ?? false,
    silent,
    notVoted: silent?.length ?? round.tally.notVoted,
    quorumStands: isWrittenProcedure(session)
      ? quorumOfBallots(session, question, round.tally.ballots).stands
      : quorumOf(session, question, round.ballots).stands,
  };
}
