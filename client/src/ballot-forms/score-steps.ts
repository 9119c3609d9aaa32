import type { Ballot, BallotParameters, Criterion } from '@open-ballot/shared/rules/session';

/** Decimal text of at most six digits after the point, in whole millionths: binary floating point decides nothing. */
function millionths(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(6, '0'));
}

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const part = digits.slice(-6).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${part && `.${part}`}`;
}

/** The next score on the criterion's own grid; the first press begins in the middle, where it leads nobody. */
export function stepped({ min, max, step }: Criterion, value: string | undefined, by: 1 | -1): string {
  const [low, high, width] = [millionths(min), millionths(max), millionths(step)];
  const onGrid = (wanted: bigint) => low + ((wanted - low) / width) * width;
  const wanted = value === undefined ? (low + high) / 2n : millionths(value) + width * BigInt(by);
  return decimal(wanted < low ? low : onGrid(wanted > high ? high : wanted));
}

const isWithin = ({ min, max }: Criterion, value: string): boolean =>
  millionths(value) >= millionths(min) && millionths(value) <= millionths(max);

/** Whether a score lies within its criterion and on its grid. */
export const isOffered = (criterion: Criterion, value: string): boolean =>
  isWithin(criterion, value) &&
  (millionths(value) - millionths(criterion.min)) % millionths(criterion.step) === 0n;

/** A score outside of its bounds, or within them and between two steps. */
export interface NotOffered {
  readonly nomineeId: string;
  readonly criterion: Criterion;
  readonly value: string;
  /** What stands on the grid to either side of it, nothing above where the bounds end first; outside of them, none. */
  readonly nearest: readonly string[];
}

/** The first score that is not offered, which is what the rules say no to. */
export function notOfferedIn(ballot: Ballot, { criteria = [] }: BallotParameters): NotOffered | undefined {
  if (!('scores' in ballot)) return undefined;
  for (const [nomineeId, given] of Object.entries(ballot.scores))
    for (const [criterionId, value] of Object.entries(given)) {
      const criterion = criteria.find((each) => each.criterionId === criterionId);
      if (!criterion || isOffered(criterion, value)) continue;
      const nearest = isWithin(criterion, value) ? nearestTo(criterion, value) : [];
      return { nomineeId, criterion, value, nearest };
    }
  return undefined;
}

function nearestTo(criterion: Criterion, value: string): string[] {
  const [low, width] = [millionths(criterion.min), millionths(criterion.step)];
  const below = low + ((millionths(value) - low) / width) * width;
  return [below, below + width].map(decimal).filter((each) => isWithin(criterion, each));
}
