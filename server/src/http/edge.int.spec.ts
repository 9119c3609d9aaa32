import { randomUUID } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { refusalCodes } from '@open-ballot/shared/rules/refusal';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { refusalStatus } from './refusal-status.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

/** An operation of the OpenAPI document, as far as it is read here. */
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: unknown } | undefined>>;
}

let house: RunningApp;
let secretary: string;

beforeAll(async () => {
  house = await startApp();
  secretary = await house.signedIn({
    login: 'secretary',
    name: 'Секретарь',
    password: 'пароль',
    roles: ['secretary'],
  });
});
afterAll(() => house.stop());

const problemOf = async (...asked: Parameters<RunningApp['ask']>) => {
  const answer = await house.ask(...asked);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: `urn:open-ballot:problem:${answer.body.code}`,
    title: expect.any(String),
    status: answer.status,
    requestId: answer.headers.get('x-request-id'),
  });
  return answer.body;
};

/** What the house answers to these bytes, which go on for as long as it listens. */
async function spoken(bytes: string): Promise<string> {
  const { port } = house.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

describe('problems', () => {
  it('are the form of every answer that is no', async () => {
    expect(await problemOf('/api/nothing-here')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemOf('/api/sign-in')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemOf('/api/me')).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await problemOf('/api/contests/not-an-id', { cookie: secretary })).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('name each field at fault and take no field nobody knows', async () => {
    const { fields, ...problem } = await problemOf('/api/sign-in', { body: { login: 7 } });
    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'invalid' });
    expect(new Set(fields.map(({ path }: { path: string }) => path))).toEqual(new Set(['login', 'password']));
    expect(await problemOf('/api/sign-in', { body: { login: 7, admin: true, root: true } })).toMatchObject({
      status: 422,
      fields: [{ path: 'admin' }],
    });
  });

  it.each([
    ['/api/sign-in', '{"login":"a","password":"b","__proto__":{"roles":["secretary"]}}', '__proto__'],
    ['/api/sign-in', '{"login":"a","password":"b","constructor":{"prototype":{}}}', 'constructor'],
    ['/api/sign-in', '{"login":"a","password":"b","constructor":7}', 'constructor'],
    ['/api/sign-in', '{"login":"a","password":"b","toString":"c"}', 'toString'],
    [
      '/api/contests',
      '{"title":"a","deadline":"2026-07-01T00:00:00Z","rehearsal":{"__proto__":{}}}',
      'rehearsal.__proto__',
    ],
    ['/api/sessions', '{"__proto__":{}}', '__proto__'],
    ['/api/sessions', '{"ruleSet":{"constructor":{"prototype":{}}}}', 'ruleSet.constructor'],
    [
      '/api/sessions/7b0c5b0e-1111-4222-8333-444455556666/commands',
      '{"commandId":"c","type":"open-session","__proto__":{}}',
      '__proto__',
    ],
  ])(
    'name what every object has from its prototype like any field nobody knows: %s %s',
    async (url, body, path) => {
      const answer = await house.ask(url, { cookie: secretary, body });
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect(answer.body.fields).toContainEqual(expect.objectContaining({ path, code: 'unknown' }));
    },
  );

  it.each([
    ['objects', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
    ['lists', `${'['.repeat(7_000)}1${']'.repeat(7_000)}`],
  ])('name a field that holds %s within each other beyond any depth', async (_, deep) => {
    const problem = await problemOf('/api/sign-in', { body: `{"login":${deep},"password":"b"}` });
    expect(problem).toMatchObject({ status: 422, code: 'invalid' });
    expect(problem.fields.map(({ path }: { path: string }) => path.split('.')[0])).toEqual(['login']);
  });

  it.each([
    ['broken JSON', '{"login":'],
    ['no body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a word', '"login"'],
    ['a NUL', '{"login":"a\\u0000","password":"b"}'],
    ['half a character', '{"login":"a\\ud800","password":"b"}'],
  ])('answer %s', async (_, body) => {
    expect(
      await problemOf('/api/sign-in', {
        body,
        headers: { 'content-type': 'application/json' },
        method: 'POST',
      }),
    ).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: expect.any(Array),
    });
  });

  it('answer a kind of body nobody reads', async () => {
    const headers = { 'content-type': 'application/xml' };
    expect(await problemOf('/api/sign-in', { body: '<login/>', headers })).toMatchObject({
      status: 422,
      code: 'invalid',
    });
  });

  it('answer a body beyond the limit, which is small for who has not signed in', async () => {
    const body = { login: 'a', password: 'b'.repeat(20_000) };
    const tooLarge = (bound: string) => ({
      status: 422,
      code: 'too-large',
      detail: expect.stringContaining(bound),
    });
    expect(await problemOf('/api/sign-in', { body })).toMatchObject(tooLarge('16384'));
    expect(await problemOf('/api/sign-in', { body, cookie: secretary })).toMatchObject({ code: 'invalid' });
    const vast = { login: 'a', password: 'b'.repeat(9 * 1024 * 1024) };
    expect(await problemOf('/api/sign-in', { body: vast })).toMatchObject(tooLarge('16384'));
    const large = { login: 'b'.repeat(2 * 1024 * 1024) };
    const member = await house.signedIn({ login: 'member', name: 'Член', password: 'пароль члена' });
    const id = randomUUID();
    for (const path of ['/api/sessions', `/api/contests/${id}/import`, `/api/sessions/${id}/commands`]) {
      expect(await problemOf(path, { body: vast, cookie: secretary })).toMatchObject(tooLarge('8388608'));
      const { code } = (await house.ask(path, { body: large, cookie: secretary })).body;
      expect(['invalid', 'not-found']).toContain(code);
      expect(await problemOf(path, { body: large, cookie: member })).toMatchObject(tooLarge('1048576'));
    }
    // Only where something is that long.
    expect(await problemOf('/api/contests', { body: large, cookie: secretary })).toMatchObject(
      tooLarge('1048576'),
    );
  });

  it('tell whoever brings a large body that their sign-in has ended', async () => {
    const cookie = await house.signedIn({ login: 'ended', name: 'Бывший', password: 'пароль бывшего' });
    await house.ask('/api/sign-out', { method: 'POST', cookie });
    const body = { file: 'b'.repeat(2 * 1024 * 1024) };
    for (const path of ['/api/sessions', '/api/contests', `/api/contests/${randomUUID()}/import`])
      expect(await problemOf(path, { body, cookie })).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await problemOf('/api/sessions', { body })).toMatchObject({ status: 422, code: 'too-large' });
  });

  it('answer a large body of a stranger by its announced length, before it has come', async () => {
    const answer = await spoken(
      'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 422/);
    expect(answer).toContain('"code":"too-large"');
  });

  it('cut off a body that does not say how long it is', async () => {
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    const answer = await spoken(
      `POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
    );
    expect(answer).toContain('"code":"too-large"');
  });

  it('are not written into the log for who hangs up in a body', async () => {
    const told = jest.spyOn(Logger.prototype, 'error');
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      () => setTimeout(() => socket.destroy(), 50),
    );
    await new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });

  it('tell nothing of an unexpected failure but the request', async () => {
    await house.database.query('ALTER TABLE sign_in_link RENAME TO mislaid');
    try {
      const problem = await problemOf('/api/accounts', {
        cookie: secretary,
        body: { login: 'late', name: 'Поздний' },
      });
      expect(problem).toMatchObject({ status: 500, code: 'failed', outcome: 'failed' });
      expect(JSON.stringify(problem)).not.toMatch(/sign_in_link|relation|stack/);
    } finally {
      await house.database.query('ALTER TABLE mislaid RENAME TO sign_in_link');
    }
  });

  it('have a status for every refusal', () => {
    expect(Object.keys(refusalStatus).sort()).toEqual([...refusalCodes].sort());
  });
});

describe('origins', () => {
  const body = { login: 'nobody', password: 'nothing' };
  const signIn = async (headers: Record<string, string>) =>
    (await house.ask('/api/sign-in', { body, headers })).status;

  it('let pages of this house and programs change things', async () => {
    expect(await signIn({})).toBe(401);
    expect(await signIn({ origin: house.url })).toBe(401);
    expect(await signIn({ 'sec-fetch-site': 'same-origin' })).toBe(401);
  });

  it('turn away pages of other houses', async () => {
    expect(
      await problemOf('/api/sign-in', { body, headers: { origin: 'https://elsewhere.example' } }),
    ).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await signIn({ origin: 'null' })).toBe(403);
    expect(await signIn({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await signIn({ 'sec-fetch-site': 'same-site' })).toBe(403);
    // Whoever has not been named as a proxy cannot lend the house another name.
    expect(
      await signIn({ origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }),
    ).toBe(403);
  });

  it('do not matter for looking', async () => {
    expect(
      (await house.ask('/api/health/live', { headers: { origin: 'https://elsewhere.example' } })).status,
    ).toBe(200);
  });
});

describe('headers', () => {
  it('keep pages from running or loading anything of others', async () => {
    const { headers } = await house.ask('/api/health/live');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(';').sort()).toEqual(
      [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
      ].sort(),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('promise https only where it is', async () => {
    expect((await house.ask('/api/health/live')).headers.get('strict-transport-security')).toBeNull();
    const forged = await house.ask('/api/health/live', { headers: { 'x-forwarded-proto': 'https' } });
    expect(forged.headers.get('strict-transport-security')).toBeNull();
  });

  it('name the request, by an id of our own', async () => {
    const { headers } = await house.ask('/api/health/live', { headers: { 'x-request-id': 'forged\tline' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('health', () => {
  it('says that the process runs and that it can work', async () => {
    expect((await house.ask('/api/health/live')).body).toEqual({ status: 'ok' });
    expect((await house.ask('/api/health/ready')).body).toEqual({ status: 'ok', database: 'up' });
  });
});

describe('OpenAPI', () => {
  it('describes what is checked', async () => {
    const { body } = await house.ask('/api/openapi.json');
    expect(body.components.schemas.SignInDto).toEqual({
      type: 'object',
      required: ['login', 'password'],
      properties: {
        login: { type: 'string', minLength: 1, maxLength: 64 },
        password: { type: 'string', maxLength: 1000 },
      },
    });
    expect(body.components.schemas.NewContestDto.required).toEqual(['title', 'deadline']);
    expect(body.paths['/api/contests/{contestId}/nominations/{nominationId}/nominees'].post).toBeDefined();
    expect(body.paths['/api/sessions/{sessionId}/commands'].post).toBeDefined();
  });

  it('has an answer for every operation that is refused', async () => {
    const { body } = await house.ask('/api/openapi.json');
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path as object));
    expect(operations.length).toBeGreaterThan(20);
    for (const { responses } of operations)
      expect(responses.default.content['application/problem+json']).toBeDefined();
  });

  it('says what every operation answers, and refers to nothing that is not there', async () => {
    const { body } = await house.ask('/api/openapi.json');
    for (const [, name] of JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]*)"/g)) {
      expect(Object.keys(body.components.schemas)).toContain(name);
    }
    const silent = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
      ([path, operations]) =>
        Object.entries(operations)
          .filter(
            ([, { responses }]) => !responses['204'] && !(responses['200'] ?? responses['201'])?.content,
          )
          .map(([method]) => `${method} ${path}`),
    );
    // Files, whose kind is in their name.
    expect(silent.every((each) => /\.(json|\{format\})$/.test(each))).toBe(true);
  });

  it('has a reader under the policy of every other page', async () => {
    const { status, headers, body } = await house.ask('/api/docs');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(body).not.toMatch(/<style|<script>|style=|onload=/);
    for (const [, file] of body.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect({ file, status: (await house.ask(file)).status }).toEqual({ file, status: 200 });
    }
    expect((await house.ask('/api/docs/..%2fpackage.json')).status).toBe(404);
  });
});

describe('every route', () => {
  it('asks for a sign-in unless it is meant for everybody', async () => {
    const { body } = await house.ask('/api/openapi.json');
    const open = new Set<string>();
    for (const [path, operations] of Object.entries(body.paths as Record<string, object>)) {
      for (const method of Object.keys(operations)) {
        const url = path.replaceAll(/\{(\w+)\}/g, () => randomUUID());
        const hasBody = !['get', 'delete'].includes(method);
        const { status } = await house.ask(url, {
          method: method.toUpperCase(),
          ...(hasBody && { body: {} }),
        });
        if (status !== 401) open.add(`${method} ${path}`);
      }
    }
    expect([...open].sort()).toEqual(
      [
        'get /api/health/live',
        'get /api/health/ready',
        'get /api/issued-files/{sha256}',
        'get /api/sessions',
        'get /api/sessions/{sessionId}',
        'get /api/sessions/{sessionId}/journal',
        'get /api/sessions/{sessionId}/journal.json',
        'post /api/sessions/{sessionId}/commands',
        'post /api/sign-in',
        'post /api/sign-in/link',
        'post /api/sign-out',
      ].sort(),
    );
  });
});

describe('a malformed address', () => {
  it('is answered without an error page', async () => {
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.end('GET /api/%ZZ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 422/);
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toContain('"code":"invalid"');
  });
});
