import {
  changesViewers,
  type CatchUp,
  type RecordedMessage,
  type RevealedMessage,
  type Snapshot,
  type You,
} from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { evolve, reveal } from '@open-ballot/shared/journal/replay';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { Session, Tally } from '@open-ballot/shared/rules/session';
import { CatchingUp, type Caught } from './catching-up.ts';
import { ChainFollower, checkFromStart, type ChainState } from './chain-check.ts';
import type { Line, LineState } from './line.ts';
import { freshCommandId } from './command-id.ts';
import { Outbox } from './outbox.ts';
import { ServerClock } from './server-clock.ts';
import { withLaterBallots, withOwnBallot, withTallies } from './own-part.ts';

export type Denied = Exclude<Receipt, { readonly outcome: 'recorded' }>;

/**
 * Why this viewer may not look, or not any more: a sign-in that ended takes the session off the screen. Trouble that
 * passes (`database-away`, `too-many`) takes nothing from somebody who is reading or filling in a ballot.
 */
export const shutOutBy = ({ denied, session }: Pick<LiveState, 'denied' | 'session'>): Denied | undefined =>
  !session || denied?.code === 'not-found' ? denied : undefined;

/** The session as this browser knows it, at one moment. */
export interface LiveState {
  readonly connection: 'connecting' | 'online' | 'offline' | 'outdated';
  /** Undefined until the first snapshot. */
  readonly session: Session | undefined;
  readonly you: You;
  readonly position: number;
  readonly headHash: string;
  readonly chain: ChainState | undefined;
  /** How many watch, this browser included; undefined until somebody said. */
  readonly watching: number | undefined;
  /** The latest facts, oldest first. */
  readonly feed: readonly JournalEntry[];
  /** What was recorded while the line was down; a screen shows it first and then dismisses it. */
  readonly missed: readonly JournalEntry[];
  /** Commands without a receipt yet. */
  readonly waiting: number;
  /** Why this viewer may not watch. */
  readonly denied: Denied | undefined;
  /** Server's time in milliseconds when the line last proved alive. */
  readonly heardAt: number | undefined;
}

export type FetchJournal = (after: number) => Promise<readonly JournalEntry[]>;

const nobody: You = { ballots: {} };
const feedLength = 200;

/** The one store of a live session. Knows nothing of React, so it can be tested without it. */
export class LiveSession {
  readonly clock: ServerClock;
  private state: LiveState = {
    connection: 'connecting',
    session: undefined,
    you: nobody,
    position: 0,
    headHash: '',
    chain: undefined,
    watching: undefined,
    feed: [],
    missed: [],
    waiting: 0,
    denied: undefined,
    heardAt: undefined,
  };
  private readonly listeners = new Set<() => void>();
  private readonly outbox: Outbox;
  private life = new AbortController();
  private isLeft = false;
  private readonly catchingUp = new CatchingUp(
    (whole) => this.askWhatIsNew(whole),
    () => this.life.signal.aborted,
  );
  private wasDown = false;
  private chain: ChainFollower | undefined;
  private fullCheck: Promise<void> | undefined;

  constructor(
    readonly sessionId: string,
    private readonly line: Line,
    private readonly fetchJournal: FetchJournal,
    clock = new ServerClock(),
  ) {
    this.clock = clock;
    this.outbox = new Outbox(
      (command) => this.line.ask('command', { sessionId, command }) as Promise<Receipt>,
      () => this.state.connection === 'online' && !this.isLeft,
      () => this.set({ waiting: this.outbox.size }),
    );
    line.onState((state) => this.lineIs(state));
    line.on('recorded', (message) => message.sessionId === sessionId && this.hear(message));
    line.on('revealed', (message) => message.sessionId === sessionId && this.unseal(message));
    line.on(
      'presence',
      (message) => message.sessionId === sessionId && this.set({ watching: message.watching }),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): LiveState => this.state;

  /**
   * Submits a command under an id that is kept until a receipt arrives, across any number of reconnects.
   * Repeating a failed command with its old id never records it twice (rule 9.3).
   */
  async submit(command: SessionCommand, commandId = freshCommandId()): Promise<Receipt> {
    const receipt = await this.outbox.put({ ...command, commandId });
    this.settle(command, receipt);
    return receipt;
  }

  /** Recomputes the chain from the first entry; afterwards `chain.from` is 1. Running it twice costs nothing. */
  checkWholeChain(): Promise<void> {
    this.fullCheck ??= this.check().catch(() => {
      this.fullCheck = undefined;
    });
    return this.fullCheck;
  }

  dismissMissed(): void {
    if (this.state.missed.length > 0) this.set({ missed: [] });
  }

  /** Begins to watch. Can be opened again after `close`. */
  open(): void {
    this.life = new AbortController();
    this.isLeft = false;
    this.line.open();
  }

  /** What the screens send as they go away still goes out. */
  close(): void {
    this.life.abort();
    setTimeout(() => {
      if (!this.life.signal.aborted) return;
      this.isLeft = true;
      this.line.close();
    });
  }

  private set(change: Partial<LiveState>): void {
    if (this.life.signal.aborted) return;
    this.state = { ...this.state, ...change };
    this.listeners.forEach((tell) => tell());
  }

  private lineIs(state: LineState): void {
    if (state === 'up') return void this.catchingUp.begin();
    this.wasDown ||= this.state.session !== undefined;
    this.set({
      connection: state === 'outdated' ? 'outdated' : 'offline',
    });
  }

  private async askWhatIsNew(whole: boolean): Promise<Caught> {
    const asked = this.clock.started();
    const after = this.state.session && !whole ? { after: this.state.position } : {};
    const answer = (await this.line.ask('watch', { sessionId: this.sessionId, ...after })) as
      Snapshot | CatchUp | Denied;
    return this.takeAnswer(answer, asked);
  }

  private takeAnswer(answer: Snapshot | CatchUp | Denied, asked: number): Caught {
    if ('outcome' in answer) {
      if (answer.outcome === 'failed') return 'nothing';
      this.set({ connection: 'online', denied: answer });
      return 'gap';
    }
    this.clock.set(answer.serverTime, asked);
    // Another process may be a moment behind this one. What is on screen never goes backwards.
    if (answer.position < this.state.position) return 'nothing';
    const missed = 'session' in answer ? [] : answer.entries;
    if ('session' in answer) {
      if (this.wasDown && this.state.position < answer.position)
        void this.fetchMissed(this.state.position, answer.position);
      this.start(answer);
    } else {
      this.take(answer.entries, answer.tallies);
      if (answer.headHash !== this.state.headHash) this.chain?.disagree(answer.position);
    }
    this.set({
      connection: 'online',
      denied: undefined,
      you: withLaterBallots(answer.you, this.state.you, answer.position),
      missed: this.wasDown ? [...this.state.missed, ...missed] : this.state.missed,
      heardAt: this.clock.now(),
      ...(this.chain && { chain: this.chain.state }),
    });
    this.wasDown = false;
    this.outbox.resend();
    return 'session' in answer ? 'whole' : 'gap';
  }

  private start({ session, position, headHash }: Snapshot): void {
    const continues = position === this.state.position && headHash === this.state.headHash;
    if (!this.chain || !continues) {
      this.chain = new ChainFollower(position, headHash);
      const wasAsked = this.fullCheck !== undefined;
      this.fullCheck = undefined;
      if (wasAsked) queueMicrotask(() => void this.checkWholeChain());
    }
    this.set({ session, position, headHash, chain: this.chain.state });
  }

  /** The gap was answered with the whole session; what happened in it is still told first. */
  private async fetchMissed(after: number, until: number): Promise<void> {
    const entries = await this.fetchJournal(after).catch(() => []);
    const missed = entries.filter((entry) => entry.position <= until);
    const shown = new Set(this.state.feed.map(({ position }) => position));
    const feed = [...this.state.feed, ...missed.filter(({ position }) => !shown.has(position))].toSorted(
      (a, b) => a.position - b.position,
    );
    this.set({ missed: [...this.state.missed, ...missed], feed: feed.slice(-feedLength) });
  }

  private hear(message: RecordedMessage): void {
    const again = () => this.hear(message);
    if (!this.state.session || this.catchingUp.isUnderWay) return this.catchingUp.holdBack(again);
    const first = message.entries.find((entry) => entry.position > this.state.position);
    if (first && first.position !== this.state.position + 1) {
      // A message was lost on the way. Fetch what is missing rather than show a wrong count.
      this.catchingUp.holdBack(again);
      return void this.catchingUp.begin();
    }
    this.take(message.entries, message.tallies);
    if (!first) return;
    if (message.entries.some(({ event }) => changesViewers.has(event.type))) void this.catchingUp.begin(true);
    else this.refreshIfHiddenElsewhere(message.entries);
  }

  private take(entries: readonly JournalEntry[], tallies?: Readonly<Record<string, Tally>>): void {
    const news = entries.filter((entry) => entry.position > this.state.position);
    const last = news.at(-1);
    const before = this.state.session;
    if (!last || !before) return;
    this.chain?.follow(news);
    const session = news.reduce<Session>((current, entry) => evolve(current, entry), before);
    this.set({
      session: withTallies(session, tallies),
      position: last.position,
      headHash: last.hash,
      chain: this.chain?.state,
      feed: [...this.state.feed, ...news].slice(-feedLength),
      heardAt: this.clock.now(),
    });
  }

  private unseal(message: RevealedMessage): void {
    const { session } = this.state;
    // The closing that these openings follow may be what is being fetched.
    if (!session || this.catchingUp.isUnderWay) return this.catchingUp.holdBack(() => this.unseal(message));
    const { openings } = message;
    this.chain?.open(openings);
    const opened = new Map(openings.map(({ position, opening }) => [position, opening]));
    this.set({
      session: reveal(session, openings),
      chain: this.chain?.state,
      feed: this.state.feed.map((entry) => {
        const opening = opened.get(entry.position);
        return opening ? { ...entry, opening } : entry;
      }),
    });
  }

  private settle(command: SessionCommand, receipt: Receipt): void {
    if (command.type !== 'cast-ballot') return;
    if (receipt.outcome === 'recorded')
      this.set({ you: withOwnBallot(this.state.you, command, receipt.position) });
    // Another device was faster, under hidden ballots unseen from here: ask what of one's own is recorded.
    if (receipt.outcome === 'refused') void this.catchingUp.begin();
  }

  /** A hidden ballot of one's own that another device or the secretary recorded: only `watch` tells what it says. */
  private refreshIfHiddenElsewhere(entries: readonly JournalEntry[]): void {
    const { memberId, ballots } = this.state.you;
    if (memberId === undefined) return;
    const elsewhere = entries.some(({ event, position, opening }) => {
      if (event.sealed === undefined || opening || event['memberId'] !== memberId) return false;
      return ballots[String(event['roundId'])]?.position !== position;
    });
    if (elsewhere) void this.catchingUp.begin();
  }

  private async check(): Promise<void> {
    const follower = this.chain;
    if (!follower) return;
    const until = { position: this.state.position, hash: this.state.headHash };
    const recent: JournalEntry[] = [];
    const broken = await checkFromStart({
      page: async (after) => {
        const entries = await this.fetchJournal(after);
        recent.push(...entries);
        recent.splice(0, recent.length - feedLength);
        return entries;
      },
      until,
      signal: this.life.signal,
      progress: (position) => {
        follower.checking(position);
        this.set({ chain: follower.state });
      },
    }).finally(() => follower.checking(undefined));
    if (this.chain !== follower || this.life.signal.aborted) return;
    if (broken) follower.breakAt(broken.position, broken.flaw);
    else follower.checkedFromStart();
    const first = this.state.feed[0]?.position ?? this.state.position + 1;
    const older = recent.filter((entry) => entry.position < first);
    this.set({ chain: follower.state, feed: [...older, ...this.state.feed].slice(-feedLength) });
  }
}
