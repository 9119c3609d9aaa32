import { bounds } from '../bounds.ts';
import { exact, zero } from '../counting/exact.ts';
import { fault } from '../fault.ts';
import { refuseFields } from '../refusal.ts';
import type { Ballot } from '../session.ts';
import { abstains, strangeAmong, type BallotKind, type Count, type Paper } from './ballot-kind.ts';

const chosenIn = (ballot: Ballot): readonly string[] =>
  'nominees' in ballot
    ? ballot.nominees
    : 'choice' in ballot && ballot.choice === 'against-all'
      ? ['against-all']
      : [];

const emptyFor = ({ nomineeIds, parameters }: Paper): Count => ({
  votes: Object.fromEntries(
    [...nomineeIds, ...(parameters.againstAll ? ['against-all'] : [])].map((id) => [id, 0]),
  ),
  abstained: 0,
});

function changed(count: Count, ballot: Ballot | undefined, by: 1 | -1): Count {
  if (!ballot) return count;
  if (abstains(ballot)) return { ...count, abstained: (count.abstained ?? 0) + by };
  const votes = { ...count.votes };
  for (const id of chosenIn(ballot)) votes[id] = (votes[id] ?? 0) + by;
  return { ...count, votes };
}

/** Rule 5.3: between `min` and `max` nominees of N; choose one is 1 and 1. */
export const choose: BallotKind = {
  tallies: 'choices',
  runoff: ({ min = 1, max = 1, againstAll }, seats) => {
    const most = Math.min(max, seats);
    return { min: Math.min(min, most), max: most, ...(againstAll && { againstAll }) };
  },
  faultsOf: ({ parameters: { min = 1, max = 1 } }) => {
    if (!Number.isInteger(min) || min < 1)
      return [fault('parameters.min', 'whole', { least: 1, most: bounds.nominees })];
    return Number.isInteger(max) && max >= min ? [] : [fault('parameters.max', 'choose-range')];
  },
  check: (ballot, { nomineeIds, parameters: { min = 1, max = 1, againstAll } }) => {
    if ('choice' in ballot)
      return ballot.choice === 'against-all' && againstAll
        ? undefined
        : refuseFields('choice-not-offered', fault('ballot.choice', 'not-offered'));
    if (!('nominees' in ballot))
      return refuseFields('choice-not-offered', fault('ballot.nominees', 'missing'));
    const strange = strangeAmong('ballot.nominees', ballot.nominees, nomineeIds);
    if (strange) return refuseFields('choice-not-offered', strange);
    // Withdrawals may leave fewer nominees than a ballot had to choose.
    const least = Math.min(min, nomineeIds.length);
    if (ballot.nominees.length < least)
      return refuseFields('incomplete-ballot', fault('ballot.nominees', 'too-few', { least }));
    return ballot.nominees.length > max
      ? refuseFields('out-of-range', fault('ballot.nominees', 'too-many', { most: max }))
      : undefined;
  },
  count: (ballots, paper) => ballots.reduce((count, ballot) => changed(count, ballot, 1), emptyFor(paper)),
  recount: (count, _paper, before, after) => changed(changed(count, before, -1), after, 1),
  standings: (ballots, paper) => {
    const { votes } = choose.count(ballots, paper);
    return new Map(paper.nomineeIds.map((id) => [id, exact(votes?.[id] ?? 0)]));
  },
  preference: (ballot, nomineeId) => (chosenIn(ballot).includes(nomineeId) ? exact(1) : zero),
};
