import type { Count, Paper } from '../kinds/ballot-kind.ts';
import { ballotKinds } from '../kinds/registry.ts';
import type { Visibility } from '../plan/rule-set.ts';
import type { Ballot, CountedBallot, Round, Tally } from '../session.ts';

type Countable = Pick<
  Round,
  'ballotKind' | 'nomineeIds' | 'parameters' | 'priorScores' | 'entitled' | 'recused'
>;

export const paperOf = ({ nomineeIds, parameters, priorScores }: Countable): Paper => ({
  nomineeIds,
  parameters,
  ...(priorScores && { priorScores }),
});

/** The ballots whose choice is known here, in the order of the roll call. */
export const knownBallots = (ballots: readonly CountedBallot[]): Ballot[] =>
  ballots.flatMap(({ ballot }) => (ballot ? [ballot] : []));

/**
 * Counts a round. Every offered choice has a line, zeros included: lines that appear and swap places
 * would read as a result changing. Without the choices only how many have voted is known (rule 10.1).
 * Whoever is entitled and holds no counted ballot did not vote, which is never an abstention (rule 5.6).
 */
export function tally(round: Countable, ballots: readonly CountedBallot[]): Tally {
  const known = knownBallots(ballots);
  const count: Count =
    known.length === ballots.length ? ballotKinds[round.ballotKind].count(known, paperOf(round)) : {};
  return { ...count, ...turnoutOf(round, ballots) };
}

/** The count that a round opens with; under `turnout` nobody counts before the closing (rule 10.1). */
export const emptyTally = (round: Countable, visibility: Visibility): Tally =>
  visibility === 'turnout' ? turnoutOf(round, []) : tally(round, []);

/** The same count after one seat's ballot came, changed or was withdrawn, without counting all of them again. */
export function retally(
  before: Tally,
  round: Countable,
  ballots: readonly CountedBallot[],
  { was, is }: { was: Ballot | undefined; is: Ballot | undefined },
): Tally {
  const { ballots: _ballots, notVoted: _notVoted, recused: _recused, ...count } = before;
  if (count.abstained === undefined) return turnoutOf(round, ballots);
  const { recount } = ballotKinds[round.ballotKind];
  if (!recount) return tally(round, ballots);
  return { ...recount(count, paperOf(round), was, is), ...turnoutOf(round, ballots) };
}

const turnoutOf = ({ entitled, recused }: Countable, ballots: readonly CountedBallot[]) => ({
  ballots: ballots.length,
  notVoted: Math.max(0, entitled.length - ballots.length),
  recused: recused.length,
});
