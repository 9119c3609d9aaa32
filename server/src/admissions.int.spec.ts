import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AccountsService } from './accounts/accounts.service.ts';
import { admissions } from './admissions.ts';
import type { Admission } from './sign-in/access.ts';
import { type RunningApp, startApp } from './testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(120_000);

const people = ['stranger', 'outsider', 'member', 'secretary', 'colleague', 'administrator'] as const;
type Somebody = (typeof people)[number];

/** Who is let in by each admission: `colleague` is secretary of another contest, `outsider` has a part in none. */
const letIn: Readonly<Record<Admission, readonly Somebody[]>> = {
  anyone: people,
  'signed-in': ['outsider', 'member', 'secretary', 'colleague', 'administrator'],
  reader: ['member', 'secretary', 'administrator'],
  keeper: ['secretary', 'administrator'],
  secretary: ['secretary'],
  officer: ['secretary', 'colleague', 'administrator'],
  administrator: ['administrator'],
};

let house: RunningApp;
let contestId: string;
const cookies = new Map<Somebody, string>();

beforeAll(async () => {
  house = await startApp();
  const password = 'пароль для всех';
  for (const login of people.slice(1)) {
    const roles = login === 'administrator' || login === 'secretary' ? [login] : undefined;
    const office =
      login === 'colleague' ? (['secretary'] as const) : (roles as readonly ['secretary'] | undefined);
    cookies.set(
      login,
      await house.signedIn({ login, name: login, password, ...(office && { roles: office }) }),
    );
  }
  const ask = (who: Somebody, path: string, body: object) =>
    house.ask(path, { cookie: cookies.get(who)!, body });
  const contest = { title: 'Конкурс', deadline: '2199-01-01T00:00:00Z' };
  contestId = (await ask('secretary', '/api/contests', contest)).body.contestId;
  await ask('colleague', '/api/contests', contest);
  const seat = { name: 'member', post: '', body: '', role: 'member', votes: true, accountLogin: 'member' };
  await ask('secretary', `/api/contests/${contestId}/members`, seat);
});
afterAll(() => house.stop());

/** Every operation of the document, by controller and handler. */
async function operations() {
  const { body } = await house.ask('/api/openapi.json');
  return Object.entries(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })),
  );
}

it('[18.1] every route lets in whom the table names and nobody else', async () => {
  const wrong: string[] = [];
  const found = new Set<string>();
  for (const { path, method, operationId } of await operations()) {
    const [controller = '', handler = ''] = operationId.split('.');
    found.add(operationId);
    const admission = (admissions as Record<string, Record<string, Admission>>)[controller]?.[handler];
    if (!admission) wrong.push(`${operationId} is not in the table`);
    for (const who of admission ? people : []) {
      // Ends the sign-in that the others are asked with.
      if (operationId === 'SignIn.signOut') continue;
      const url = path
        .replace('{contestId}', contestId)
        .replace('{what}', 'members')
        .replace('{format}', 'csv')
        .replaceAll(/\{(\w+)\}/g, () => randomUUID());
      const cookie = cookies.get(who);
      const { body } = await house.ask(url, {
        method: method.toUpperCase(),
        ...(!['get', 'delete'].includes(method) && { body: { unknown: true } }),
        ...(cookie && { cookie }),
      });
      // Behind the door the rules speak: a command of an observer, a session that is not there.
      const isBehind = admission === 'anyone' || admission === 'signed-in';
      const isKeptOut =
        body?.code === 'not-signed-in' ||
        (!isBehind && (body?.code === 'forbidden' || /no such contest/.test(body?.detail ?? '')));
      if (admission && isKeptOut === letIn[admission].includes(who))
        wrong.push(`${operationId} ${who}: ${JSON.stringify(body)}`);
    }
  }
  expect(wrong).toEqual([]);
  const listed = Object.entries(admissions).flatMap(([controller, handlers]) =>
    Object.keys(handlers).map((handler) => `${controller}.${handler}`),
  );
  expect([...found].sort()).toEqual(listed.sort());
});

it('[18.1] a contest is there for those who have a part in it, and for everybody once it is public', async () => {
  const seenBy = async (who: Somebody) => {
    const asked = { cookie: cookies.get(who)! };
    const { items } = (await house.ask('/api/contests', asked)).body;
    const isListed = items.some((each: { contestId: string }) => each.contestId === contestId);
    const { status } = await house.ask(`/api/contests/${contestId}`, asked);
    expect(status).toBe(isListed ? 200 : 404);
    return isListed;
  };
  const readers = async () => {
    const seen = await Promise.all(people.slice(1).map(async (who) => ((await seenBy(who)) ? who : '')));
    return seen.filter((who) => who !== '');
  };
  expect(await readers()).toEqual(['member', 'secretary', 'administrator']);
  const asked = { method: 'PATCH', cookie: cookies.get('secretary')!, body: { public: true } };
  expect((await house.ask(`/api/contests/${contestId}`, asked)).status).toBe(200);
  expect(await readers()).toEqual(people.slice(1));
  await house.ask(`/api/contests/${contestId}`, { ...asked, body: { public: false } });
});

it('[18.1] an administrator says who is secretary of which contest, at once and listed', async () => {
  const asAdministrator = (path: string, method: string) =>
    house.ask(`/api${path}`, { method, cookie: cookies.get('administrator')! });
  const { accountId } = (await house.ask('/api/me', { cookie: cookies.get('colleague')! })).body;
  const reads = async () =>
    (
      await house.ask(`/api/contests/${contestId}/invitations?links=none`, {
        cookie: cookies.get('colleague')!,
      })
    ).status;
  expect(await reads()).toBe(404);
  expect((await asAdministrator(`/contests/${contestId}/secretaries/${accountId}`, 'PUT')).status).toBe(204);
  expect(await reads()).toBe(200);
  expect((await asAdministrator(`/contests/${contestId}/secretaries/${accountId}`, 'DELETE')).status).toBe(
    204,
  );
  expect(await reads()).toBe(404);
  const { items } = (await asAdministrator('/audit', 'GET')).body;
  expect(items.slice(0, 2)).toMatchObject([
    {
      act: 'secretary-dismissed',
      actorLogin: 'administrator',
      accountLogin: 'colleague',
      contestTitle: 'Конкурс',
    },
    { act: 'secretary-named' },
  ]);
  const ofOneKind = (await asAdministrator('/audit?act=secretary-named', 'GET')).body.items;
  expect(new Set(ofOneKind.map(({ act }: { act: string }) => act))).toEqual(new Set(['secretary-named']));
  const unheard = await asAdministrator('/audit?act=unheard', 'GET');
  expect(unheard.body).toMatchObject({ code: 'invalid', fields: [{ path: 'act', code: 'one-of' }] });
  const outsider = (await house.ask('/api/me', { cookie: cookies.get('outsider')! })).body;
  const named = await asAdministrator(`/contests/${contestId}/secretaries/${outsider.accountId}`, 'PUT');
  expect(named.body).toMatchObject({ code: 'not-allowed-by-rules' });
});

it('the list of what was done takes inserts only', async () => {
  const database = house.app.get(DataSource);
  for (const sql of [
    "UPDATE audit_entry SET act = 'nothing'",
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])
    await expect(database.query(sql)).rejects.toThrow('takes inserts only');
});

it('accounts have passwords of their own, changed by them with the old one, or by an administrator', async () => {
  const cookie = await house.signedIn({ login: 'changing', name: 'Меняющий', password: 'старый пароль' });
  const own = (body: object) => house.ask('/api/me/password', { cookie, body });
  expect((await own({ oldPassword: 'не тот', newPassword: 'новый пароль' })).body).toMatchObject({
    fields: [{ path: 'oldPassword' }],
  });
  expect((await own({ oldPassword: 'старый пароль', newPassword: 'rehearsal' })).status).toBe(422);
  const signIn = (password: string) => house.ask('/api/sign-in', { body: { login: 'changing', password } });
  const other = (await signIn('старый пароль')).headers.getSetCookie()[0]!;
  expect((await own({ oldPassword: 'старый пароль', newPassword: 'новый пароль' })).status).toBe(204);
  expect((await signIn('старый пароль')).status).toBe(401);
  expect((await house.ask('/api/me', { cookie: other })).status).toBe(401);
  const { accountId } = (await house.ask('/api/me', { cookie })).body;
  const change = (body: object) =>
    house.ask(`/api/accounts/${accountId}`, { method: 'PATCH', cookie: cookies.get('administrator')!, body });
  expect((await change({ password: 'от администратора' })).status).toBe(204);
  expect((await house.ask('/api/me', { cookie })).status).toBe(401);
  const last = (await signIn('от администратора')).headers.getSetCookie()[0]!;
  expect((await change({ disabled: true })).status).toBe(204);
  expect((await house.ask('/api/me', { cookie: last })).status).toBe(401);
  expect((await signIn('от администратора')).status).toBe(401);
  expect((await change({ disabled: false })).status).toBe(204);
  expect((await signIn('от администратора')).status).toBe(200);
});

it('[13.3] nothing but a rehearsal opens to an account whose password everybody knows', async () => {
  await house.signedIn({ login: 'known', name: 'Известный', password: 'не rehearsal', roles: ['secretary'] });
  await house.database.query("UPDATE account SET rehearsal_only = true WHERE login = 'known'");
  const { headers } = await house.ask('/api/sign-in', { body: { login: 'known', password: 'не rehearsal' } });
  const cookie = headers.getSetCookie()[0]!;
  const contest = { title: 'Конкурс', deadline: '2199-01-01T00:00:00Z' };
  expect((await house.ask('/api/contests', { cookie, body: contest })).body).toMatchObject({
    code: 'not-allowed-by-rules',
    detail: expect.stringContaining('everybody knows the password'),
    fields: [{ path: 'rehearsal', code: 'known-password' }],
  });
  expect((await house.ask('/api/contests', { cookie, body: { ...contest, rehearsal: true } })).status).toBe(
    201,
  );
  const seat = { name: 'Известный', post: '', body: '', role: 'member', votes: true, accountLogin: 'known' };
  const given = await house.ask(`/api/contests/${contestId}/members`, {
    cookie: cookies.get('secretary')!,
    body: { ...seat, accountName: 'Известный' },
  });
  expect(given.body).toMatchObject({ code: 'invalid', fields: [{ path: 'accountLogin' }] });
  await expect(
    house.app.get(AccountsService).create({ login: 'x', name: 'x', password: 'Rehearsal' }),
  ).rejects.toThrow();
});
