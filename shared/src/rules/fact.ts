import type { SessionEvent } from './events.ts';
import type { Refused } from './refusal.ts';

/**
 * A fact about to be recorded. `hidden` names the fields that are sealed in the entry (rule 10.4):
 * fields of the event, and `actor` or `commandId` of the entry itself.
 */
export interface Fact {
  readonly event: SessionEvent;
  readonly hidden: readonly string[];
}

/** The answer to a command: the facts it creates and whom the journal names for them, or a refusal. */
export type Verdict =
  { readonly outcome: 'accepted'; readonly actor: string; readonly facts: readonly Fact[] } | Refused;
