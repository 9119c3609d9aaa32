import type { Criterion } from '@open-ballot/shared/rules/session';

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

/** Whether a score lies within its criterion and on its grid. */
export function isOffered({ min, max, step }: Criterion, value: string): boolean {
  const [low, high, width, given] = [millionths(min), millionths(max), millionths(step), millionths(value)];
  return given >= low && given <= high && (given - low) % width === 0n;
}
