import { randomUUID } from 'node:crypto';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { liveNamespace } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import { refuse, type RefusalCode } from '@open-ballot/shared/rules/refusal';
import type { Namespace, Socket } from 'socket.io';
import { CommandsService } from '../commands/commands.service.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { Clocks } from '../desk/clocks.ts';
import type { SessionProjection } from '../desk/session-projection.ts';
import { SessionProjections } from '../desk/session-projections.ts';
import { strangersBody } from '../http/body-bounds.ts';
import { Problem } from '../http/problem.ts';
import { SameOrigin } from '../http/same-origin.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';
import { SignInService } from '../sign-in/sign-in.service.ts';
import { type Encoded, splicingParser } from './encoded.ts';
import { FanOut, hangUp, isTooFarBehind } from './fan-out.ts';
import { guardHandshake } from './handshake.ts';
import { CommandMessageDto, reader, UnwatchDto, WatchDto } from './messages.ts';
import { Snapshots } from './snapshots.ts';
import { Watchers } from './watchers.ts';

/** Requests of one socket that are being worked on. Who asks for more at once is not voting. */
const requestsAtOnce = 64;
/** Sessions that one socket watches. A screen shows one of them. */
const watchesAtOnce = 16;
/** How often everybody is looked at again, in ms: a sign-in that has ended must not go on watching. */
const lookAgainEvery = 60_000;

type Reply = (answer: Receipt | Encoded) => void;

interface Watched {
  readonly watchers: Watchers;
  readonly snapshots: Snapshots;
}

const readWatch = reader(WatchDto);
const readUnwatch = reader(UnwatchDto);
const readCommand = reader(CommandMessageDto);

/**
 * Carries messages between sockets and the rooms behind. Nobody calls it: it listens to what was recorded.
 *
 * The handlers hang on the sockets themselves. Nest's own binding of messages costs a command a third of the
 * way and answers a failed one with an event instead of its acknowledgement.
 */
@WebSocketGateway({
  namespace: liveNamespace,
  // One connection from the first byte on: no sticky sessions behind a balancer.
  transports: ['websocket'],
  // Compression doubled the work and tripled the memory of a watcher.
  perMessageDeflate: false,
  parser: splicingParser,
  // The handshake lets more in for whoever has signed in.
  maxHttpBufferSize: strangersBody,
})
export class LiveGateway implements OnGatewayInit<Namespace>, OnModuleDestroy {
  private readonly logger = new Logger(LiveGateway.name);
  private readonly fanOut = new FanOut();
  private readonly watched = new Map<string, Watched>();
  private readonly looking = setInterval(() => void this.lookAgain(), lookAgainEvery).unref();

  constructor(
    private readonly commands: CommandsService,
    private readonly sessions: SessionsService,
    private readonly projections: SessionProjections,
    private readonly clocks: Clocks,
    private readonly signIns: SignInService,
    private readonly sameOrigin: SameOrigin,
    private readonly notices: PeopleNotices,
  ) {}

  afterInit(namespace: Namespace): void {
    guardHandshake(namespace, {
      sameOrigin: this.sameOrigin,
      knows: async (cookie) => (await this.signIns.callerFromCookie(cookie)) !== undefined,
    });
    // A sign-in that has ended must not go on watching, in whatever process it ended.
    this.notices.onChange(({ accountId, sessionId }) => {
      for (const [id, { watchers }] of this.watched)
        if (accountId !== undefined || id === sessionId) void watchers.lookAgain(accountId);
    });
    namespace.on('connection', (socket) => this.welcome(socket));
    this.projections.onNews(
      ({ projection, entries }) => void this.watched.get(projection.sessionId)?.watchers.recorded(entries),
    );
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
    for (const { watchers } of this.watched.values()) watchers.end();
  }

  /** Looks again who sits at the sockets that watch, and disconnects whoever may not any more. */
  async lookAgain(): Promise<void> {
    for (const { watchers } of this.watched.values()) await watchers.lookAgain();
  }

  private welcome(socket: Socket): void {
    let underWay = 0;
    const answers = (event: string, work: (message: unknown) => Promise<Receipt | Encoded>): void => {
      socket.on(event, async (message: unknown, reply: unknown) => {
        const tell: Reply = typeof reply === 'function' ? (reply as Reply) : () => undefined;
        if (isTooFarBehind(socket)) return hangUp(socket);
        if (underWay >= requestsAtOnce)
          return tell(refuse('too-many', `${requestsAtOnce} requests of this connection are under way`));
        underWay += 1;
        tell(await this.answered(() => work(message)));
        underWay -= 1;
      });
    };
    answers('command', (message) => this.command(socket, message));
    answers('watch', (message) => this.watch(socket, message));
    socket.on('unwatch', (message: unknown) => this.unwatch(socket, message));
    socket.on('disconnect', () => {
      for (const { watchers } of this.watched.values()) watchers.leave(socket);
    });
  }

  private async command(socket: Socket, message: unknown): Promise<Receipt> {
    const asked = readCommand(message);
    if ('outcome' in asked) return asked;
    // Asked anew each time, so that a sign-out elsewhere reaches a socket that is still open.
    const account = await this.signIns.callerFromCookie(socket.handshake.headers.cookie);
    return this.commands.submit(asked.sessionId, asked.command, account);
  }

  private async watch(socket: Socket, message: unknown): Promise<Receipt | Encoded> {
    const asked = readWatch(message);
    if ('outcome' in asked) return asked;
    const account = await this.signIns.callerFromCookie(socket.handshake.headers.cookie);
    const { projection, caller } = await this.sessions.view(asked.sessionId, account);
    const { watchers, snapshots } = this.watchedOf(projection);
    if (!watchers.has(socket) && this.watchesOf(socket) >= watchesAtOnce)
      return refuse('too-many', `one connection watches at most ${watchesAtOnce} sessions`);
    // In one turn of the loop: whatever is recorded after the answer is told, and nothing is told twice.
    if (socket.connected) watchers.join(socket, caller);
    return snapshots.answer(caller, asked.after, this.clocks.now(projection.session));
  }

  private unwatch(socket: Socket, message: unknown): void {
    const asked = readUnwatch(message);
    if (!('outcome' in asked)) this.watched.get(asked.sessionId)?.watchers.leave(socket);
  }

  private watchesOf(socket: Socket): number {
    return [...this.watched.values()].filter(({ watchers }) => watchers.has(socket)).length;
  }

  private watchedOf(projection: SessionProjection): Watched {
    let watched = this.watched.get(projection.sessionId);
    if (!watched) {
      const readAfter = (position: number) => this.projections.entriesAfter(projection, position);
      const viewerAt = async (socket: Socket) =>
        this.sessions.viewerOf(
          projection,
          await this.signIns.callerFromCookie(socket.handshake.headers.cookie),
        );
      watched = {
        watchers: new Watchers(projection, readAfter, viewerAt, this.fanOut),
        snapshots: new Snapshots(projection),
      };
      this.watched.set(projection.sessionId, watched);
    }
    return watched;
  }

  /** Every request is answered, also when it is malformed or something fails: nobody waits for nothing. */
  private async answered(work: () => Promise<Receipt | Encoded>): Promise<Receipt | Encoded> {
    try {
      return await work();
    } catch (error) {
      return this.receiptFor(error);
    }
  }

  private receiptFor(error: unknown): Receipt {
    if (error instanceof Problem) return refuse(error.code as RefusalCode, error.detail);
    if (isDatabaseAway(error)) return refuse('database-away', 'the database cannot be reached');
    const requestId = randomUUID();
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(`${requestId}: ${message}`, stack);
    return { outcome: 'failed', code: 'failed', requestId };
  }
}
