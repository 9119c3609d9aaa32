import { liveNamespace, liveVersion, type ServerToClient } from '@open-ballot/shared/contract/live';
import { io } from 'socket.io-client';

/** How a line to the server stands. `outdated`: this page is older than the server and must be loaded anew. */
export type LineState = 'up' | 'down' | 'outdated';

/** What the live session needs of a socket; the tests put a hand-written one in its place. */
export interface Line {
  readonly onState: (listener: (state: LineState) => void) => void;
  readonly on: <Name extends keyof ServerToClient>(name: Name, listener: ServerToClient[Name]) => void;
  /** Rejects when the line is down, goes down meanwhile, or nobody answers in time. */
  readonly ask: (name: 'watch' | 'command', message: unknown) => Promise<unknown>;
  readonly open: () => void;
  readonly close: () => void;
}

const answerWithinMs = 8_000;

/** A line to the server this page came from; silent until it is opened. */
export function lineToServer(): Line {
  const socket = io(liveNamespace, {
    // The server speaks WebSocket only: one connection from the first byte on.
    transports: ['websocket'],
    auth: { version: liveVersion },
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
    forceNew: true,
    autoConnect: false,
  });
  let wanted = false;
  const comeBack = (afterMs: number) => setTimeout(() => wanted && socket.connect(), afterMs);
  return {
    onState: (listener) => {
      socket.on('connect', () => listener('up'));
      socket.on('disconnect', (reason) => {
        listener('down');
        // Socket.IO does not come back by itself when it was the server that hung up.
        if (reason === 'io server disconnect') comeBack(1_000);
      });
      socket.on('connect_error', (error) => {
        // Of a refused handshake Socket.IO carries the code as the message.
        // eslint-disable-next-line no-restricted-syntax
        if (error.message === 'reload') return listener('outdated');
        listener('down');
        if (!socket.active) comeBack(3_000);
      });
    },
    on: (name, listener) => {
      const event: string = name;
      const hear: (message: never) => void = listener;
      socket.on(event, (message: unknown) => hear(message as never));
    },
    ask: (name, message) =>
      socket.connected
        ? socket.timeout(answerWithinMs).emitWithAck(name, message)
        : Promise.reject(new Error('the line is down')),
    open: () => {
      wanted = true;
      socket.connect();
    },
    close: () => {
      wanted = false;
      socket.disconnect();
    },
  };
}
