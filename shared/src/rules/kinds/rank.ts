import { exact, isDecimal, shown, sum, zero, type Exact } from '../counting/exact.ts';
import { flawAt } from '../plan/flaws.ts';
import { refuse } from '../refusal.ts';
import type { Ballot } from '../session.ts';
import { abstains, type BallotKind, type Paper } from './ballot-kind.ts';

const placesIn = (ballot: Ballot): readonly string[] => ('places' in ballot ? ballot.places : []);

/** How many places a ballot fills: a full ranking, or as many as the points table has, never more than nominees. */
const lengthOf = ({ nomineeIds, parameters }: Paper): number =>
  parameters.sumOfPlaces ? nomineeIds.length : Math.min(parameters.points?.length ?? 0, nomineeIds.length);

function totals(ballots: readonly Ballot[], paper: Paper): Map<string, Exact> {
  const worth = paper.parameters.sumOfPlaces
    ? undefined
    : (paper.parameters.points ?? []).map((each) => exact(each));
  const found = new Map<string, Exact>(paper.nomineeIds.map((id) => [id, zero]));
  for (const ballot of ballots)
    for (const [index, id] of placesIn(ballot).entries())
      found.set(id, (found.get(id) ?? zero).add(worth ? (worth[index] ?? zero) : exact(index + 1)));
  return found;
}

/** Rule 5.4: the first k places by a points table, or the sum of places over a full ranking. */
export const rank: BallotKind = {
  countsVotes: false,
  flawOf: ({ parameters }) => {
    if (parameters.sumOfPlaces)
      return parameters.partial ? flawAt('parameters.partial', 'partial-of-places') : undefined;
    const points = parameters.points ?? [];
    if (points.length === 0) return flawAt('parameters.points', 'no-points');
    if (!points.every((each) => isDecimal(each) && exact(each).compare(zero) >= 0))
      return flawAt('parameters.points', 'negative-points');
    const falls = points.every(
      (each, index) => index === 0 || exact(each).compare(exact(points[index - 1] ?? each)) <= 0,
    );
    return falls ? undefined : flawAt('parameters.points', 'rising-points');
  },
  check: (ballot, paper) => {
    if (!('places' in ballot))
      return refuse('choice-not-offered', 'ballot.places: nominees from the first place on');
    const stranger = ballot.places.find((id) => !paper.nomineeIds.includes(id));
    if (stranger !== undefined) return refuse('choice-not-offered', `ballot.places: ${stranger}`);
    if (new Set(ballot.places).size !== ballot.places.length)
      return refuse('choice-not-offered', 'ballot.places: a nominee has two places');
    const length = lengthOf(paper);
    if (ballot.places.length > length) return refuse('out-of-range', `ballot.places: at most ${length}`);
    const least = paper.parameters.partial && !paper.parameters.sumOfPlaces ? 1 : length;
    return ballot.places.length < least
      ? refuse('incomplete-ballot', `ballot.places: at least ${least}`)
      : undefined;
  },
  count: (ballots, paper) => {
    const first = Object.fromEntries(paper.nomineeIds.map((id) => [id, 0]));
    for (const ballot of ballots) {
      const [winner] = placesIn(ballot);
      if (winner !== undefined) first[winner] = (first[winner] ?? 0) + 1;
    }
    const points = [...totals(ballots, paper)].map(([id, total]) => [id, shown(total)] as const);
    return { votes: first, points: Object.fromEntries(points), abstained: ballots.filter(abstains).length };
  },
  standings: (ballots, paper) => {
    const found = totals(ballots, paper);
    return paper.parameters.sumOfPlaces ? new Map([...found].map(([id, total]) => [id, total.neg()])) : found;
  },
  preference: (ballot, nomineeId) => {
    const place = placesIn(ballot).indexOf(nomineeId);
    return place < 0 ? zero : sum([exact(placesIn(ballot).length), exact(-place)]);
  },
};
