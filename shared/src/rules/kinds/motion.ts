import { exact, zero } from '../counting/exact.ts';
import { fault } from '../fault.ts';
import { refuseFields } from '../refusal.ts';
import type { Ballot } from '../session.ts';
import type { BallotKind, Count } from './ballot-kind.ts';

const sideOf = (ballot: Ballot): string | undefined => ('choice' in ballot ? ballot.choice : undefined);

const changed = (count: Count, ballot: Ballot | undefined, by: 1 | -1): Count => {
  const side = ballot && sideOf(ballot);
  if (side === undefined) return count;
  if (side === 'abstain') return { ...count, abstained: (count.abstained ?? 0) + by };
  return { ...count, votes: { ...count.votes, [side]: (count.votes?.[side] ?? 0) + by } };
};

const empty: Count = { votes: { for: 0, against: 0 }, abstained: 0 };

/** Rule 5.1: for, against or abstain on one wording. */
export const motion: BallotKind = {
  tallies: 'sides',
  faultsOf: ({ nominees }) => (nominees.length > 0 ? [fault('nominees', 'motion-nominees')] : []),
  check: (ballot) =>
    sideOf(ballot) === 'for' || sideOf(ballot) === 'against'
      ? undefined
      : refuseFields('choice-not-offered', fault('ballot.choice', 'not-offered')),
  count: (ballots) => ballots.reduce((count, ballot) => changed(count, ballot, 1), empty),
  recount: (count, _paper, before, after) => changed(changed(count, before, -1), after, 1),
  standings: () => new Map(),
  preference: (ballot, side) => (sideOf(ballot) === side ? exact(1) : zero),
};
