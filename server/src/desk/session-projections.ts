import { Injectable, Logger } from '@nestjs/common';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { BrokenChain } from '../journal/broken-chain.ts';
import { Journal, pageLength, type JournalWriter } from '../journal/journal.ts';
import { Clocks } from './clocks.ts';
import { SessionProjection, type News } from './session-projection.ts';

type Listener = (news: News) => void;

const sessionIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every session this process knows, each read from its journal once and kept up to date from then on. */
@Injectable()
export class SessionProjections {
  private readonly logger = new Logger(SessionProjections.name);
  private readonly known = new Map<string, SessionProjection>();
  private readonly loading = new Map<string, Promise<SessionProjection | undefined>>();
  private readonly catchingUp = new Map<string, { running: Promise<void>; next?: Promise<void> }>();
  private readonly broken = new Map<string, BrokenChain>();
  private readonly listeners: Listener[] = [];
  private readonly knownListeners: ((projection: SessionProjection) => void)[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly clocks: Clocks,
  ) {}

  /** Calls back for every entry, once, in order, after it is committed, whichever process recorded it. */
  onNews(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Calls back for every session that comes into memory. */
  onKnown(listener: (projection: SessionProjection) => void): void {
    this.knownListeners.push(listener);
  }

  /** The sessions that are in memory. */
  get all(): Iterable<SessionProjection> {
    return this.known.values();
  }

  /**
   * The session as this process knows it; undefined when nobody convened it.
   * @throws BrokenChain from the moment its journal was found not to hold
   */
  async of(sessionId: string): Promise<SessionProjection | undefined> {
    this.refuseBroken(sessionId);
    const known = this.known.get(sessionId);
    if (known) return known;
    if (!sessionIdForm.test(sessionId)) return undefined;
    let loading = this.loading.get(sessionId);
    if (!loading) {
      loading = this.load(sessionId).finally(() => this.loading.delete(sessionId));
      this.loading.set(sessionId, loading);
    }
    return loading;
  }

  /** The session with everything that was committed before this call, by any process. */
  async upToDate(sessionId: string): Promise<SessionProjection | undefined> {
    const projection = await this.of(sessionId);
    if (!projection) return undefined;
    await Promise.all([this.catchUp(projection), this.clocks.refresh(projection.session)]);
    return projection;
  }

  /** The entries after a position, from memory where they are at hand. */
  async entriesAfter(projection: SessionProjection, position: number): Promise<readonly JournalEntry[]> {
    const recent = projection.recentAfter(position);
    if (recent) return recent;
    const entries: JournalEntry[] = [];
    const end = projection.head.position;
    for (let after = position; after < end;) {
      const lines = await this.journal.page(projection.sessionId, after);
      entries.push(...lines.map(({ entry }) => entry));
      after += pageLength;
    }
    return entries.filter((each) => each.position <= end);
  }

  /** Reads on under the writer's lock, so that the projection is at the end of the journal until the lock falls. */
  async catchUpWith(writer: JournalWriter, projection: SessionProjection): Promise<void> {
    await this.watchingForBreaks(projection.sessionId, () =>
      readOn(projection, () => writer.readAfter(projection.head)),
    );
  }

  private async load(sessionId: string): Promise<SessionProjection | undefined> {
    const projection = new SessionProjection(
      sessionId,
      (news) => this.known.has(sessionId) && this.tell(news),
    );
    await this.watchingForBreaks(sessionId, () =>
      readOn(projection, () => this.journal.readAfter(sessionId, projection.head)),
    );
    if (projection.isEmpty) return undefined;
    await this.clocks.refresh(projection.session);
    // Entries that were there before are no news; from here on every entry is.
    this.known.set(sessionId, projection);
    for (const listener of this.knownListeners) listener(projection);
    return projection;
  }

  /** At most one reading runs and one waits: whoever asks during a reading may have missed its snapshot. */
  private catchUp(projection: SessionProjection): Promise<void> {
    const { sessionId } = projection;
    const read = () =>
      this.watchingForBreaks(sessionId, () =>
        readOn(projection, () => this.journal.readAfter(sessionId, projection.head)),
      );
    const turn = this.catchingUp.get(sessionId);
    if (turn)
      return (turn.next ??= turn.running.then(
        () => this.begin(sessionId, read),
        () => this.begin(sessionId, read),
      ));
    return this.begin(sessionId, read);
  }

  private begin(sessionId: string, read: () => Promise<void>): Promise<void> {
    const turn: { running: Promise<void>; next?: Promise<void> } = {
      running: read().finally(() => {
        if (!turn.next) this.catchingUp.delete(sessionId);
      }),
    };
    this.catchingUp.set(sessionId, turn);
    return turn.running;
  }

  private async watchingForBreaks(sessionId: string, work: () => Promise<void>): Promise<void> {
    this.refuseBroken(sessionId);
    try {
      await work();
    } catch (error) {
      if (error instanceof BrokenChain) {
        this.broken.set(sessionId, error);
        this.logger.fatal(error.message);
      }
      throw error;
    }
  }

  private refuseBroken(sessionId: string): void {
    const broken = this.broken.get(sessionId);
    if (broken) throw broken;
  }

  private tell(news: News): void {
    for (const listener of this.listeners) {
      try {
        listener(news);
      } catch (error) {
        // What is recorded stays recorded, whatever becomes of those who are told.
        this.logger.error(error);
      }
    }
  }
}

async function readOn(
  projection: SessionProjection,
  read: () => ReturnType<Journal['readAfter']>,
): Promise<void> {
  for (;;) {
    const lines = await read();
    projection.advance(lines);
    if (lines.length < pageLength) return;
  }
}
