import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { InvitationLetter } from '@open-ballot/shared/contract/accounts';
import { MailServer } from '../testing/mail-server.ts';
import { type Answered, cookieIn, type RunningApp, startApp } from '../testing/running-app.ts';

jest.setTimeout(60_000);

let mail: MailServer;
let house: RunningApp;
let secretary: string;

beforeAll(async () => {
  mail = await MailServer.start();
  house = await startApp({
    mail: { smtpUrl: mail.url, from: 'ballot@example.org' },
    publicUrl: 'https://ballot.example',
  });
  const account = { login: 's', name: 'Секретарь', password: 'пароль секретаря' };
  secretary = await house.signedIn({ ...account, roles: ['secretary'] });
});
afterAll(async () => {
  await house.stop();
  await mail.stop();
});

const ask = (path: string, body?: object, method?: string, cookie = secretary): Promise<Answered> =>
  house.ask(`/api${path}`, {
    cookie,
    ...(body !== undefined && { body }),
    ...(method !== undefined && { method }),
  });

/** A contest with members of these names, each with the address given. */
async function contestOf(members: Readonly<Record<string, string | null>>): Promise<string> {
  const { contestId } = (await ask('/contests', { title: 'Конкурс МФЦ', deadline: '2199-01-01T00:00:00Z' }))
    .body;
  for (const [memberId, email] of Object.entries(members)) {
    const seat = { memberId, name: `Имя ${memberId}`, post: '', body: '', role: 'member', votes: true };
    expect((await ask(`/contests/${contestId}/members`, { ...seat, email })).status).toBe(201);
  }
  return `/contests/${contestId}`;
}

const lettersOf = async (contest: string): Promise<readonly InvitationLetter[]> =>
  (await ask(`${contest}/invitations/letters`)).body.items;

async function settled(contest: string): Promise<readonly InvitationLetter[]> {
  for (;;) {
    const letters = await lettersOf(contest);
    if (letters.every(({ state }) => state !== 'waiting')) return letters;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const tokenIn = (text: string): string => /https:\/\/ballot\.example\/l#(\S+)/.exec(text)![1]!;

it('reaches everybody with an address, once, and its link signs them in', async () => {
  const contest = await contestOf({ a: 'a@example.org', b: 'b@example.org', c: null });
  const sent = await ask(`${contest}/invitations/letters`, {});
  expect(sent).toMatchObject({ status: 200, body: { items: [{}, {}] } });
  const letters = await settled(contest);
  expect(letters.map(({ memberId, address, state }) => [memberId, address, state]).sort()).toEqual([
    ['a', 'a@example.org', 'sent'],
    ['b', 'b@example.org', 'sent'],
  ]);
  const toA = mail.received.find(({ to }) => to === 'a@example.org')!;
  expect(toA.raw).toMatch(/^From: ballot@example\.org/m);
  expect(toA.text).toContain('Здравствуйте, Имя a!');
  const token = tokenIn(toA.text);
  const queued = await house.database.query('SELECT * FROM letter');
  expect(JSON.stringify(queued)).not.toContain(token);

  // Pressed again: nobody is written to twice about one link.
  await ask(`${contest}/invitations/letters`, {});
  await settled(contest);
  expect(mail.received.filter(({ to }) => to === 'a@example.org')).toHaveLength(1);

  const came = await house.ask('/api/sign-in/link', { body: { token } });
  expect(came.body).toMatchObject({ name: 'Имя a' });
  const { items } = (await ask(`${contest}/invitations?links=none`)).body;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['signed-in', 'invited', 'none']);
  // Whoever came in is not among all; by name they get a new link.
  await ask(`${contest}/invitations/letters`, {});
  await ask(`${contest}/invitations/letters`, { memberIds: ['a'] });
  await settled(contest);
  const again = mail.received.filter(({ to }) => to === 'a@example.org');
  expect(again).toHaveLength(2);
  expect(tokenIn(again[1]!.text)).not.toBe(token);

  const acts = await house.database.query(
    `SELECT details->>'address' AS address FROM audit_entry WHERE act = 'link-mailed' ORDER BY 1`,
  );
  expect(acts).toEqual(['a', 'a', 'b'].map((each) => ({ address: `${each}@example.org` })));
  // An address is for secretaries, as a login is.
  const member = cookieIn(came);
  const read = await ask(contest, undefined, undefined, member);
  expect(read.body.members[0]).toMatchObject({ memberId: 'a' });
  expect(JSON.stringify(read.body)).not.toContain('@example.org');
  expect((await ask(`${contest}/invitations/letters`, undefined, undefined, member)).status).toBe(403);
});

it('says what the mail server refused, and is sent again to an address that was mended', async () => {
  const contest = await contestOf({ a: 'nobody@example.org' });
  await ask(`${contest}/invitations/letters`, {});
  expect(await settled(contest)).toEqual([
    expect.objectContaining({ state: 'failed', result: expect.stringContaining('no such user') }),
  ]);
  await ask(`${contest}/members/a`, { email: 'mended@example.org' }, 'PATCH');
  await ask(`${contest}/invitations/letters`, {});
  expect((await settled(contest)).map(({ state }) => state)).toEqual(['sent', 'failed']);
  // With the member goes what was written about them.
  await ask(`${contest}/members/a`, undefined, 'DELETE');
  expect(await lettersOf(contest)).toEqual([]);
});

it('refuses an address that is none, a member without one, and somebody of whom nobody knows', async () => {
  const contest = await contestOf({ a: 'a@example.org', b: null });
  const seat = { name: 'X', post: '', body: '', role: 'member', votes: true };
  expect(await ask(`${contest}/members`, { ...seat, email: 'a@b\r\nBcc: c@d.org' })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'email', code: 'email' }] },
  });
  expect(await ask(`${contest}/invitations/letters`, { memberIds: ['a', 'b'] })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'memberIds.1', code: 'no-email' }] },
  });
  expect((await ask(`${contest}/invitations/letters`, { memberIds: ['z'] })).status).toBe(404);
  // All or nothing: nobody was given an account either.
  const { items } = (await ask(`${contest}/invitations?links=none`)).body;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['none', 'none']);
  expect(await lettersOf(contest)).toEqual([]);
});

it('is not offered where no mail server is set', async () => {
  const silent = await startApp();
  try {
    const account = { login: 's', name: 'Секретарь', password: 'пароль секретаря' };
    const cookie = await silent.signedIn({ ...account, roles: ['secretary'] });
    const made = await silent.ask('/api/contests', {
      cookie,
      body: { title: 'Конкурс', deadline: '2199-01-01T00:00:00Z' },
    });
    const path = `/api/contests/${made.body.contestId}/invitations`;
    expect((await silent.ask(path, { cookie })).body).toMatchObject({ mail: false });
    expect(await silent.ask(`${path}/letters`, { cookie, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'mail-off' },
    });
  } finally {
    await silent.stop();
  }
});
