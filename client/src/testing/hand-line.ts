import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { Line, LineState } from '../live/line.ts';

interface Asked {
  readonly name: 'watch' | 'command';
  readonly message: Readonly<Record<string, unknown>>;
  readonly answer: (answer: unknown) => void;
  readonly fail: () => void;
}

/** A line worked by hand: every question waits until the test answers it, drops it, or takes the line down. */
export class HandLine implements Line {
  readonly asked: Asked[] = [];
  private readonly states: ((state: LineState) => void)[] = [];
  private readonly listeners: Record<string, (message: unknown) => void> = {};

  readonly onState = (listener: (state: LineState) => void): void => void this.states.push(listener);
  readonly on = (name: string, listener: unknown): void => {
    this.listeners[name] = listener as (message: unknown) => void;
  };
  readonly open = (): void => undefined;
  readonly close = (): void => undefined;
  readonly ask = (name: 'watch' | 'command', message: unknown): Promise<unknown> =>
    new Promise((answer, reject) => {
      const fail = () => reject(new Error('the line is down'));
      this.asked.push({ name, message: message as Asked['message'], answer, fail });
    });

  is(state: LineState): void {
    this.states.forEach((tell) => tell(state));
  }

  tell(name: 'recorded' | 'revealed' | 'presence', message: Readonly<Record<string, unknown>>): void {
    this.listeners[name]?.({ sessionId: 'session-1', ...message });
  }

  recorded(entries: readonly JournalEntry[]): void {
    this.tell('recorded', { entries });
  }

  /** The last question of this kind, whose answer is still awaited. */
  last(name: Asked['name']): Asked {
    const found = this.asked.findLast((each) => each.name === name);
    if (!found) throw new Error(`nobody asked ${name}`);
    return found;
  }
}
