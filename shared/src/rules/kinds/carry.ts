import { exact, isDecimal, shown, zero, type Exact } from '../counting/exact.ts';
import { fault, type FieldError } from '../fault.ts';
import type { QuestionDraft } from '../session.ts';
import type { Paper } from './ballot-kind.ts';

/** What a nominee brings from before, exactly (rule 5.8). */
export function carriedBy(nomineeId: string, { parameters: { carry }, priorScores }: Paper): Exact {
  const prior = priorScores?.[nomineeId];
  return carry && prior !== undefined ? exact(carry.weight).mul(exact(prior)) : zero;
}

/** The column of its own that points brought from before have. */
export const carriedIn = (paper: Paper): { readonly carried?: Readonly<Record<string, string>> } =>
  paper.priorScores
    ? { carried: Object.fromEntries(paper.nomineeIds.map((id) => [id, shown(carriedBy(id, paper))])) }
    : {};

/** Everybody must bring something, and it must be worth something (rule 5.8). */
export function carryFaults({ nominees, parameters: { carry } }: QuestionDraft): FieldError[] {
  if (!carry) return [];
  if (!isDecimal(carry.weight)) return [fault('parameters.carry.weight', 'decimal')];
  if (exact(carry.weight).compare(zero) <= 0) return [fault('parameters.carry.weight', 'not-above-zero')];
  return nominees.flatMap(({ priorScore }, index) =>
    priorScore === undefined ? [fault(`nominees.${index}.priorScore`, 'missing')] : [],
  );
}
