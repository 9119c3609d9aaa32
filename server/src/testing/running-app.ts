import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp, type Surroundings } from '../app.ts';
import { AccountsService, type NewAccount } from '../accounts/accounts.service.ts';
import { testLinkKey } from './link-key.ts';
import { createTestDatabase } from './test-database.ts';

/** A request as a test words it; `body` travels as JSON unless it is text already. */
export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, text otherwise. */
  readonly body: any;
}

/** The whole application on a database of its own, listening. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly url: string;
  ask(path: string, asked?: Asked): Promise<Answered>;
  /** An account and the cookie of its browser. */
  signedIn(account: NewAccount & { readonly password: string }): Promise<string>;
  stop(): Promise<void>;
}

export async function startApp(settings: Partial<Surroundings> = {}): Promise<RunningApp> {
  const testDatabase = await createTestDatabase();
  const app = await createApp({
    linkKey: testLinkKey,
    databaseUrl: testDatabase.url,
    logger: process.env['TEST_LOG'] ? ['error', 'warn'] : false,
    ...settings,
  });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const ask = (path: string, asked?: Asked): Promise<Answered> => send(`${url}${path}`, asked);
  return {
    app,
    database: app.get(DataSource),
    url,
    ask,
    signedIn: async (account) => {
      await app.get(AccountsService).create(account);
      const { login, password } = account;
      return cookieIn(await ask('/api/sign-in', { body: { login, password } }));
    },
    stop: async () => {
      await app.close();
      await testDatabase.drop();
    },
  };
}

/** What a browser would send back. */
export function cookieIn({ headers, status, body }: Answered): string {
  const [cookie] = headers.getSetCookie();
  if (cookie === undefined) throw new Error(`${status} sets no cookie: ${JSON.stringify(body)}`);
  return cookie.slice(0, cookie.indexOf(';'));
}

async function send(url: string, { method, body, cookie, headers }: Asked = {}): Promise<Answered> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}
