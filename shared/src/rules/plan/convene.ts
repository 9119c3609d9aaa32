import { planFaults, unlessFaulty } from './check-plan.ts';
import type { Fact } from '../fact.ts';
import type { Refused } from '../refusal.ts';
import type { SessionPlan } from '../session.ts';

/** Rule 1.1: the first fact of a journal, which holds the plan whole, or why the plan does not hold together. */
export function convene(
  plan: SessionPlan,
): { readonly outcome: 'accepted'; readonly facts: readonly Fact[] } | Refused {
  return (
    unlessFaulty(planFaults(plan)) ?? {
      outcome: 'accepted',
      facts: [{ event: { type: 'session-convened', ...plan }, hidden: [] }],
    }
  );
}
