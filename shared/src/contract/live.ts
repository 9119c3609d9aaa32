import type { SessionCommand } from '../rules/commands.ts';
import type { EventType, JournalEntry, Opening } from '../rules/events.ts';
import type { Ballot, Session, Tally } from '../rules/session.ts';
import type { Receipt } from './receipt.ts';

/** Raised whenever a message changes shape; a client of another version is told to reload. */
export const liveVersion = 1;

/** Socket.IO namespace. */
export const liveNamespace = '/live';

/** A command with the id that makes it idempotent (rule 9.3). */
export type SubmittedCommand = SessionCommand & { readonly commandId: string };

/** The viewer's own part of the picture: seat, office and own ballots by round id. */
export interface You {
  readonly memberId?: string;
  /** True for the presiding member and for secretaries. */
  readonly officer?: boolean;
  readonly secretary?: boolean;
  readonly ballots: Readonly<
    Record<string, { readonly ballot: Ballot; readonly position: number; readonly basis: string }>
  >;
}

/** After these somebody else is an officer or sits on the roll: only `watch` tells each viewer what is theirs now. */
export const changesViewers: ReadonlySet<EventType> = new Set([
  'chair-passed',
  'session-amended',
  'substitute-appointed',
]);

export interface WatchMessage {
  readonly sessionId: string;
  /** The last position this client has. */
  readonly after?: number;
}

export interface Snapshot {
  readonly position: number;
  readonly headHash: string;
  readonly session: Session;
  readonly you: You;
  /** UTC with milliseconds, by the session's clock (rule 11.3). */
  readonly serverTime: string;
}

/** Answer to `watch` with `after`, where the gap is small. */
export interface CatchUp {
  readonly position: number;
  readonly headHash: string;
  readonly entries: readonly JournalEntry[];
  readonly tallies?: Readonly<Record<string, Tally>>;
  readonly you: You;
  readonly serverTime: string;
}

export interface RecordedMessage {
  readonly sessionId: string;
  readonly entries: readonly JournalEntry[];
  /** By round id, where the rules hide the ballots but not the counts (rule 10.1). */
  readonly tallies?: Readonly<Record<string, Tally>>;
}

export interface RevealedMessage {
  readonly sessionId: string;
  readonly openings: readonly { readonly position: number; readonly opening: Opening }[];
}

export interface PresenceMessage {
  readonly sessionId: string;
  readonly watching: number;
}

export interface ClientToServer {
  watch: (
    message: WatchMessage,
    reply: (answer: Snapshot | CatchUp | Exclude<Receipt, { outcome: 'recorded' }>) => void,
  ) => void;
  unwatch: (message: { readonly sessionId: string }) => void;
  command: (
    message: { readonly sessionId: string; readonly command: SubmittedCommand },
    reply: (receipt: Receipt) => void,
  ) => void;
}

export interface ServerToClient {
  recorded: (message: RecordedMessage) => void;
  revealed: (message: RevealedMessage) => void;
  presence: (message: PresenceMessage) => void;
}
