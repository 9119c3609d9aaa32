import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { liveNamespace } from '@open-ballot/shared/contract/live';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as ClientSocket } from 'socket.io-client';
import { splicingParser } from './encoded.ts';
import { FanOut, writeFrame } from './fan-out.ts';
import { Frame } from './frame.ts';

let http: HttpServer;
let server: Server;
let clients: ClientSocket[];
let sockets: Socket[];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, parser: splicingParser });
  sockets = [];
  server.of(liveNamespace).on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  clients = Array.from({ length: 450 }, () =>
    io(`http://127.0.0.1:${port}${liveNamespace}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    }),
  );
  await Promise.all(
    clients.map((client) => new Promise((connected) => client.once('connect', () => connected(undefined)))),
  );
}, 30_000);
afterEach(async () => {
  for (const client of clients) client.close();
  await server.close();
});

const number = (value: number, padding = ''): Frame =>
  new Frame('recorded', JSON.stringify({ number: value, padding }));
const heardBy = (client: ClientSocket, count: number): Promise<number[]> =>
  new Promise((resolve) => {
    const heard: number[] = [];
    client.on('recorded', (message: { number: number }) => {
      heard.push(message.number);
      if (heard.length === count) resolve(heard);
    });
  });
const publicly = (socket: Socket, frame: Frame): void => void socket.emit(frame.event, frame.encoded);

describe.each([
  ['directly to the socket', writeFrame],
  ['through the public interface', publicly],
])('fan-out %s', (_way, write) => {
  it('reaches every socket in order, also with overlapping broadcasts', async () => {
    const fanOut = new FanOut(write);
    const heard = clients.map((client) => heardBy(client, 20));
    for (let value = 0; value < 20; value += 1) void fanOut.send(sockets, () => number(value));
    const inOrder = Array.from({ length: 20 }, (_, value) => value);
    for (const each of await Promise.all(heard)) expect(each).toEqual(inOrder);
  }, 30_000);

  it('carries text of every length a frame can have, unchanged', async () => {
    const paddings = ['', 'я'.repeat(20), 'x'.repeat(200), 'я«ёлочки»😀'.repeat(3_000), 'x'.repeat(70_000)];
    const fanOut = new FanOut(write);
    const heard = new Promise<string[]>((resolve) => {
      const texts: string[] = [];
      clients[0]!.on('recorded', ({ padding }: { padding: string }) => {
        if (texts.push(padding) === paddings.length) resolve(texts);
      });
    });
    const first = sockets.find(({ id }) => id === clients[0]!.id)!;
    for (const padding of paddings) void fanOut.send([first], () => number(0, padding));
    expect(await heard).toEqual(paddings);
  });

  it('keeps its place between messages that Socket.IO sends itself', async () => {
    const [client, socket] = [clients[0]!, sockets.find(({ id }) => id === clients[0]!.id)!];
    const heard = heardBy(client, 300);
    for (let value = 0; value < 300; value += 1) {
      if (value % 3 === 0) socket.emit('recorded', { number: value });
      else write(socket, number(value));
    }
    expect(await heard).toEqual(Array.from({ length: 300 }, (_, value) => value));
  });

  it('gives the loop back between slices, and skips who is told nothing', async () => {
    const fanOut = new FanOut(write);
    let turns = 0;
    let walking = true;
    const count = () => {
      turns += 1;
      if (walking) setImmediate(count);
    };
    setImmediate(count);
    const heard = heardBy(clients[449]!, 1);
    const last = sockets.find(({ id }) => id === clients[449]!.id);
    await fanOut.send(sockets, (socket) => (socket === last ? number(7) : undefined));
    walking = false;
    expect(turns).toBeGreaterThanOrEqual(2);
    expect(await heard).toEqual([7]);
  });

  it('goes on past a socket that has gone', async () => {
    const fanOut = new FanOut(write);
    const gone = sockets[0]!;
    const others = clients.filter(({ id }) => id !== gone.id);
    const heard = others.map((client) => heardBy(client, 1));
    gone.disconnect(true);
    await fanOut.send(sockets, () => number(1));
    expect(await Promise.all(heard)).toHaveLength(449);
  });
});

it('writes directly where nothing waits in between, and never calls Socket.IO for it', async () => {
  let emitted = 0;
  for (const socket of sockets) socket.onAnyOutgoing(() => (emitted += 1));
  const heard = clients.map((client) => heardBy(client, 1));
  // Connecting has been acknowledged through Socket.IO, whose buffers need a moment to run empty.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await new FanOut().send(sockets, () => number(1));
  await Promise.all(heard);
  expect(emitted).toBe(0);
});
