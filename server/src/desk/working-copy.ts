import { randomBytes } from 'node:crypto';
import type { Recorded } from '@open-ballot/shared/contract/receipt';
import { seal, type Head } from '@open-ballot/shared/journal/chain';
import { evolve } from '@open-ballot/shared/rules/evolve';
import type { Fact } from '@open-ballot/shared/rules/fact';
import type { Session } from '@open-ballot/shared/rules/session';
import { sha256, type JournalLine } from '../journal/journal-line.ts';
import { lastSeatMove } from './seat-moves.ts';

/** What a command id stands for once it is recorded (rule 9.3). */
export interface Remembered {
  readonly requestDigest: string;
  readonly receipt: Recorded;
}

/** Who records facts, by which command. */
export interface Recorder {
  readonly actor: string;
  readonly commandId: string;
  readonly requestDigest: string;
}

/** The session as it will be once a batch is committed. Nobody else sees it before. */
export class WorkingCopy {
  readonly lines: JournalLine[] = [];
  private readonly commands = new Map<string, Remembered>();

  constructor(
    readonly sessionId: string,
    public session: Session | undefined,
    public head: Head,
    /** The position through which the seat of a caller must be known. */
    public seatsMovedAt: number,
    /** The moment of everything recorded with it, UTC with milliseconds. */
    readonly now: string,
  ) {}

  remembered(commandId: string): Remembered | undefined {
    return this.commands.get(commandId);
  }

  record(facts: readonly Fact[], { actor, commandId, requestDigest }: Recorder): Recorded {
    const sealed = seal(this.head, facts, {
      sessionId: this.sessionId,
      actor,
      commandId,
      recordedAt: this.now,
      salt: () => randomBytes(16).toString('hex'),
      sha256,
    });
    // Nothing is kept before all of it could be applied: a command that fails half-way leaves no trace.
    const session = sealed.reduce<Session | undefined>(
      (before, { entry }) => evolve(before, entry, sha256),
      this.session,
    );
    const receipt = receiptOf(sealed[0]!.entry);
    this.session = session;
    this.head = sealed.at(-1)!.entry;
    this.seatsMovedAt = lastSeatMove(sealed.map(({ entry }) => entry)) ?? this.seatsMovedAt;
    this.commands.set(commandId, { requestDigest, receipt });
    for (const line of sealed) this.lines.push({ ...line, requestDigest });
    return receipt;
  }
}

/** A receipt names the first entry of its command. */
export const receiptOf = ({ position, hash, recordedAt }: Head): Recorded => ({
  outcome: 'recorded',
  position,
  hash,
  recordedAt,
});
