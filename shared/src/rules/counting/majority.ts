import type { MajorityBase, Threshold } from '../plan/rule-set.ts';

/** Whether `part` of `base` reaches the threshold, in whole numbers (rules 3.2, 6.1). */
export function reaches(part: number, base: number, { n, d, compare }: Threshold): boolean {
  const [scaledPart, share] = [BigInt(part) * BigInt(d), BigInt(base) * BigInt(n)];
  return compare === 'at-least' ? scaledPart >= share : scaledPart > share;
}

/** The least whole number that reaches the threshold of this base. */
export function neededOf(base: number, { n, d, compare }: Threshold): number {
  const share = BigInt(base) * BigInt(n);
  const whole = share / BigInt(d);
  return Number(compare === 'more-than' || share % BigInt(d) !== 0n ? whole + 1n : whole);
}

/** The sizes of all bases in one round; for `approval` the base `for-and-against` differs by nominee (rule 6.1). */
export type Bases = Readonly<Record<MajorityBase, number>>;
