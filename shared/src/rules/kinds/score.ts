import { bounds } from '../bounds.ts';
import { exact, isDecimal, roundHalfUp, shown, sum, zero, type Exact } from '../counting/exact.ts';
import { fault, within, type FieldError } from '../fault.ts';
import { refuseFields } from '../refusal.ts';
import type { Aggregate, Ballot, Criterion } from '../session.ts';
import { carriedBy, carriedIn, carryFaults } from './carry.ts';
import { abstains, type BallotKind, type Paper } from './ballot-kind.ts';

type Scores = Readonly<Record<string, Readonly<Record<string, string>>>>;

const scoresIn = (ballot: Ballot): Scores => ('scores' in ballot ? ballot.scores : {});

/** Mean over those who scored; or the sum; or the mean without one highest and one lowest, which needs three (rule 5.5). */
function aggregated(scores: readonly Exact[], how: Aggregate): Exact {
  if (scores.length === 0) return zero;
  if (how === 'sum') return sum(scores);
  if (how === 'mean' || scores.length < 3) return sum(scores).div(scores.length);
  const ordered = scores.toSorted((a, b) => a.compare(b));
  return sum(ordered.slice(1, -1)).div(scores.length - 2);
}

/** What the ballots came to, rounded as the parameters say, without what is brought from before. */
function totalOf(nomineeId: string, ballots: readonly Ballot[], { parameters }: Paper): Exact {
  const { criteria = [], aggregate = 'mean', rounding = { at: 'none', digits: 0 } } = parameters;
  const parts = criteria.map(({ criterionId, weight }) => {
    const given = ballots.flatMap((ballot) => {
      const score = scoresIn(ballot)[nomineeId]?.[criterionId];
      return score === undefined ? [] : [exact(score)];
    });
    const result = aggregated(given, aggregate);
    if (rounding.at !== 'criterion') return result.mul(exact(weight));
    return roundHalfUp(roundHalfUp(result, rounding.digits).mul(exact(weight)), rounding.digits);
  });
  return rounding.at === 'total' ? roundHalfUp(sum(parts), rounding.digits) : sum(parts);
}

function isOnScale(score: unknown, { min, max, step }: Criterion): boolean {
  if (!isDecimal(score)) return false;
  const value = exact(score);
  if (value.compare(exact(min)) < 0 || value.compare(exact(max)) > 0) return false;
  return value.sub(exact(min)).div(exact(step)).d === 1n;
}

function criterionFaults({ min, max, step, weight }: Criterion): FieldError[] {
  const strange = Object.entries({ min, max, step, weight }).filter(([, each]) => !isDecimal(each));
  if (strange.length > 0) return strange.map(([name]) => fault(name, 'decimal'));
  return [
    ...(exact(max).compare(exact(min)) <= 0 ? [fault('max', 'max-not-above-min')] : []),
    ...(exact(step).compare(zero) <= 0 ? [fault('step', 'not-above-zero')] : []),
    ...(exact(weight).compare(zero) <= 0 ? [fault('weight', 'not-above-zero')] : []),
  ];
}

/** Rule 5.5: criteria with bounds, step and weight; a ballot scores every nominee on every criterion. */
export const score: Extract<BallotKind, { tallies: 'points' }> = {
  tallies: 'points',
  mentions: (ballot, nomineeId) => Object.keys(scoresIn(ballot)[nomineeId] ?? {}).length > 0,
  judges: (ballots, nomineeId, { parameters: { criteria = [] } }) =>
    ballots.filter((ballot) => {
      const given = scoresIn(ballot)[nomineeId];
      return criteria.every(({ criterionId }) => given?.[criterionId] !== undefined);
    }).length,
  zeroIsLeast: ({ criteria = [] }) => criteria.every(({ min }) => exact(min).compare(zero) >= 0),
  faultsOf: (question) => {
    const { criteria = [], rounding, minimumScorers = 1 } = question.parameters;
    if (criteria.length === 0) return [fault('parameters.criteria', 'no-criteria')];
    const ids = criteria.map((each) => each.criterionId);
    const digits = rounding?.digits ?? 0;
    return [
      ...carryFaults(question),
      ...criteria.flatMap((each, index) => [
        ...(ids.indexOf(each.criterionId) < index
          ? [fault(`parameters.criteria.${index}.criterionId`, 'repeated')]
          : []),
        ...within(`parameters.criteria.${index}`, criterionFaults(each)),
      ]),
      ...(Number.isInteger(minimumScorers) && minimumScorers >= 1 && minimumScorers <= bounds.roll
        ? []
        : [fault('parameters.minimumScorers', 'whole', { least: 1, most: bounds.roll })]),
      ...(Number.isInteger(digits) && digits >= 0 && digits <= bounds.rounding
        ? []
        : [fault('parameters.rounding.digits', 'whole', { least: 0, most: bounds.rounding })]),
    ];
  },
  check: (ballot, { nomineeIds, parameters: { criteria = [], partial } }) => {
    if (!('scores' in ballot)) return refuseFields('choice-not-offered', fault('ballot.scores', 'missing'));
    for (const [nomineeId, given] of Object.entries(ballot.scores)) {
      if (!nomineeIds.includes(nomineeId))
        return refuseFields('choice-not-offered', fault(`ballot.scores.${nomineeId}`, 'not-offered'));
      for (const [criterionId, value] of Object.entries(given)) {
        const criterion = criteria.find((each) => each.criterionId === criterionId);
        const path = `ballot.scores.${nomineeId}.${criterionId}`;
        if (!criterion) return refuseFields('choice-not-offered', fault(path, 'not-offered'));
        const { min, max, step } = criterion;
        if (!isOnScale(value, criterion))
          return refuseFields('out-of-range', fault(path, 'scale', { min, max, step }));
      }
    }
    const cells = Object.values(ballot.scores).reduce((count, given) => count + Object.keys(given).length, 0);
    const least = partial ? 1 : nomineeIds.length * criteria.length;
    return cells < least
      ? refuseFields('incomplete-ballot', fault('ballot.scores', 'incomplete', { given: cells, least }))
      : undefined;
  },
  count: (ballots, paper) => ({
    points: Object.fromEntries([...score.standings(ballots, paper)].map(([id, total]) => [id, shown(total)])),
    ...carriedIn(paper),
    abstained: ballots.filter(abstains).length,
  }),
  standings: (ballots, paper) =>
    new Map(paper.nomineeIds.map((id) => [id, totalOf(id, ballots, paper).add(carriedBy(id, paper))])),
  countback: {
    of: 'best-totals',
    counts: (ballots, paper) => {
      const counts = new Map(paper.nomineeIds.map((id) => [id, [0]]));
      for (const ballot of ballots.filter((each) => 'scores' in each)) {
        const totals = paper.nomineeIds
          .filter((id) => score.mentions(ballot, id))
          .map((id) => [id, score.preference(ballot, id, paper)] as const);
        const best = totals.map(([, total]) => total).toSorted((a, b) => b.compare(a))[0];
        for (const [id, total] of totals) if (best && total.equals(best)) counts.get(id)![0]! += 1;
      }
      return counts;
    },
  },
  preference: (ballot, nomineeId, paper) =>
    totalOf(nomineeId, [ballot], {
      ...paper,
      parameters: { ...paper.parameters, aggregate: 'sum', rounding: { at: 'none', digits: 0 } },
    }),
};
