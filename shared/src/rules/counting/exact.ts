import { Fraction } from 'fraction.js';
import { bounds } from '../bounds.ts';

/** Exact rational arithmetic: binary floating point decides nothing. */
export type Exact = Fraction;

const { whole, fraction } = bounds.decimal;

/** A plain decimal number within the bounds, with a point. */
export const decimalText = new RegExp(String.raw`^-?\d{1,${whole}}(\.\d{1,${fraction}})?$`);

export const isDecimal = (text: unknown): text is string =>
  typeof text === 'string' && decimalText.test(text);

export const exact = (value: string | number | bigint): Exact => new Fraction(value);

export const zero: Exact = exact(0);

export const sum = (values: Iterable<Exact>): Exact => {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
};

/** Rounds half up, away from minus infinity: 0.5 → 1, -0.5 → 0 (rule 5.5). */
export function roundHalfUp(value: Exact, digits: number): Exact {
  const scale = 10n ** BigInt(digits);
  const doubled = value.mul(scale).mul(2).add(1);
  return new Fraction(floorOf(doubled.div(2)), scale);
}

const floorOf = (value: Exact): bigint => {
  const numerator = value.s * value.n;
  const quotient = numerator / value.d;
  return numerator < 0n && numerator % value.d !== 0n ? quotient - 1n : quotient;
};

/** Shown to at most six digits, without trailing zeros; comparisons never use this text (rule 5.5). */
export function shown(value: Exact): string {
  const rounded = roundHalfUp(value, 6);
  const scaled = floorOf(rounded.mul(1_000_000));
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}
