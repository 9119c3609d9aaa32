import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import { emptyHead } from '@open-ballot/shared/journal/chain';
import type { Caller, Surroundings } from '@open-ballot/shared/rules/commands';
import { decide } from '@open-ballot/shared/rules/decide';
import { dueFacts } from '@open-ballot/shared/rules/due';
import type { Fact } from '@open-ballot/shared/rules/fact';
import { refuse } from '@open-ballot/shared/rules/refusal';
import { isDatabaseAway } from '../database/database-away.ts';
import { BrokenChain } from '../journal/broken-chain.ts';
import { CommitUnknown } from '../journal/commit-unknown.ts';
import { Journal, type Query } from '../journal/journal.ts';
import { sha256 } from '../journal/journal-line.ts';
import { Clocks, type Timed } from './clocks.ts';
import type { SessionProjection } from './session-projection.ts';
import { SessionProjections } from './session-projections.ts';
import { requestDigestOf, type Submission, type Waiting } from './submission.ts';
import { WorkingCopy } from './working-copy.ts';

/** Commands in one transaction. Enough to outrun a whole commission, small enough not to hold up the loop. */
const batchLength = 300;
/** Beyond this many waiting commands of one session the next one is turned away. */
const queueLength = 20_000;

/** A session about to be convened, with an id that no other session has. */
export interface Convening {
  readonly sessionId: string;
  readonly actor: string;
  readonly facts: readonly Fact[];
  readonly timed: Timed;
}

/** The ids under which the server records its own facts (rule 12.1); nobody else may take them first. */
const serversOwn = /^(deadline|duration|declined|convene):/;

/**
 * The one door every command goes through: queue, lock, catch up, decide, seal, append, commit, answer.
 *
 * Commands of a session wait in line here and are recorded many at a time. There is no timer:
 * while one batch is being committed the next one gathers, and an idle session pays one transaction.
 */
@Injectable()
export class SessionDesk implements BeforeApplicationShutdown {
  private readonly logger = new Logger(SessionDesk.name);
  private readonly queues = new Map<string, Waiting[]>();
  private readonly draining = new Set<Promise<void>>();

  constructor(
    private readonly journal: Journal,
    private readonly projections: SessionProjections,
    private readonly clocks: Clocks,
  ) {}

  /** Answers every command with a receipt and never throws. `recorded` means committed (rule 12.2). */
  submit(sessionId: string, submission: Submission): Promise<Receipt> {
    return new Promise((answer) => {
      const waiting: Waiting = { ...submission, requestDigest: requestDigestOf(submission), answer };
      const queue = this.queues.get(sessionId);
      if (!queue) {
        this.queues.set(sessionId, [waiting]);
        const drained = this.drain(sessionId).finally(() => this.draining.delete(drained));
        this.draining.add(drained);
      } else if (queue.length < queueLength) queue.push(waiting);
      else answer(refuse('too-many', `${queueLength} commands of this session are waiting already`));
    });
  }

  /**
   * Begins the journal of a session with `session-convened` (rule 1.1).
   * `alongside` stores what belongs to it outside the journal, in the same transaction.
   */
  async convene(
    { sessionId, actor, facts, timed }: Convening,
    alongside: (query: Query) => Promise<void>,
  ): Promise<Recorded> {
    await this.clocks.refresh(timed);
    const copy = new WorkingCopy(sessionId, undefined, emptyHead, 0, this.clocks.now(timed));
    const receipt = copy.record(facts, { actor, commandId: `convene:${sessionId}`, requestDigest: 'server' });
    await this.journal.asOnlyWriter(sessionId, async ({ append, query }) => {
      await alongside(query);
      await append(copy.lines);
    });
    return receipt;
  }

  /** Whoever has handed in a command still gets the receipt, and only then the database may go. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.draining);
  }

  /** Records what is due by the clock (rules 4.3, 11.2), once, whichever process comes first. */
  async settleDue(sessionId: string): Promise<void> {
    const projection = await this.projections.of(sessionId);
    if (projection) await this.record(projection, []);
  }

  private async drain(sessionId: string): Promise<void> {
    const queue = this.queues.get(sessionId)!;
    // Commands that arrive in the same turn of the loop belong to the same batch.
    await Promise.resolve();
    while (queue.length > 0) await this.answer(sessionId, queue.splice(0, batchLength));
    this.queues.delete(sessionId);
  }

  private async answer(sessionId: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const projection = await this.projections.of(sessionId);
      if (!projection)
        return batch.forEach(({ answer }) => answer(refuse('not-found', 'there is no such session')));
      const open = batch.filter((waiting) => !answerFromMemory(projection, waiting));
      if (open.length > 0) await this.record(projection, open);
    } catch (error) {
      // A batch that the database turned down goes again one by one, so that one command fails alone.
      if (batch.length > 1 && !concernsAll(error))
        for (const each of batch) await this.answer(sessionId, [each]);
      else {
        const receipt = this.receiptFor(error);
        for (const { answer } of batch) answer(receipt);
      }
    }
  }

  private async record(projection: SessionProjection, batch: readonly Waiting[]): Promise<void> {
    const { copy, receipts } = await this.journal.asOnlyWriter(projection.sessionId, async (writer) => {
      await this.projections.catchUpWith(writer, projection);
      await this.clocks.refresh(projection.session, writer.query);
      const now = this.clocks.now(projection.session);
      // Recorded moments never run backwards, whatever happens to the clocks of the servers (rule 11.1).
      const copy = projection.workingCopy(
        now > projection.head.recordedAt ? now : projection.head.recordedAt,
      );
      recordDue(copy);
      const receipts: Receipt[] = [];
      for (const waiting of batch) {
        const { position } = copy.head;
        const { caller, seatKnown } = waiting;
        // Seats move in other processes, and earlier in this very batch.
        const hasMoved = seatKnown !== undefined && seatKnown.through < copy.seatsMovedAt;
        const callerNow = hasMoved ? await seatKnown.anew(writer.query) : caller;
        const receipt = this.decide(projection, copy, waiting, callerNow);
        receipts.push(receipt);
        // Once, with the facts themselves: a repeated command has stored what belongs to it before.
        const isFresh = receipt.outcome === 'recorded' && receipt.position > position;
        if (isFresh) await waiting.alongside?.(writer.query, receipt);
      }
      await writer.append(copy.lines);
      return { copy, receipts };
    });
    // Only now, after the commit: a screen must never show a ballot that can still be rolled back.
    projection.adopt(copy);
    for (const [at, { answer }] of batch.entries()) answer(receipts[at]!);
  }

  private decide(
    projection: SessionProjection,
    copy: WorkingCopy,
    waiting: Waiting,
    caller: Caller,
  ): Receipt {
    const { commandId, command, requestDigest } = waiting;
    const known = copy.remembered(commandId) ?? projection.remembered(commandId);
    if (known) return again(known, requestDigest);
    // What fell due comes before what is asked, as the verifier will expect it.
    recordDue(copy);
    if (serversOwn.test(commandId))
      return refuse('command-id-reused', 'this command id is reserved for the server');
    try {
      const verdict = decide(copy.session!, command, caller, surroundingsOf(waiting, copy), sha256);
      if (verdict.outcome === 'refused') return verdict;
      return copy.record(verdict.facts, { actor: verdict.actor, commandId, requestDigest });
    } catch (error) {
      // The rules stumbled over this one command; its neighbours are not to suffer.
      return this.receiptFor(error);
    }
  }

  private receiptFor(error: unknown): Receipt {
    if (isDatabaseAway(error) && !(error instanceof CommitUnknown)) {
      return refuse('database-away', 'the database cannot be reached; nothing was recorded');
    }
    const requestId = randomUUID();
    // Without the parameters a database error carries: they hold what people voted.
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(`${requestId}: ${message}`, stack);
    return { outcome: 'failed', code: 'failed', requestId };
  }
}

const surroundingsOf = ({ issued, attachmentSha256 }: Waiting, { now, head }: WorkingCopy): Surroundings => ({
  now,
  freshId: randomUUID(),
  ...(issued && { issued: { ...issued, lastPosition: head.position } }),
  ...(attachmentSha256 !== undefined && { attachmentSha256 }),
});

function recordDue(copy: WorkingCopy): void {
  for (let due = dueFacts(copy.session!, copy.now); due; due = dueFacts(copy.session!, copy.now)) {
    copy.record(due.facts, { actor: 'server', commandId: due.commandId, requestDigest: 'server' });
  }
}

function answerFromMemory(
  projection: SessionProjection,
  { commandId, requestDigest, answer }: Waiting,
): boolean {
  const known = projection.remembered(commandId);
  if (known) answer(again(known, requestDigest));
  return known !== undefined;
}

const again = (known: { requestDigest: string; receipt: Recorded }, requestDigest: string): Receipt =>
  known.requestDigest === requestDigest
    ? known.receipt
    : refuse('command-id-reused', 'this command id stands for another command or another sender');

const concernsAll = (error: unknown): boolean =>
  error instanceof BrokenChain || error instanceof CommitUnknown || isDatabaseAway(error);
