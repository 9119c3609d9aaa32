import { exact, isDecimal, roundHalfUp, shown, sum, zero, type Exact } from '../counting/exact.ts';
import { flawAt } from '../plan/flaws.ts';
import { refuse } from '../refusal.ts';
import type { Ballot, Criterion } from '../session.ts';
import { abstains, type BallotKind, type Paper } from './ballot-kind.ts';

type Scores = Readonly<Record<string, Readonly<Record<string, string>>>>;

const scoresIn = (ballot: Ballot): Scores => ('scores' in ballot ? ballot.scores : {});

/** Mean over those who scored; or the sum; or the mean without one highest and one lowest, which needs three (rule 5.5). */
function aggregated(scores: readonly Exact[], how: 'mean' | 'sum' | 'trimmed-mean'): Exact {
  if (scores.length === 0) return zero;
  if (how === 'sum') return sum(scores);
  if (how === 'mean' || scores.length < 3) return sum(scores).div(scores.length);
  const ordered = scores.toSorted((a, b) => a.compare(b));
  return sum(ordered.slice(1, -1)).div(scores.length - 2);
}

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

function flawOfScore(score: unknown, { min, max, step }: Criterion): string | undefined {
  if (!isDecimal(score)) return 'a decimal number as text';
  const value = exact(score);
  if (value.compare(exact(min)) < 0 || value.compare(exact(max)) > 0) return `from ${min} to ${max}`;
  return value.sub(exact(min)).div(exact(step)).d === 1n ? undefined : `in steps of ${step} from ${min}`;
}

/** Rule 5.5: criteria with bounds, step and weight; a ballot scores every nominee on every criterion. */
export const score: BallotKind = {
  countsVotes: false,
  flawOf: ({ parameters: { criteria = [], rounding } }) => {
    if (criteria.length === 0) return flawAt('parameters.criteria', 'no-criteria');
    if (new Set(criteria.map((each) => each.criterionId)).size !== criteria.length)
      return flawAt('parameters.criteria', 'criterion-twice');
    if (rounding && (!Number.isInteger(rounding.digits) || rounding.digits < 0 || rounding.digits > 6))
      return flawAt('parameters.rounding.digits', 'digits');
    for (const each of criteria) {
      const at = `parameters.criteria.${each.criterionId}`;
      if (![each.min, each.max, each.step, each.weight].every(isDecimal))
        return flawAt(at, 'criterion-decimal');
      if (exact(each.max).compare(exact(each.min)) <= 0) return flawAt(`${at}.max`, 'max-not-above-min');
      if (exact(each.step).compare(zero) <= 0) return flawAt(`${at}.step`, 'not-above-zero');
      if (exact(each.weight).compare(zero) <= 0) return flawAt(`${at}.weight`, 'not-above-zero');
    }
    return undefined;
  },
  check: (ballot, { nomineeIds, parameters: { criteria = [], partial } }) => {
    if (!('scores' in ballot))
      return refuse('choice-not-offered', 'ballot.scores: points by nominee and criterion');
    for (const [nomineeId, given] of Object.entries(ballot.scores)) {
      if (!nomineeIds.includes(nomineeId)) return refuse('choice-not-offered', `ballot.scores.${nomineeId}`);
      for (const [criterionId, value] of Object.entries(given)) {
        const criterion = criteria.find((each) => each.criterionId === criterionId);
        if (!criterion) return refuse('choice-not-offered', `ballot.scores.${nomineeId}.${criterionId}`);
        const flaw = flawOfScore(value, criterion);
        if (flaw) return refuse('out-of-range', `ballot.scores.${nomineeId}.${criterionId}: ${flaw}`);
      }
    }
    const cells = Object.values(ballot.scores).reduce((count, given) => count + Object.keys(given).length, 0);
    if (cells === 0) return refuse('incomplete-ballot', 'ballot.scores: nothing is scored');
    return cells < nomineeIds.length * criteria.length && !partial
      ? refuse(
          'incomplete-ballot',
          `ballot.scores: ${cells} of ${nomineeIds.length * criteria.length} are given`,
        )
      : undefined;
  },
  count: (ballots, paper) => ({
    points: Object.fromEntries([...score.standings(ballots, paper)].map(([id, total]) => [id, shown(total)])),
    abstained: ballots.filter(abstains).length,
  }),
  standings: (ballots, paper) => new Map(paper.nomineeIds.map((id) => [id, totalOf(id, ballots, paper)])),
  preference: (ballot, nomineeId, paper) =>
    totalOf(nomineeId, [ballot], {
      ...paper,
      parameters: { ...paper.parameters, aggregate: 'sum', rounding: { at: 'none', digits: 0 } },
    }),
};
