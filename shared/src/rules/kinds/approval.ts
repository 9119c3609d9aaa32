import { exact, zero } from '../counting/exact.ts';
import { fault } from '../fault.ts';
import { refuseFields } from '../refusal.ts';
import { sides, type Ballot, type Side } from '../session.ts';
import { abstains, type BallotKind, type Count, type Paper } from './ballot-kind.ts';

const heaps = { for: 'votes', against: 'against', abstain: 'abstentions' } as const;

function answerOf(ballot: Ballot, nomineeId: string): Side | undefined {
  if (abstains(ballot)) return 'abstain';
  return 'answers' in ballot && Object.hasOwn(ballot.answers, nomineeId)
    ? ballot.answers[nomineeId]
    : undefined;
}

const emptyFor = ({ nomineeIds }: Paper): Count => {
  const zeros = Object.fromEntries(nomineeIds.map((id) => [id, 0]));
  return { votes: zeros, against: zeros, abstentions: zeros, abstained: 0 };
};

function changed(count: Count, paper: Paper, ballot: Ballot | undefined, by: 1 | -1): Count {
  if (!ballot) return count;
  const next = {
    votes: { ...count.votes },
    against: { ...count.against },
    abstentions: { ...count.abstentions },
    abstained: (count.abstained ?? 0) + (abstains(ballot) ? by : 0),
  };
  for (const nomineeId of paper.nomineeIds) {
    const answer = answerOf(ballot, nomineeId);
    if (answer) next[heaps[answer]][nomineeId] = (next[heaps[answer]][nomineeId] ?? 0) + by;
  }
  return next;
}

/** Rule 5.2, рейтинговое голосование: for, against or abstain on every nominee separately. */
export const approval: BallotKind = {
  tallies: 'answers',
  runoff: (parameters) => parameters,
  faultsOf: () => [],
  check: (ballot, { nomineeIds, parameters }) => {
    if (!('answers' in ballot)) return refuseFields('choice-not-offered', fault('ballot.answers', 'missing'));
    for (const [nomineeId, side] of Object.entries(ballot.answers)) {
      if (!nomineeIds.includes(nomineeId) || !sides.includes(side))
        return refuseFields('choice-not-offered', fault(`ballot.answers.${nomineeId}`, 'not-offered'));
    }
    const answered = Object.keys(ballot.answers).length;
    const least = parameters.partial ? 1 : nomineeIds.length;
    return answered < least
      ? refuseFields('incomplete-ballot', fault('ballot.answers', 'incomplete', { given: answered, least }))
      : undefined;
  },
  count: (ballots, paper) =>
    ballots.reduce((count, ballot) => changed(count, paper, ballot, 1), emptyFor(paper)),
  recount: (count, paper, before, after) => changed(changed(count, paper, before, -1), paper, after, 1),
  standings: (ballots, paper) => {
    const { votes } = approval.count(ballots, paper);
    return new Map(paper.nomineeIds.map((id) => [id, exact(votes?.[id] ?? 0)]));
  },
  preference: (ballot, nomineeId) => (answerOf(ballot, nomineeId) === 'for' ? exact(1) : zero),
};
