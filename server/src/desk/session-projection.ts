import { emptyHead, type Head } from '@open-ballot/shared/journal/chain';
import { commandIdOf, type JournalEntry } from '@open-ballot/shared/rules/events';
import { evolve } from '@open-ballot/shared/rules/evolve';
import type { Session } from '@open-ballot/shared/rules/session';
import { sha256, type JournalLine } from '../journal/journal-line.ts';
import { lastSeatMove } from './seat-moves.ts';
import { receiptOf, WorkingCopy, type Remembered } from './working-copy.ts';

/** How many of the last entries are kept at hand for watchers that come back. */
const recentLength = 1_000;

/** What has just become known of a session, in order and without gaps. */
export interface News {
  readonly projection: SessionProjection;
  readonly entries: readonly JournalEntry[];
}

/**
 * A session as this process knows it: advanced by committed entries only, in order,
 * whoever brings them. Entries it has already are skipped, so the desk and the listener may both bring them.
 */
export class SessionProjection {
  private state: { readonly session: Session | undefined; readonly head: Head } = {
    session: undefined,
    head: emptyHead,
  };
  private seatsMovedAt = 0;
  private readonly commands = new Map<string, Remembered>();
  private recent: JournalEntry[] = [];

  constructor(
    readonly sessionId: string,
    private readonly tell: (news: News) => void,
  ) {}

  get head(): Head {
    return this.state.head;
  }

  get isEmpty(): boolean {
    return this.state.session === undefined;
  }

  /** The session with everything in it, openings included. Redact before it leaves the house. */
  get session(): Session {
    if (!this.state.session) throw new Error(`session ${this.sessionId} has not been convened`);
    return this.state.session;
  }

  /** What a command id stands for, if it is recorded. */
  remembered(commandId: string): Remembered | undefined {
    return this.commands.get(commandId);
  }

  workingCopy(now: string): WorkingCopy {
    return new WorkingCopy(this.sessionId, this.state.session, this.head, this.seatsMovedAt, now);
  }

  /** Takes in lines that were committed and have been checked against the chain. */
  advance(lines: readonly JournalLine[]): void {
    const news = lines.filter(({ entry }) => entry.position > this.head.position);
    if (news.length === 0) return;
    const session = news.reduce<Session | undefined>(
      (before, { entry }) => evolve(before, entry, sha256),
      this.state.session,
    );
    this.settle(news, session);
  }

  /** Takes over a working copy once it is committed, without evolving the session a second time. */
  adopt({ lines, session, head }: WorkingCopy): void {
    const first = lines[0]?.entry.position;
    if (first === undefined || head.position <= this.head.position) return;
    if (first === this.head.position + 1) this.settle(lines, session);
    else this.advance(lines);
  }

  /** The entries after a position as far as they are at hand; undefined where they reach further back. */
  recentAfter(position: number): readonly JournalEntry[] | undefined {
    if (position > this.head.position) return undefined;
    const missing = this.head.position - position;
    return missing <= this.recent.length ? this.recent.slice(this.recent.length - missing) : undefined;
  }

  private settle(lines: readonly JournalLine[], session: Session | undefined): void {
    const entries = lines.map(({ entry }) => entry);
    this.state = { session, head: entries.at(-1)! };
    this.seatsMovedAt = lastSeatMove(entries) ?? this.seatsMovedAt;
    for (const { entry, requestDigest } of lines) {
      const commandId = commandIdOf(entry);
      if (entry.part === 0 && commandId)
        this.commands.set(commandId, { requestDigest, receipt: receiptOf(entry) });
    }
    this.recent.push(...entries);
    if (this.recent.length > 2 * recentLength) this.recent = this.recent.slice(-recentLength);
    this.tell({ projection: this, entries });
  }
}
