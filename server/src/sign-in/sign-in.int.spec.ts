import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cookieIn, type RunningApp, startApp } from '../testing/running-app.ts';
import { AccountsService } from '../accounts/accounts.service.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

// The address is the proxy's to tell, so that tests do not spend each other's attempts.
let house: RunningApp;
let secretary: string;
let addresses = 0;

beforeAll(async () => {
  house = await startApp({ trustProxy: '127.0.0.1' });
  secretary = await house.signedIn({
    login: 'Secretary',
    name: 'Секретарь',
    password: 'тайна секретаря',
    roles: ['administrator', 'secretary'],
  });
});
afterAll(() => house.stop());

const freshAddress = () => `198.51.100.${++addresses}`;
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('signing in', () => {
  it('answers who came in and sets a cookie no script can read', async () => {
    const answer = await house.ask('/api/sign-in', {
      body: { login: ' SECRETARY ', password: 'тайна секретаря' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      accountId: expect.any(String),
      login: 'secretary',
      name: 'Секретарь',
      roles: ['administrator', 'secretary'],
      secretaryOf: [],
      seats: [],
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^sid=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await house.ask('/api/me', { cookie: cookieIn(answer) })).body).toEqual(answer.body);
  });

  it('makes the cookie Secure where the request came over https', async () => {
    const answer = await house.ask('/api/sign-in', {
      body: { login: 'secretary', password: 'тайна секретаря' },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
  });

  it('keeps neither passwords nor tokens in the database', async () => {
    const token = secretary.slice('sid='.length);
    const [account] = await house.database.query(
      "SELECT password_hash FROM account WHERE login = 'secretary'",
    );
    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const rows = JSON.stringify(await house.database.query('SELECT * FROM sign_in'));
    expect(rows).not.toContain(token);
  });

  it('says the same of a wrong password, an unknown login and an account without a password', async () => {
    await house.app.get(AccountsService).create({ login: 'by-link-only', name: 'Без пароля' });
    const answers = await Promise.all(
      [
        { login: 'secretary', password: 'не та' },
        { login: 'nobody-here', password: 'не та' },
        { login: 'by-link-only', password: '' },
      ].map((body) => house.ask('/api/sign-in', { body, headers: from(freshAddress()) })),
    );
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(headers.getSetCookie()).toEqual([]);
      expect(body).toMatchObject({ code: 'wrong-credentials', detail: answers[0]!.body.detail });
    }
  });

  it('ends the earlier sign-in of the same browser', async () => {
    const body = { login: 'secretary', password: 'тайна секретаря' };
    const first = cookieIn(await house.ask('/api/sign-in', { body }));
    const second = cookieIn(await house.ask('/api/sign-in', { body, cookie: first }));
    expect((await house.ask('/api/me', { cookie: first })).status).toBe(401);
    expect((await house.ask('/api/me', { cookie: second })).status).toBe(200);
  });

  it('turns away a stranger, a made-up cookie and an expired sign-in', async () => {
    expect((await house.ask('/api/me')).status).toBe(401);
    expect((await house.ask('/api/me', { cookie: `sid=${'x'.repeat(43)}` })).status).toBe(401);
    const cookie = await house.signedIn({ login: 'expired', name: 'Опоздавший', password: 'давно' });
    await house.database.query(`
      UPDATE sign_in SET expires_at = now() FROM account WHERE account.id = account_id AND login = 'expired'`);
    expect((await house.ask('/api/me', { cookie })).status).toBe(401);
  });
});

describe('signing out', () => {
  it('ends the sign-in at once, and its cookie', async () => {
    const cookie = await house.signedIn({ login: 'leaving', name: 'Уходящий', password: 'до свидания' });
    expect((await house.ask('/api/me', { cookie })).status).toBe(200);
    const answer = await house.ask('/api/sign-out', { method: 'POST', cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sid=; Max-Age=0; Path=\//);
    expect((await house.ask('/api/me', { cookie })).status).toBe(401);
  });

  it('[8.6] of a lost phone is done by the secretary, at once and for every device', async () => {
    const body = { login: 'careless', password: 'где мой телефон' };
    const phone = await house.signedIn({ ...body, name: 'Рассеянный' });
    const tablet = cookieIn(await house.ask('/api/sign-in', { body }));
    const other = await house.signedIn({ login: 'careful', name: 'Собранный', password: 'телефон при мне' });
    const { accountId } = (await house.ask('/api/me', { cookie: phone })).body;
    const signOut = `/api/accounts/${accountId}/sign-out`;
    expect((await house.ask(signOut, { method: 'POST', cookie: other })).status).toBe(403);
    expect((await house.ask('/api/me', { cookie: tablet })).status).toBe(200);
    const invitation = `/api/accounts/${accountId}/link`;
    const { link: token } = (await house.ask(invitation, { method: 'POST', cookie: secretary })).body;
    expect((await house.ask(signOut, { method: 'POST', cookie: secretary })).status).toBe(204);
    expect((await house.ask('/api/sign-in/link', { body: { token } })).status).toBe(401);
    for (const cookie of [phone, tablet]) expect((await house.ask('/api/me', { cookie })).status).toBe(401);
    expect((await house.ask('/api/me', { cookie: other })).status).toBe(200);
    const nobody = signOut.replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-000000000000');
    expect((await house.ask(nobody, { method: 'POST', cookie: secretary })).status).toBe(404);
  });

  it('is no fault for somebody who is not signed in', async () => {
    expect((await house.ask('/api/sign-out', { method: 'POST' })).status).toBe(204);
  });
});

describe('one-time links', () => {
  it('let the invited person in once', async () => {
    const invited = await house.ask('/api/accounts', {
      cookie: secretary,
      body: { login: 'invited', name: 'Гость' },
    });
    expect(invited.status).toBe(201);
    expect(invited.body).toEqual({
      accountId: expect.any(String),
      link: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.any(String),
    });
    const body = { token: invited.body.link };
    const answers = await Promise.all([1, 2, 3].map(() => house.ask('/api/sign-in/link', { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const admitted = answers.find(({ status }) => status === 200)!;
    expect(admitted.body).toMatchObject({ login: 'invited', roles: ['member'] });
    expect((await house.ask('/api/me', { cookie: cookieIn(admitted) })).status).toBe(200);
    expect((await house.ask('/api/sign-in/link', { body })).body).toMatchObject({ code: 'link-spent' });
  });

  it('are replaced by a new one and do not outlive their day', async () => {
    const { body: first } = await house.ask('/api/accounts', {
      cookie: secretary,
      body: { login: 'again', name: 'Снова' },
    });
    const { status, body: second } = await house.ask(`/api/accounts/${first.accountId}/link`, {
      method: 'POST',
      cookie: secretary,
    });
    expect(status).toBe(201);
    const redeem = (token: string) => house.ask('/api/sign-in/link', { body: { token } });
    expect((await redeem(first.link)).status).toBe(401);
    await house.database.query('UPDATE sign_in_link SET expires_at = now() WHERE account_id = $1', [
      first.accountId,
    ]);
    expect((await redeem(second.link)).status).toBe(401);
  });

  it('are issued by the secretary alone, to people there are', async () => {
    const member = await house.signedIn({ login: 'curious', name: 'Любопытный', password: 'любопытство' });
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await house.ask('/api/accounts', { cookie: member })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(
      (await house.ask('/api/accounts', { cookie: member, body: { login: 'friend', name: 'Друг' } })).status,
    ).toBe(403);
    expect((await house.ask(`/api/accounts/${nobody}/link`, { method: 'POST', cookie: member })).status).toBe(
      403,
    );
    expect(
      (await house.ask(`/api/accounts/${nobody}/link`, { method: 'POST', cookie: secretary })).status,
    ).toBe(404);
    expect((await house.ask('/api/accounts')).status).toBe(401);
  });
});

describe('accounts', () => {
  it('are listed without what is secret', async () => {
    const { body } = await house.ask('/api/accounts', { cookie: secretary });
    expect(body.items).toContainEqual({
      accountId: expect.any(String),
      login: 'secretary',
      name: 'Секретарь',
      roles: ['administrator', 'secretary'],
      hasPassword: true,
    });
  });

  it('have a login only once, however it is spelled', async () => {
    const create = (login: string) =>
      house.ask('/api/accounts', { cookie: secretary, body: { login, name: 'Иванова' } });
    expect((await create('Иванова')).status).toBe(201);
    expect((await create('иВАНОВА')).body).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: [{ path: 'login', code: 'taken' }],
    });
  });

  it('take no role that does not exist and no field nobody knows', async () => {
    const wrong = { login: 'has spaces', name: ' ', password: '', roles: ['emperor'] };
    const create = (body: object) => house.ask('/api/accounts', { cookie: secretary, body });
    const { body } = await create(wrong);
    expect(body).toMatchObject({ status: 422, code: 'invalid' });
    expect(body.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
      'login',
      'name',
      'password',
      'roles.0',
    ]);
    expect((await create({ ...wrong, accountId: 'mine' })).body.fields).toMatchObject([
      { path: 'accountId', code: 'unknown' },
    ]);
  });

  it.each(['password', 'roles'])('take no null for %s', async (field) => {
    const body = { login: `null-${field}`, name: 'Иванова', [field]: null };
    const answer = await house.ask('/api/accounts', { cookie: secretary, body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(new Set(answer.body.fields.map(({ path }: { path: string }) => path))).toEqual(new Set([field]));
  });
});

describe('guessing', () => {
  const tryIn = (address: string, login: string, password = 'наугад', cookie?: string) =>
    house.ask('/api/sign-in', {
      body: { login, password },
      headers: from(address),
      ...(cookie !== undefined && { cookie }),
    });

  const stopping: (() => void)[] = [];
  afterEach(() => stopping.splice(0).forEach((stop) => stop()));

  /** Guesses from several at once, each again as soon as it is answered, until told to stop. */
  function guessing(many: number, guess: (n: number) => Promise<{ readonly status: number }>) {
    const statuses = new Map<number, number>();
    let goesOn = true;
    // A test that fails must not leave its guessers behind for the ones after it.
    stopping.push(() => (goesOn = false));
    const guessers = Array.from({ length: many }, async (_, n) => {
      while (goesOn) {
        const { status } = await guess(n).catch(() => ({ status: 0 }));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    return async () => {
      goesOn = false;
      await Promise.all(guessers);
      return statuses;
    };
  }

  it('at the chair behind the address of the hall keeps nobody of the hall out', async () => {
    const hall = freshAddress();
    const chair = { login: 'chair', password: 'пароль председателя' };
    await house.app.get(AccountsService).create({ ...chair, name: 'Председатель' });
    await house.app.get(AccountsService).create({ login: 'ann', name: 'Анна', password: 'пароль Анны' });
    const invited = await house.ask('/api/accounts', {
      cookie: secretary,
      body: { login: 'by-link', name: 'Гость' },
    });
    const stop = guessing(12, () => tryIn(hall, 'chair'));
    for (let n = 0; n < 12; n += 1) await tryIn(hall, 'chair');
    const answers = await Promise.all([
      tryIn(hall, 'ann', 'пароль Анны'),
      tryIn(hall, 'chair', chair.password),
      house.ask('/api/sign-in/link', { body: { token: invited.body.link }, headers: from(hall) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([...(await stop()).keys()]).toEqual([401]);
  });

  it('at one login after the other from 30 addresses of one /64 is one group, and others come in between', async () => {
    const stop = guessing(30, (n) => tryIn(`2001:db8:7:7::${n}`, `unknown-${Math.random()}`));
    expect((await tryIn(freshAddress(), 'secretary', 'тайна секретаря')).status).toBe(200);
    expect((await tryIn('2001:db8:7:7::ffff', 'secretary', 'тайна секретаря')).status).toBe(200);
    await stop();
  });

  it('lets a browser through in which the password was right before', async () => {
    const [, proof = ''] = (
      await tryIn(freshAddress(), 'secretary', 'тайна секретаря')
    ).headers.getSetCookie();
    expect(proof).toMatch(
      /^known=\d+\.[\w-]{43}; Max-Age=15552000; Path=\/api\/sign-in; HttpOnly; SameSite=Strict$/,
    );
    const cookie = proof.slice(0, proof.indexOf(';'));
    const hall = freshAddress();
    // More than will be looked at in time, so that some of the guesses are refused.
    const flood = Promise.all(Array.from({ length: 500 }, () => tryIn(hall, 'secretary')));
    await tryIn(hall, 'secretary');
    expect((await tryIn(hall, 'secretary', 'тайна секретаря', cookie)).status).toBe(200);
    const refused = (await flood).filter(({ status }) => status !== 401);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, body, headers } of refused) {
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('with links that are none is answered as often as it is tried', async () => {
    const address = freshAddress();
    const token = 'x'.repeat(43);
    const answers = await Promise.all(
      Array.from({ length: 150 }, () =>
        house.ask('/api/sign-in/link', { body: { token }, headers: from(address) }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  it('is not what a hall does whose people all sign in from one address', async () => {
    const address = freshAddress();
    const logins = Array.from({ length: 120 }, (_, n) => `seat-${n}`);
    const [{ password_hash }] = await house.database.query(
      "SELECT password_hash FROM account WHERE login = 'secretary'",
    );
    await house.database.query(
      `INSERT INTO account (id, login, name, password_hash, roles)
       SELECT gen_random_uuid(), login, login, $2, '{member}' FROM unnest($1::text[]) AS login`,
      [logins, password_hash],
    );
    const statuses = await Promise.all(
      logins.map(async (login) => (await tryIn(address, login, 'тайна секретаря')).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
