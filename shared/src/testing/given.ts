import { expect } from '@jest/globals';
import type { Caller, SessionCommand, Surroundings } from '../rules/commands.ts';
import type { SessionEvent } from '../rules/events.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { secretary, type LivedSession } from './lived-session.ts';

/** Reads like the rule it proves: given(history).when(command, by).then(facts) or .thenRefused(code). */
export const given = (history: LivedSession) => ({
  when: (command: SessionCommand, by: Caller = secretary, more: Partial<Surroundings> = {}) => {
    const verdict = history.answerTo(command, by, more);
    return {
      /** Accepted with just these facts. */
      then: (...events: readonly SessionEvent[]): void => {
        expect(verdict).toMatchObject({ outcome: 'accepted' });
        if (verdict.outcome === 'accepted') expect(verdict.facts.map((fact) => fact.event)).toEqual(events);
      },
      /** Accepted with facts of these types, whatever else they say. */
      thenRecords: (...types: readonly SessionEvent['type'][]): void => {
        expect(verdict).toMatchObject({ outcome: 'accepted' });
        if (verdict.outcome === 'accepted')
          expect(verdict.facts.map((fact) => fact.event.type)).toEqual(types);
      },
      /** Refused with this code; `named` is the first field at fault. */
      thenRefused: (code: RefusalCode, named?: string): void => {
        expect(verdict).toMatchObject({ outcome: 'refused', code });
        if (named !== undefined) expect(verdict).toHaveProperty('fields.0.path', named);
      },
    };
  },
});
