import type { Amendment } from './events.ts';
import type { Question, QuestionDraft, Seat, SeatDraft, SessionPlan } from './session.ts';

export const freshSeat = (seat: SeatDraft): Seat => ({ ...seat, attendance: 'expected' });

export const freshQuestion = (draft: QuestionDraft): Question => ({
  ...draft,
  recused: [],
  rounds: [],
  result: { status: 'undecided', winners: [], notAwarded: 0 },
});

/** An amended seat keeps who came, who did not and who sits in for it (rule 1.1). */
export const amendedSeat = (draft: SeatDraft, before: Seat | undefined): Seat => ({
  ...freshSeat(draft),
  ...(before && { attendance: before.attendance }),
  ...(before?.reason !== undefined && { reason: before.reason }),
  ...(before?.substitute && { substitute: before.substitute }),
});

/** An amended question keeps its recusals, minutes and withdrawals, and stays off the agenda (rules 1.1, 1.7, 4.5). */
export function amendedQuestion(draft: QuestionDraft, before: Question | undefined): Question {
  if (!before) return freshQuestion(draft);
  const withdrawn = new Set(before.nominees.filter((each) => each.withdrawn).map((each) => each.nomineeId));
  return {
    ...freshQuestion(draft),
    nominees: draft.nominees.map((each) =>
      withdrawn.has(each.nomineeId) ? { ...each, withdrawn: true } : each,
    ),
    recused: before.recused,
    ...(before.minutes && { minutes: before.minutes }),
    ...(before.dropReason !== undefined && { dropReason: before.dropReason, result: before.result }),
  };
}

/** A plan once an amendment has changed it: what is null there is in it no more. */
export function amendedPlan<Plan extends Partial<SessionPlan>>(
  plan: Plan,
  changes: Amendment,
): Omit<Plan, keyof SessionPlan> & SessionPlan {
  const amended = Object.entries({ ...plan, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(amended) as unknown as Omit<Plan, keyof SessionPlan> & SessionPlan;
}
