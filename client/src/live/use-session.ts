import type { You } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { Session } from '@open-ballot/shared/rules/session';
import { createContext, use, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { freshCommandId } from './command-id.ts';
import type { LiveSession, LiveState } from './live-session.ts';

export const LiveSessionContext = createContext<LiveSession | undefined>(undefined);

export function useLiveSession(): LiveSession {
  const live = use(LiveSessionContext);
  if (!live) throw new Error('useLiveSession needs a <LiveSessionContext> above it');
  return live;
}

/** Everything this browser knows: connection, position, chain, feed, presence. */
export function useLive(): LiveState {
  const live = useLiveSession();
  return useSyncExternalStore(live.subscribe, live.getState);
}

/** The session. Screens stand below <LiveGate>, which waits for the first snapshot. */
export function useSession(): Session {
  const live = useLiveSession();
  const session = useSyncExternalStore(live.subscribe, () => live.getState().session);
  if (!session) throw new Error('useSession needs a <LiveGate> above it');
  return session;
}

/** The viewer's own part: seat, office, own ballots. */
export function useYou(): You {
  const live = useLiveSession();
  return useSyncExternalStore(live.subscribe, () => live.getState().you);
}

/** The server's clock in milliseconds, renewed every `everyMs` (rule 11.3). */
export function useServerNow(everyMs = 1_000): number {
  const { clock } = useLiveSession();
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / everyMs) * everyMs);
}

export interface CommandControl {
  /** Sends the command; resolves with its receipt, however long the line is down. */
  readonly submit: (command: SessionCommand) => Promise<Receipt>;
  /** Whether the latest command is on its way. */
  readonly sending: boolean;
  /** The receipt of the latest command; undefined while it is on its way. An earlier one's that comes late is not shown. */
  readonly receipt: Receipt | undefined;
  /** Begins anew: the receipt of what was sent so far is shown no more, even if it is still to come. */
  readonly forget: () => void;
}

/** One button's way to give commands. Repeating one that failed goes under its old id, so it is never recorded twice. */
export function useCommand(): CommandControl {
  const live = useLiveSession();
  const [receipt, setReceipt] = useState<Receipt>();
  const [sending, setSending] = useState(false);
  const latest = useRef<string>(undefined);
  const failed = useRef<{ readonly text: string; readonly commandId: string }>(undefined);
  const submit = useCallback(
    async (command: SessionCommand) => {
      const text = JSON.stringify(command);
      const commandId = failed.current?.text === text ? failed.current.commandId : freshCommandId();
      latest.current = commandId;
      setReceipt(undefined);
      setSending(true);
      const answer = await live.submit(command, commandId);
      if (answer.outcome === 'failed') failed.current = { text, commandId };
      else if (failed.current?.commandId === commandId) failed.current = undefined;
      if (latest.current !== commandId) return answer;
      setSending(false);
      setReceipt(answer);
      return answer;
    },
    [live],
  );
  const forget = useCallback(() => {
    latest.current = undefined;
    setSending(false);
    setReceipt(undefined);
  }, []);
  return { submit, sending, receipt, forget };
}
