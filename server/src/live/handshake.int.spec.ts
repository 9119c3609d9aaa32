import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { liveNamespace } from '@open-ballot/shared/contract/live';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { SameOrigin } from '../http/same-origin.ts';
import { guardHandshake } from './handshake.ts';

let http: HttpServer;
let server: Server;
let clients: Socket[];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { transports: ['websocket'] });
  clients = [];
  guardHandshake(server.of(liveNamespace), {
    sameOrigin: new SameOrigin(() => false),
    knows: async (cookie) => {
      if (cookie === 'sid=unreadable') throw new Error('the database is away');
      return cookie === 'sid=member';
    },
    strangersUpTo: 2,
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  for (const client of clients) client.close();
  await server.close();
});

/** Resolves with what became of somebody who connects. */
function comes(cookie?: string, namespace = liveNamespace): Promise<string> {
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(cookie !== undefined && { extraHeaders: { cookie } }),
  });
  clients.push(client);
  return new Promise((resolve) => {
    client.once('connect', () => resolve('in'));
    client.once('connect_error', ({ message }) => resolve(message));
  });
}

it('keeps the door open for members when strangers have filled the house', async () => {
  expect([await comes(), await comes()]).toEqual(['in', 'in']);
  expect(await comes()).toBe('full');
  expect(await comes('sid=made-up')).toBe('full');
  expect(await comes('sid=unreadable')).toBe('full');
  expect(await comes('sid=member')).toBe('in');
});

it('lets nobody into the main namespace, where nobody looks at the origin', async () => {
  expect(await comes(undefined, '/')).toBe('namespace');
});
