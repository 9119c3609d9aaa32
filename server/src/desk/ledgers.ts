import { Injectable, Logger } from '@nestjs/common';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { BrokenChain } from '../journal/broken-chain.ts';
import { Journal, pageLength, type Pen } from '../journal/journal.ts';
import { Clocks } from './clocks.ts';
import { Ledger, type News } from './ledger.ts';

type Listener = (news: News) => void;

const sessionIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every session this process knows, each read from its journal once and kept up to date from then on. */
@Injectable()
export class Ledgers {
  private readonly logger = new Logger(Ledgers.name);
  private readonly known = new Map<string, Ledger>();
  private readonly loading = new Map<string, Promise<Ledger | undefined>>();
  private readonly catchingUp = new Map<string, { running: Promise<void>; next?: Promise<void> }>();
  private readonly broken = new Map<string, BrokenChain>();
  private readonly listeners: Listener[] = [];
  private readonly knownListeners: ((ledger: Ledger) => void)[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly clocks: Clocks,
  ) {}

  /** Calls back for every entry, once, in order, after it is committed, whichever process recorded it. */
  onNews(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Calls back for every session that comes into memory. */
  onKnown(listener: (ledger: Ledger) => void): void {
    this.knownListeners.push(listener);
  }

  /** The sessions that are in memory. */
  get all(): Iterable<Ledger> {
    return this.known.values();
  }

  /**
   * The session as this process knows it; undefined when nobody convened it.
   * @throws BrokenChain from the moment its journal was found not to hold
   */
  async of(sessionId: string): Promise<Ledger | undefined> {
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
  async upToDate(sessionId: string): Promise<Ledger | undefined> {
    const ledger = await this.of(sessionId);
    if (!ledger) return undefined;
    await Promise.all([this.catchUp(ledger), this.clocks.refresh(ledger.session)]);
    return ledger;
  }

  /** The entries after a position, from memory where they are at hand. */
  async entriesAfter(ledger: Ledger, position: number): Promise<readonly JournalEntry[]> {
    const recent = ledger.recentAfter(position);
    if (recent) return recent;
    const entries: JournalEntry[] = [];
    const end = ledger.head.position;
    for (let after = position; after < end;) {
      const lines = await this.journal.page(ledger.sessionId, after);
      entries.push(...lines.map(({ entry }) => entry));
      after += pageLength;
    }
    return entries.filter((each) => each.position <= end);
  }

  /** Reads on under the writer's lock, so that the ledger is at the end of the journal until the lock falls. */
  async catchUpWith(pen: Pen, ledger: Ledger): Promise<void> {
    await this.watchingForBreaks(ledger.sessionId, () => readOn(ledger, () => pen.readAfter(ledger.head)));
  }

  private async load(sessionId: string): Promise<Ledger | undefined> {
    const ledger = new Ledger(sessionId, (news) => this.known.has(sessionId) && this.tell(news));
    await this.watchingForBreaks(sessionId, () =>
      readOn(ledger, () => this.journal.readAfter(sessionId, ledger.head)),
    );
    if (ledger.isEmpty) return undefined;
    await this.clocks.refresh(ledger.session);
    // Entries that were there before are no news; from here on every entry is.
    this.known.set(sessionId, ledger);
    for (const listener of this.knownListeners) listener(ledger);
    return ledger;
  }

  /** At most one reading runs and one waits: whoever asks during a reading may have missed its snapshot. */
  private catchUp(ledger: Ledger): Promise<void> {
    const { sessionId } = ledger;
    const read = () =>
      this.watchingForBreaks(sessionId, () =>
        readOn(ledger, () => this.journal.readAfter(sessionId, ledger.head)),
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

async function readOn(ledger: Ledger, read: () => ReturnType<Journal['readAfter']>): Promise<void> {
  for (;;) {
    const lines = await read();
    ledger.advance(lines);
    if (lines.length < pageLength) return;
  }
}
