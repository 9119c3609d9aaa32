import type { You } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { Caller, SessionCommand } from '@open-ballot/shared/rules/commands';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { aSecretary, signedInAs } from './signed-in.ts';
import type { Line, LineState } from '../live/line.ts';
import { LiveSession } from '../live/live-session.ts';
import { LiveSessionContext } from '../live/use-session.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { theSecretary, type LivedJournal } from './lived-journal.ts';

const officer: You = { officer: true, secretary: true, ballots: {} };

/** Puts a screen before a session that lives by the real rules, over a line that needs no network. */
export async function stage(
  lived: LivedJournal,
  screen: ReactNode,
  { caller = theSecretary, you = officer, path = '/' }: { caller?: Caller; you?: You; path?: string } = {},
) {
  const line = new StageLine(lived, caller);
  const live = new LiveSession('session-1', line, async (after) => lived.entries.slice(after));
  const queries = signedInAs(aSecretary);
  line.you = you;
  await act(async () => line.up());
  const view = render(
    <QueryClientProvider client={queries}>
      <Toasts>
        <MemoryRouter initialEntries={[path]}>
          <LiveSessionContext value={live}>{screen}</LiveSessionContext>
        </MemoryRouter>
      </Toasts>
    </QueryClientProvider>,
  );
  // A screen may look at the whole chain as soon as it is there.
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  return { ...view, line, live };
}

/** Answers as the server would; `commands` are those that were sent. */
export class StageLine implements Line {
  you: You = { ballots: {} };
  readonly commands: (SessionCommand & { readonly commandId: string })[] = [];
  /** Puts another answer in place of the rules' own. */
  override: ((command: SessionCommand) => Receipt | undefined) | undefined;
  /** Holds receipts back until it is done, while what they tell of is already pushed. */
  private receiptsAfter: Promise<void> = Promise.resolve();
  /** Holds back what is pushed, while its receipt is already there. */
  private pushesAfter: Promise<void> | undefined;
  private readonly states: ((state: LineState) => void)[] = [];
  private readonly listeners: Record<string, (message: never) => void> = {};

  constructor(
    private readonly lived: LivedJournal,
    private readonly caller: Caller,
  ) {}

  readonly onState = (listener: (state: LineState) => void): void => void this.states.push(listener);
  readonly on = (name: string, listener: unknown): void => {
    this.listeners[name] = listener as (message: never) => void;
  };
  readonly open = (): void => undefined;
  readonly close = (): void => undefined;
  readonly up = (): void => this.states.forEach((tell) => tell('up'));

  readonly ask = async (name: 'watch' | 'command', message: unknown): Promise<unknown> => {
    if (name === 'watch') {
      const { session, entries, headHash, now } = this.lived;
      return { session, position: entries.length, headHash, you: this.you, serverTime: now };
    }
    const { command } = message as { readonly command: SessionCommand & { readonly commandId: string } };
    this.commands.push(command);
    const receipt = this.receiptOf(command);
    await this.receiptsAfter;
    return receipt;
  };

  private receiptOf({ commandId, ...wish }: SessionCommand & { readonly commandId: string }): Receipt {
    const other = this.override?.(wish);
    if (other) return other;
    const from = this.lived.entries.length;
    const verdict = this.lived.answer(this.caller, wish, commandId);
    if (verdict.outcome === 'refused') return verdict;
    const { length } = this.lived.entries;
    if (this.pushesAfter) void this.pushesAfter.then(() => this.tell(from, length));
    else this.tell(from, length);
    const { hash, recordedAt } = this.lived.entries[from]!;
    return { outcome: 'recorded', position: from + 1, hash, recordedAt };
  }

  /** From now on no receipt comes until what this returns is called. */
  holdReceipts(): () => Promise<void> {
    let comes = (): void => undefined;
    this.receiptsAfter = new Promise((resolve) => (comes = resolve));
    return () => act(async () => comes());
  }

  /** From now on no entry is pushed until what this returns is called. */
  holdPushes(): () => Promise<void> {
    let comes = (): void => undefined;
    this.pushesAfter = new Promise((resolve) => (comes = resolve));
    return () => act(async () => comes());
  }

  /** What was recorded after a position, to whoever watches. */
  tell(from: number, through = this.lived.entries.length): void {
    const message = { sessionId: 'session-1', entries: this.lived.entries.slice(from, through) };
    const hear = this.listeners['recorded'] as ((message: unknown) => void) | undefined;
    act(() => hear?.(message));
  }
}
