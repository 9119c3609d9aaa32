import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import { pdfPages } from '../testing/pdf-text.ts';
import { type Answered, cookieIn, type RunningApp, startApp } from '../testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let house: RunningApp;
let secretary: string;

beforeAll(async () => {
  house = await startApp();
  secretary = await house.signedIn({
    login: 'petrova.n.n',
    name: 'Петрова Нина Николаевна',
    password: 'пароль секретаря',
    roles: ['secretary'],
  });
});
afterAll(() => house.stop());

const ask = (path: string, body?: object, method?: string): Promise<Answered> =>
  house.ask(`/api${path}`, {
    cookie: secretary,
    ...(body !== undefined && { body }),
    ...(method !== undefined && { method }),
  });

const contestWith = async (name: string): Promise<{ contestId: string; member: string }> => {
  const { contestId } = (await ask('/contests', { title: 'Конкурс', deadline: '2199-01-01T00:00:00Z' })).body;
  const seat = { name, post: '', body: '', role: 'member', votes: true };
  const { memberId } = (await ask(`/contests/${contestId}/members`, seat)).body;
  return { contestId, member: `/contests/${contestId}/members/${memberId}` };
};

describe('an account that may be somebody else’s', () => {
  it('is not taken by a member of the same surname and initials in another contest', async () => {
    const first = await contestWith('Иванова Анна Петровна');
    await ask('/accounts', { login: 'ivanova.a.p', name: 'Иванова Анна Петровна' });
    expect((await ask(first.member, { accountLogin: 'ivanova.a.p' }, 'PATCH')).status).toBe(204);

    const other = await contestWith('Иванова Алла Павловна');
    const taken = await ask(other.member, { accountLogin: 'ivanova.a.p' }, 'PATCH');
    expect(taken).toMatchObject({ status: 422, body: { fields: [{ path: 'accountLogin' }] } });
    expect(taken.body.detail).toContain('Иванова Анна Петровна');
    const namesake = await contestWith('Иванова Анна Петровна');
    expect((await ask(namesake.member, { accountLogin: 'ivanova.a.p' }, 'PATCH')).status).toBe(422);
    const chosen = { accountLogin: 'ivanova.a.p', accountName: 'Иванова Анна  Петровна' };
    expect((await ask(namesake.member, chosen, 'PATCH')).status).toBe(204);
  });

  it('is not taken by a member whose name gives the login of a secretary, and no link opens it', async () => {
    const { member } = await contestWith('Петрова Нина Николаевна');
    expect((await ask(member, { accountLogin: 'petrova.n.n' }, 'PATCH')).status).toBe(422);
    const { accountId } = (await ask('/me')).body;
    expect((await ask(`/accounts/${accountId}/link`, {})).body).toMatchObject({ code: 'forbidden' });
  });
});

const invite = (contestId: string, body: object = {}) => ask(`/contests/${contestId}/invitations`, body);
const redeem = async (token: string): Promise<Answered> =>
  house.ask('/api/sign-in/link', { body: { token } });

describe('invitations', () => {
  it('open an account each, under a login that nobody else has', async () => {
    const first = await contestWith('Орлова Анна Петровна');
    const other = await contestWith('Орлова Алла Павловна');
    const [ann, alla] = await Promise.all([invite(first.contestId), invite(other.contestId)]);
    expect(ann).toMatchObject({ status: 200, body: { items: [{ state: 'invited' }] } });
    expect([ann, alla].map(({ body }) => body.items[0].login).sort()).toEqual(['orlova.a.p', 'orlova.a.p-2']);
    const { body: me } = await redeem(ann.body.items[0].link);
    expect(me).toMatchObject({
      name: 'Орлова Анна Петровна',
      login: ann.body.items[0].login,
      roles: ['member'],
    });
  });

  it('never make a secretary of somebody whose name gives the login of one', async () => {
    const { contestId } = await contestWith('Петрова Нина Николаевна');
    const { body } = await invite(contestId);
    expect(body.items[0]).toMatchObject({ login: 'petrova.n.n-2', state: 'invited' });
    expect((await redeem(body.items[0].link)).body).toMatchObject({
      login: 'petrova.n.n-2',
      roles: ['member'],
    });
  });

  it('stay as they are until used, can be shown again, and say who has come', async () => {
    const { contestId, member } = await contestWith('Белова Анна Ильинична');
    const memberId = member.split('/').at(-1);
    const { link } = (await invite(contestId)).body.items[0];
    expect((await invite(contestId)).body.items[0]).toMatchObject({ link, state: 'invited' });
    const listed = async (query = '') =>
      (await ask(`/contests/${contestId}/invitations${query}`)).body.items[0];
    expect(await listed()).toMatchObject({ memberId, link, shownAt: expect.any(String) });
    expect(await listed('?links=none')).not.toHaveProperty('link');
    expect((await redeem(link)).status).toBe(200);
    expect(await listed()).toMatchObject({ state: 'signed-in', signedInAt: expect.any(String) });
    expect(await listed()).not.toHaveProperty('link');
    // For all: who has come needs none. For one by name: a phone may be lost.
    expect((await invite(contestId)).body.items[0]).toMatchObject({ state: 'signed-in' });
    const again = (await invite(contestId, { memberIds: [memberId] })).body.items[0];
    expect(again).toMatchObject({ state: 'invited', link: expect.any(String) });
    const renewed = (await invite(contestId, { memberIds: [memberId], renew: true })).body.items[0];
    expect((await redeem(again.link)).status).toBe(401);
    expect((await redeem(renewed.link)).status).toBe(200);
  });

  it('are listed with who gave, saw and used them, and the database holds no token', async () => {
    const { contestId } = await contestWith('Громов Пётр Ильич');
    const { link } = (await invite(contestId)).body.items[0];
    await redeem(link);
    const rows = await house.database.query(
      `SELECT act FROM audit_entry JOIN account ON account.id = account_id WHERE login = 'gromov.p.i' ORDER BY audit_entry.id`,
    );
    expect(rows.map(({ act }: { act: string }) => act)).toEqual([
      'account-created',
      'link-given',
      'link-shown',
      'link-used',
    ]);
    const dumped = await house.database.query('SELECT audit_entry::text AS row FROM audit_entry');
    const links = await house.database.query('SELECT sign_in_link::text AS row FROM sign_in_link');
    expect(JSON.stringify([dumped, links])).not.toContain(link);
  });

  it('take an account that is there only by the name of its owner, and give no link to one of another contest', async () => {
    const colleague = await house.signedIn({
      login: 'colleague',
      name: 'Коллега',
      password: 'пароль коллеги',
      roles: ['secretary'],
    });
    const { contestId } = await contestWith('Зимина Вера Павловна');
    await invite(contestId);
    const elsewhere = async (path: string, body: object) =>
      house.ask(`/api${path}`, { cookie: colleague, body });
    const contest = { title: 'Чужой', deadline: '2199-01-01T00:00:00Z' };
    const { contestId: other } = (await elsewhere('/contests', contest)).body;
    const seat = {
      memberId: 'v',
      name: 'Зимина Вера Павловна',
      post: '',
      body: '',
      role: 'member',
      votes: true,
    };
    await elsewhere(`/contests/${other}/members`, seat);
    const seen = await house.ask(`/api/contests/${other}/invitations`, { cookie: colleague });
    expect(seen.body.items[0]).toMatchObject({
      state: 'none',
      namesakes: [{ login: 'zimina.v.p', name: 'Зимина Вера Павловна' }],
    });
    const choose = (name: string) =>
      elsewhere(`/contests/${other}/invitations`, {
        memberIds: ['v'],
        accounts: [{ memberId: 'v', login: 'zimina.v.p', name }],
      });
    expect((await choose('Зимина Варвара')).status).toBe(422);
    expect((await choose('Зимина Вера Павловна')).body.items[0]).toMatchObject({
      state: 'own-sign-in',
      login: 'zimina.v.p',
    });
    expect((await elsewhere(`/contests/${other}/invitations/v/sign-out`, {})).body).toMatchObject({
      code: 'forbidden',
    });
  });

  it('are printed as cards of everybody whose link is unused, and each card is listed as a showing', async () => {
    const { contestId } = await contestWith('Щукина Юлия Олеговна');
    const seat = { post: '', body: '', role: 'member', votes: true };
    const names = ['Фёдоров Фрол Ильич', 'Уже вошедший Пётр Ильич'];
    for (const name of names) await ask(`/contests/${contestId}/members`, { ...seat, name });
    const file = (as: string, query = '') =>
      fetch(`${house.url}/api/contests/${contestId}/invitations/cards.pdf${query}`, {
        headers: { cookie: as },
      });
    expect((await file(secretary)).status).toBe(404);
    const { items } = (await invite(contestId)).body;
    await redeem(items[2].link);
    const showings = async () =>
      (
        await house.database.query(
          `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'link-shown' AND contest_id = $1`,
          [contestId],
        )
      )[0].count;
    const before = await showings();

    const answer = await file(secretary, '?language=en');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-7).toString().trim()).toBe('%%EOF');
    const text = pdfPages(bytes).join('').replaceAll(' ', '');
    expect(text).toContain('ЩукинаЮлияОлеговна');
    expect(text).toContain('ФёдоровФролИльич');
    expect(text).not.toContain('Ужевошедший');
    expect(text).toContain('Конкурс');
    expect(text).toContain('Nopasswordisneeded');
    for (const { link } of items.slice(0, 2)) expect(text).toContain(`${house.url}/l#${link}`);
    expect(await showings()).toBe(before + 2);
    expect((await file(secretary, '?language=xx')).status).toBe(422);

    const stranger = await house.signedIn({
      login: 'of-another-contest',
      name: 'Чужой',
      password: 'пароль чужого',
      roles: ['secretary'],
    });
    expect((await file(stranger)).status).toBeGreaterThanOrEqual(403);
  });

  it('of 120 members are one request of less than three seconds', async () => {
    const { contestId } = await contestWith('Первый Пётр Петрович');
    await house.database.query(
      `INSERT INTO contest_member (contest_id, member_id, ordinal, name, post, body, role, votes)
       SELECT $1, 'm' || n, n + 1, 'Иванов Иван Иванович', '', '', 'member', true FROM generate_series(1, 119) n`,
      [contestId],
    );
    const started = performance.now();
    const { body } = await invite(contestId);
    const took = performance.now() - started;
    expect(new Set(body.items.map(({ login }: { login: string }) => login)).size).toBe(120);
    expect(new Set(body.items.map(({ link }: { link: string }) => link)).size).toBe(120);
    expect(took).toBeLessThan(3_000);
  });

  it('reach the seats of a session that was convened before them, and the member votes', async () => {
    const { contestId, member } = await contestWith('Седов Олег Ильич');
    const memberId = member.split('/').at(-1)!;
    const seat = { memberId, name: 'Седов Олег Ильич', post: '', body: '', role: 'chair', votes: true };
    const { body: convened } = await ask('/sessions', {
      contestId,
      number: '1',
      date: '2026-06-25',
      place: 'Москва',
      timeZone: 'Europe/Moscow',
      form: 'in-person',
      establishedSeats: 1,
      presidingId: memberId,
      public: true,
      roll: [seat],
      questions: [{ questionId: 'q', title: 'Повестка', wording: 'Утвердить', kind: 'motion' }],
      ruleSet: presets['mfc-central'],
    });
    expect(convened.withoutSignIn).toEqual([memberId]);
    const { sessionId } = convened;
    const signIns = async () => (await ask(`/sessions/${sessionId}/sign-ins`)).body.items;
    expect(await signIns()).toEqual([{ memberId, signIn: 'none' }]);
    const { link } = (await invite(contestId)).body.items[0];
    expect(await signIns()).toEqual([{ memberId, signIn: 'not-yet' }]);
    const cookie = cookieIn(await redeem(link));
    expect(await signIns()).toEqual([{ memberId, signIn: 'come' }]);

    const give = async (as: string, type: string, more: object = {}) => {
      const command = { commandId: crypto.randomUUID(), type, ...more };
      const { body } = await house.ask(`/api/sessions/${sessionId}/commands`, { cookie: as, body: command });
      expect(body).toMatchObject({ outcome: 'recorded' });
    };
    await give(secretary, 'mark-attendance', { memberId, attendance: 'in-person' });
    await give(secretary, 'open-session');
    await give(secretary, 'open-round', { questionId: 'q' });
    const { session } = (await ask(`/sessions/${sessionId}`)).body;
    const { roundId } = session.questions[0].rounds[0];
    await give(cookie, 'cast-ballot', { roundId, ballot: { choice: 'for' }, replaces: null });
  });
});
