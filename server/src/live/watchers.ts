import { setTimeout as after } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import {
  changesViewers,
  type PresenceMessage,
  type RecordedMessage,
  type RevealedMessage,
} from '@open-ballot/shared/contract/live';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { hiddenTallies, openingsOf, redact, type Audience } from '@open-ballot/shared/rules/showing/redact';
import { roundOf } from '@open-ballot/shared/rules/session';
import type { Socket } from 'socket.io';
import type { SessionProjection } from '../desk/session-projection.ts';
import type { DeskCaller } from '../desk/submission.ts';
import { strangersBody } from '../http/body-bounds.ts';
import { audienceOf } from '../sessions/view.ts';
import { hangUp, letIn, type FanOut } from './fan-out.ts';
import { Frame } from './frame.ts';

/** The least time between two frames of `recorded`, in ms. A burst of ballots becomes a handful of frames. */
const calm = 50;
/** The least time between two frames of `presence`, in ms. */
const presenceCalm = 1_000;

interface Watcher {
  audience: Audience;
  caller: DeskCaller;
  /** The position it had when it came: entries up to there it knows from its snapshot. */
  readonly since: number;
}

/** Reads the entries of the session after a position. */
type ReadAfter = (position: number) => Promise<readonly JournalEntry[]>;
/** Who sits at a socket now, or undefined for somebody who may not look (any more). */
type ViewerAt = (socket: Socket) => Promise<DeskCaller | undefined>;

/** The sockets of this process that watch one session, and what they have not been told yet. */
export class Watchers {
  private readonly watchers = new Map<Socket, Watcher>();
  private pending: JournalEntry[] = [];
  private telling = false;
  private presenceTimer: NodeJS.Timeout | undefined;
  private readonly logger = new Logger(Watchers.name);

  constructor(
    private readonly projection: SessionProjection,
    private readonly readAfter: ReadAfter,
    private readonly viewerAt: ViewerAt,
    private readonly fanOut: FanOut,
  ) {}

  get size(): number {
    return this.watchers.size;
  }

  has(socket: Socket): boolean {
    return this.watchers.has(socket);
  }

  /** From now on the socket is told of everything after the projection's head. */
  join(socket: Socket, caller: DeskCaller): void {
    const { session, head } = this.projection;
    this.watchers.set(socket, { caller, audience: audienceOf(session, caller), since: head.position });
    this.tellPresence();
  }

  leave(socket: Socket): void {
    if (this.watchers.delete(socket)) this.tellPresence();
  }

  end(): void {
    clearTimeout(this.presenceTimer);
  }

  /** Tells at once when all was quiet; what comes while that is under way, or within the calm after it, goes together. */
  async recorded(entries: readonly JournalEntry[]): Promise<void> {
    this.pending.push(...entries);
    if (this.telling) return;
    this.telling = true;
    try {
      while (this.pending.length > 0) {
        const news = this.pending;
        this.pending = [];
        const told = this.tell(news).catch((error: unknown) => this.hangUpOnAll(error));
        await Promise.all([told, after(calm, undefined, { ref: false })]);
      }
    } finally {
      this.telling = false;
    }
  }

  private async tell(entries: readonly JournalEntry[]): Promise<void> {
    if (entries.some(({ event }) => changesViewers.has(event.type))) await this.lookAgain();
    await Promise.all([
      this.tellAudience('public', entries),
      this.tellAudience('officers', entries),
      ...entries
        .filter(({ event }) => event.type === 'round-closed')
        .map(({ event }) => this.reveal(String(event['roundId']))),
    ]);
  }

  private tellAudience(audience: Audience, entries: readonly JournalEntry[]): Promise<void> {
    const { session, sessionId } = this.projection;
    const tallies = hiddenTallies(session);
    const redacted = entries.map((entry) => redact(entry, audience, session));
    const [first, last] = [entries[0]!.position, entries.at(-1)!.position];
    const frames = new Map<number, Frame>();
    // Nearly all have been here since before the first of these entries and share one frame.
    const frameSince = (since: number): Frame => {
      const known = frames.get(since);
      if (known) return known;
      const news = redacted.filter(({ position }) => position > since);
      const frame = frameOf<RecordedMessage>('recorded', {
        sessionId,
        entries: news,
        ...(tallies && { tallies }),
      });
      frames.set(since, frame);
      return frame;
    };
    const audienceNow = [...this.watchers]
      .filter(([, each]) => each.audience === audience)
      .map(([socket]) => socket);
    return this.fanOut.send(audienceNow, (socket) => {
      const since = this.watchers.get(socket)?.since ?? last;
      return since < last ? frameSince(Math.max(since, first - 1)) : undefined;
    });
  }

  /** Sends the sealed parts that everybody may have now that their round is closed (rule 10.4). */
  private async reveal(roundId: string): Promise<void> {
    const { session, sessionId } = this.projection;
    const round = roundOf(session, roundId)?.round;
    if (!round || session.ruleSet.visibility === 'names' || this.size === 0) return;
    const openings = openingsOf(await this.readAfter(round.openedPosition), round, this.projection.session);
    if (openings.length > 0)
      await this.tellAll(frameOf<RevealedMessage>('revealed', { sessionId, openings }));
  }

  private tellPresence(): void {
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = undefined;
      void this.tellAll(
        frameOf<PresenceMessage>('presence', { sessionId: this.projection.sessionId, watching: this.size }),
      );
    }, presenceCalm).unref();
  }

  private tellAll(frame: Frame): Promise<void> {
    return this.fanOut.send([...this.watchers.keys()], (socket) =>
      this.watchers.has(socket) ? frame : undefined,
    );
  }

  /**
   * Looks again who everybody is: the chair passes, seats move, sign-ins end. Whoever may not watch any more
   * is disconnected, and hears why when they ask again. `accountId` where it concerns one person only.
   */
  async lookAgain(accountId?: string): Promise<void> {
    const meant = [...this.watchers].filter(
      ([, { caller }]) => accountId === undefined || caller.accountId === accountId,
    );
    await Promise.all(meant.map(([socket, watcher]) => this.lookAt(socket, watcher)));
  }

  private async lookAt(socket: Socket, watcher: Watcher): Promise<void> {
    const isStranger = watcher.caller.accountId === undefined;
    // There are thousands of them, and nobody becomes somebody on an open line.
    if (isStranger && this.projection.session.public) return;
    // Rather nobody than somebody who may have no right to it any more.
    const viewer = await this.viewerAt(socket).catch(() => undefined);
    if (this.watchers.get(socket) !== watcher) return;
    if (viewer) {
      // Whoever has signed out sends no more than a stranger may.
      if (!isStranger && viewer.accountId === undefined) letIn(socket, strangersBody);
      watcher.caller = viewer;
      watcher.audience = audienceOf(this.projection.session, viewer);
    } else {
      this.leave(socket);
      socket.disconnect(true);
    }
  }

  /** Who could not be told comes back and catches up by position. */
  private hangUpOnAll(error: unknown): void {
    this.logger.error(`session ${this.projection.sessionId} could not be told: ${(error as Error).message}`);
    for (const socket of this.watchers.keys()) hangUp(socket);
  }
}

const frameOf = <Message>(event: string, message: Message): Frame =>
  new Frame(event, JSON.stringify(message));
