import { setImmediate as nextTurn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { Frame } from './frame.ts';

/** Sockets served before the loop is given back. Whoever votes meanwhile waits for this many writes at most. */
const sliceLength = 200;

/** Bytes. A socket that has this much unsent is not following any more: it is closed, comes back and catches up by position. */
const tooFarBehind = 16 * 1024 * 1024;
/** Messages that may wait in Engine.IO before they are not even measured. */
const tooManyWaiting = 1_000;

/** Hands one message to many sockets, in the order the messages came, without keeping the loop to itself. */
export class FanOut {
  private readonly logger = new Logger(FanOut.name);
  private readonly tasks: (() => Promise<void>)[] = [];
  private walking = false;

  constructor(private readonly write: (socket: Socket, frame: Frame) => void = writeFrame) {}

  /**
   * Sends to each socket the frame that `frameFor` has for it when its turn comes. Frames of one call
   * reach a socket before those of the next: one walk ends before another begins.
   */
  send(sockets: readonly Socket[], frameFor: (socket: Socket) => Frame | undefined): Promise<void> {
    if (sockets.length === 0) return Promise.resolve();
    return new Promise((done) => {
      this.tasks.push(() => this.walk(sockets, frameFor).then(done));
      if (!this.walking) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.walking = true;
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) await task();
    this.walking = false;
  }

  private async walk(
    sockets: readonly Socket[],
    frameFor: (socket: Socket) => Frame | undefined,
  ): Promise<void> {
    for (let from = 0; from < sockets.length; from += sliceLength) {
      if (from > 0) await nextTurn();
      for (const socket of sockets.slice(from, from + sliceLength)) {
        try {
          const frame = frameFor(socket);
          if (frame) this.write(socket, frame);
        } catch (error) {
          // One socket that cannot be written to must not cut off those behind it.
          this.logger.error(error);
        }
      }
    }
  }
}

/** Directly where that is safe, through Socket.IO otherwise; the bytes on the wire are the same. */
export function writeFrame(socket: Socket, frame: Frame): void {
  const tcp = directWay(socket);
  if (isTooFarBehind(socket)) hangUp(socket);
  else if (tcp) tcp.write(frame.bytes);
  else socket.emit(frame.event, frame.encoded);
}

/** Ends the connection without waiting for what is unsent. Whoever was there comes back by themselves. */
export const hangUp = (socket: Socket): void => void socket.conn.close(true);

/** Whether so much waits to be sent that nobody seems to read it at the other end. */
export function isTooFarBehind(socket: Socket): boolean {
  const { writeBuffer = [], transport } = socket.conn as unknown as Inside;
  if (writeBuffer.length > tooManyWaiting) return true;
  const given = transport?.socket?._socket?.writableLength ?? 0;
  return writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), given) > tooFarBehind;
}

/**
 * Lets messages of this many bytes in, where the server's own bound is for strangers. ws compares with what a frame
 * announces, before it keeps any of it. Without the field below the smaller bound stays.
 */
export function letIn(socket: Socket, bytes: number): void {
  const receiver = (socket.conn as unknown as Inside).transport?.socket?._receiver;
  if (receiver && '_maxPayload' in receiver) receiver._maxPayload = bytes;
}

/** What Engine.IO and ws keep to themselves, as of the versions pinned in package.json. */
interface Inside {
  readonly readyState?: string;
  readonly upgrading?: boolean;
  readonly writeBuffer?: readonly { readonly data?: { readonly length: number } }[];
  readonly transport?: {
    readonly name?: string;
    readonly writable?: boolean;
    readonly perMessageDeflate?: unknown;
    readonly socket?: {
      readonly readyState?: number;
      readonly _socket?: TcpSocket;
      readonly _receiver?: { _maxPayload?: number };
      readonly _sender?: { readonly _state?: number; readonly _queue?: readonly unknown[] };
    };
  };
}

/**
 * The TCP socket under a WebSocket, if nothing at all waits in the layers between: then a whole frame written
 * there keeps its place in the order. Anything unexpected, and Socket.IO does it its own way.
 */
function directWay(socket: Socket): TcpSocket | undefined {
  const { readyState, upgrading, writeBuffer, transport } = socket.conn as unknown as Inside;
  const webSocket = transport?.socket;
  const sender = webSocket?._sender;
  const isIdle =
    socket.connected &&
    readyState === 'open' &&
    !upgrading &&
    writeBuffer?.length === 0 &&
    transport?.name === 'websocket' &&
    transport.writable === true &&
    !transport.perMessageDeflate &&
    webSocket?.readyState === 1 &&
    sender?._state === 0 &&
    sender._queue?.length === 0;
  return isIdle && webSocket._socket?.writable ? webSocket._socket : undefined;
}
