import { exact, isDecimal, shown, sum, zero, type Exact } from '../counting/exact.ts';
import { fault } from '../fault.ts';
import { refuseFields } from '../refusal.ts';
import type { Ballot } from '../session.ts';
import { carriedBy, carriedIn, carryFaults } from './carry.ts';
import { abstains, strangeAmong, type BallotKind, type Paper } from './ballot-kind.ts';

const placesIn = (ballot: Ballot): readonly string[] => ('places' in ballot ? ballot.places : []);

/** How many places a ballot fills: a full ranking, or as many as the points table has, never more than nominees. */
const lengthOf = ({ nomineeIds, parameters }: Paper): number =>
  parameters.sumOfPlaces ? nomineeIds.length : Math.min(parameters.points?.length ?? 0, nomineeIds.length);

function totals(ballots: readonly Ballot[], paper: Paper): Map<string, Exact> {
  const worth = paper.parameters.sumOfPlaces
    ? undefined
    : (paper.parameters.points ?? []).map((each) => exact(each));
  const found = new Map<string, Exact>(paper.nomineeIds.map((id) => [id, carriedBy(id, paper)]));
  for (const ballot of ballots)
    for (const [index, id] of placesIn(ballot).entries())
      found.set(id, (found.get(id) ?? zero).add(worth ? (worth[index] ?? zero) : exact(index + 1)));
  return found;
}

/** Rule 5.4: the first k places by a points table, or the sum of places over a full ranking. */
export const rank: BallotKind = {
  tallies: 'points',
  mentions: (ballot, nomineeId) => placesIn(ballot).includes(nomineeId),
  zeroIsLeast: () => true,
  faultsOf: (question, rule) => {
    const { parameters } = question;
    if (parameters.sumOfPlaces)
      return [
        ...(parameters.carry ? [fault('parameters.carry', 'carry-without-points')] : []),
        ...(parameters.partial ? [fault('parameters.partial', 'partial-of-places')] : []),
        ...(rule.kind === 'plurality' && rule.minimumScore !== undefined
          ? [fault('decision.minimumScore', 'minimum-of-places')]
          : []),
      ];
    const points = parameters.points ?? [];
    if (points.length === 0) return [fault('parameters.points', 'no-points')];
    if (!points.every((each) => isDecimal(each) && exact(each).compare(zero) >= 0))
      return [fault('parameters.points', 'negative-points')];
    const falls = points.every(
      (each, index) => index === 0 || exact(each).compare(exact(points[index - 1] ?? each)) <= 0,
    );
    return falls ? carryFaults(question) : [fault('parameters.points', 'rising-points')];
  },
  check: (ballot, paper) => {
    if (!('places' in ballot)) return refuseFields('choice-not-offered', fault('ballot.places', 'missing'));
    const strange = strangeAmong('ballot.places', ballot.places, paper.nomineeIds);
    if (strange) return refuseFields('choice-not-offered', strange);
    const length = lengthOf(paper);
    if (ballot.places.length > length)
      return refuseFields('out-of-range', fault('ballot.places', 'too-many', { most: length }));
    const least = paper.parameters.partial && !paper.parameters.sumOfPlaces ? 1 : length;
    return ballot.places.length < least
      ? refuseFields('incomplete-ballot', fault('ballot.places', 'too-few', { least }))
      : undefined;
  },
  count: (ballots, paper) => {
    const first = Object.fromEntries(paper.nomineeIds.map((id) => [id, 0]));
    for (const ballot of ballots) {
      const [winner] = placesIn(ballot);
      if (winner !== undefined) first[winner] = (first[winner] ?? 0) + 1;
    }
    const points = [...totals(ballots, paper)].map(([id, total]) => [id, shown(total)] as const);
    return {
      votes: first,
      points: Object.fromEntries(points),
      ...carriedIn(paper),
      abstained: ballots.filter(abstains).length,
    };
  },
  standings: (ballots, paper) => {
    const found = totals(ballots, paper);
    return paper.parameters.sumOfPlaces ? new Map([...found].map(([id, total]) => [id, total.neg()])) : found;
  },
  countback: {
    of: 'places',
    counts: (ballots, paper) => {
      const counts = new Map(paper.nomineeIds.map((id) => [id, new Array<number>(lengthOf(paper)).fill(0)]));
      for (const ballot of ballots)
        for (const [index, id] of placesIn(ballot).entries()) counts.get(id)![index]! += 1;
      return counts;
    },
  },
  preference: (ballot, nomineeId) => {
    const place = placesIn(ballot).indexOf(nomineeId);
    return place < 0 ? zero : sum([exact(placesIn(ballot).length), exact(-place)]);
  },
};
