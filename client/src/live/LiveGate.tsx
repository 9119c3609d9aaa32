import { useEffect, useMemo, type ReactNode } from 'react';
import { get } from '../api/client.ts';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { lineToServer } from './line.ts';
import { LiveSession, shutOutBy, type Denied, type LiveState } from './live-session.ts';
import { LiveSessionContext, useLive } from './use-session.ts';

interface JournalPage {
  readonly entries: readonly JournalEntry[];
}

const fetchJournal =
  (sessionId: string) =>
  async (after: number): Promise<readonly JournalEntry[]> =>
    (await get<JournalPage>(`/sessions/${sessionId}/journal?after=${after}`)).entries;

export interface LiveGateProps {
  readonly sessionId: string;
  /** Shown until the first snapshot. */
  readonly waiting: (connection: LiveState['connection']) => ReactNode;
  /** Shown to those who may not watch. */
  readonly denied: (why: Denied) => ReactNode;
  readonly children: ReactNode;
}

/** Opens the line to one session and lets the screen in once there is something to see. */
export function LiveGate({ sessionId, ...rest }: LiveGateProps) {
  const live = useMemo(
    () => new LiveSession(sessionId, lineToServer(), fetchJournal(sessionId)),
    [sessionId],
  );
  useEffect(() => {
    live.open();
    return () => live.close();
  }, [live]);
  return (
    <LiveSessionContext value={live}>
      <Gate {...rest} />
    </LiveSessionContext>
  );
}

function Gate({ waiting, denied, children }: Omit<LiveGateProps, 'sessionId'>) {
  const live = useLive();
  const shutOut = shutOutBy(live);
  if (shutOut) return denied(shutOut);
  return live.session ? children : waiting(live.connection);
}
