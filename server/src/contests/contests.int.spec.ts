import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import { type Answered, type Asked, type RunningApp, startApp } from '../testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let house: RunningApp;
let secretary: string;
let member: string;

beforeAll(async () => {
  house = await startApp();
  secretary = await house.signedIn({
    login: 'secretary',
    name: 'Секретарь',
    password: 'пароль',
    roles: ['secretary'],
  });
  member = await house.signedIn({ login: 'member', name: 'Член комиссии', password: 'пароль' });
});
afterAll(() => house.stop());

const contest = {
  title: 'Лучший МФЦ',
  deadline: '2021-07-01T00:00:00+03:00',
  organisation: 'Минэкономразвития России',
  commission: 'Центральная конкурсная комиссия',
};
const asSecretary = (path: string, asked: Asked = {}): Promise<Answered> =>
  house.ask(`/api/contests${path}`, { cookie: secretary, ...asked });
const create = async (fields: object = {}): Promise<string> =>
  (await asSecretary('', { body: { ...contest, ...fields } })).body.contestId;

describe('contests', () => {
  it('show logins to secretaries alone, and are kept by nobody on the way', async () => {
    const contestId = await create();
    const seat = {
      name: 'Член комиссии',
      post: '',
      body: '',
      role: 'member',
      votes: true,
      accountLogin: 'member',
    };
    await asSecretary(`/${contestId}/members`, { body: seat });
    expect((await asSecretary(`/${contestId}`)).body.members).toMatchObject([{ accountLogin: 'member' }]);
    const seen = await house.ask(`/api/contests/${contestId}`, { cookie: member });
    expect(seen.body.members).toMatchObject([{ name: 'Член комиссии' }]);
    expect(seen.body.members[0]).not.toHaveProperty('accountLogin');
    const listed = await house.ask(`/api/contests/${contestId}/members`, { cookie: member });
    expect(JSON.stringify(listed.body)).not.toContain('accountLogin');
    expect(seen.headers.get('cache-control')).toBe('no-store');
  });

  it('are made by the secretary and, where public, read by everybody who signed in', async () => {
    const made = await asSecretary('', { body: { ...contest, public: true } });
    expect(made).toMatchObject({ status: 201, body: { contestId: expect.any(String) } });
    const { contestId } = made.body;
    const seen = await house.ask(`/api/contests/${contestId}`, { cookie: member });
    expect(seen).toMatchObject({
      status: 200,
      body: {
        ...contest,
        contestId,
        deadline: '2021-06-30T21:00:00.000Z',
        timeZone: 'Europe/Moscow',
        rehearsal: false,
        public: true,
        nominations: [],
        members: [],
      },
    });
    const { body: list } = await house.ask('/api/contests', { cookie: member });
    expect(list.items).toContainEqual({
      contestId,
      title: contest.title,
      deadline: '2021-06-30T21:00:00.000Z',
      rehearsal: false,
      public: true,
    });
  });

  it('are not written by members', async () => {
    const contestId = await create({ public: true });
    const refused = [
      await house.ask('/api/contests', { cookie: member, body: contest }),
      await house.ask(`/api/contests/${contestId}`, {
        cookie: member,
        method: 'PATCH',
        body: { title: 'Мой' },
      }),
      await house.ask(`/api/contests/${contestId}/rehearsal`, { cookie: member, body: {} }),
      await house.ask(`/api/contests/${contestId}/nominations`, { cookie: member, body: { title: 'Своя' } }),
      await house.ask(`/api/contests/${contestId}/members`, { cookie: member, body: {} }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it.each([
    ['a deadline without an offset', { deadline: '2021-07-01T00:00:00' }, 'deadline'],
    ['a day that does not exist', { deadline: '2021-06-31T00:00:00+03:00' }, 'deadline'],
    ['a title of spaces', { title: '   ' }, 'title'],
    ['a title with a NUL', { title: 'МФЦ\0' }, 'title'],
    ['a title with half a character', { title: 'МФЦ\ud83d' }, 'title'],
    ['a zone nobody keeps', { timeZone: 'Europe/Vyatka' }, 'timeZone'],
    ['an id of the client', { contestId: randomUUID() }, 'contestId'],
    ['a rehearsal that starts at no moment', { rehearsal: { start: 'утром' } }, 'rehearsal.start'],
    ['a rehearsal that starts at null', { rehearsal: { start: null } }, 'rehearsal.start'],
    ['a rehearsal that is null', { rehearsal: null }, 'rehearsal'],
    ['a rehearsal that is a list', { rehearsal: [] }, 'rehearsal'],
  ])('take no %s', async (_, fault, path) => {
    const { status, body } = await asSecretary('', { body: { ...contest, ...fault } });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid' });
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual([path]);
  });

  it('change only in what is named', async () => {
    const contestId = await create();
    const { status, body } = await asSecretary(`/${contestId}`, {
      method: 'PATCH',
      body: { title: 'Лучший МФЦ России' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Лучший МФЦ России', organisation: contest.organisation });
    expect((await asSecretary(`/${contestId}`, { method: 'PATCH', body: { title: null } })).status).toBe(422);
    expect((await asSecretary(`/${contestId}`, { method: 'PATCH', body: {} })).status).toBe(200);
    expect((await asSecretary(`/${randomUUID()}`, { method: 'PATCH', body: { title: 'Нет' } })).status).toBe(
      404,
    );
    expect((await asSecretary(`/${randomUUID()}`)).status).toBe(404);
  });
});

describe('rehearsals', () => {
  const clockOf = async (contestId: string) => {
    const [row] = await house.database.query(
      'SELECT rehearsal_real_start AS real, rehearsal_start AS shown FROM contest WHERE id = $1',
      [contestId],
    );
    return row as { real: Date | null; shown: Date | null };
  };

  it('[11.4] keep their pair of starts, once', async () => {
    const contestId = await create({ rehearsal: { start: '2021-06-25T10:00:00+03:00' } });
    const { real, shown } = await clockOf(contestId);
    expect(shown).toEqual(new Date('2021-06-25T07:00:00Z'));
    expect(Math.abs(Date.now() - real!.getTime())).toBeLessThan(10_000);
    expect((await asSecretary(`/${contestId}`)).body.rehearsal).toBe(true);
  });

  it('[11.4] can be started anew, where they began or elsewhere', async () => {
    const contestId = await create({ rehearsal: { start: '2021-06-25T10:00:00+03:00' } });
    const before = await clockOf(contestId);
    const again = await asSecretary(`/${contestId}/rehearsal`, { body: {} });
    expect(again).toMatchObject({
      status: 200,
      body: { contestId, rehearsal: true, start: '2021-06-25T07:00:00.000Z' },
    });
    expect((await clockOf(contestId)).real!.getTime()).toBeGreaterThan(before.real!.getTime());
    await asSecretary(`/${contestId}/rehearsal`, { body: { start: '2021-06-30T23:59:00+03:00' } });
    expect((await clockOf(contestId)).shown).toEqual(new Date('2021-06-30T20:59:00Z'));
    expect(await asSecretary(`/${contestId}/rehearsal`, { body: { start: null } })).toMatchObject({
      status: 422,
      body: { code: 'invalid', fields: [{ path: 'start' }] },
    });
    expect((await clockOf(contestId)).shown).toEqual(new Date('2021-06-30T20:59:00Z'));
  });

  it('may be asked for without a moment', async () => {
    const contestId = await create({ rehearsal: true });
    const { real, shown } = await clockOf(contestId);
    expect(shown).toEqual(real);
    expect(await clockOf(await create({ rehearsal: false }))).toEqual({ real: null, shown: null });
  });

  it('[11.4] do not become the clock of a contest with real sessions', async () => {
    const contestId = await create();
    await house.database.query(
      'INSERT INTO session (id, contest_id, number, public) VALUES ($1, $2, $3, true)',
      [randomUUID(), contestId, '1'],
    );
    expect((await asSecretary(`/${contestId}/rehearsal`, { body: {} })).body).toMatchObject({
      status: 422,
      code: 'not-allowed-by-rules',
    });
    expect(await clockOf(contestId)).toEqual({ real: null, shown: null });
  });
});

describe('nominations', () => {
  it('hold their nominees in the order they came', async () => {
    const contestId = await create();
    const { status, body } = await asSecretary(`/${contestId}/nominations`, {
      body: { title: 'Лучший МФЦ', category: 'Крупные города' },
    });
    expect(status).toBe(201);
    const nominees = `/${contestId}/nominations/${body.nominationId}/nominees`;
    const kirov = {
      nomineeId: 'kirov',
      name: 'Центр «Мои документы» Первомайского района города Кирова',
      region: 'Кировская область',
      organisation: 'Кировский МФЦ',
      entrantId: 'kirov',
      appliedAt: '2020-12-01T09:00:00+03:00',
      priorScore: '87.25',
      materials: 'https://mfc.example/kirov',
    };
    expect(await asSecretary(nominees, { body: kirov })).toMatchObject({
      status: 201,
      body: { nomineeId: 'kirov' },
    });
    const given = await asSecretary(nominees, { body: { name: 'МФЦ Иркутской области' } });
    expect(given).toMatchObject({ status: 201, body: { nomineeId: expect.any(String) } });
    const { body: read } = await asSecretary(`/${contestId}`);
    expect(read.nominations).toEqual([
      {
        nominationId: body.nominationId,
        title: 'Лучший МФЦ',
        category: 'Крупные города',
        nominees: [
          { ...kirov, appliedAt: '2020-12-01T06:00:00.000Z' },
          { nomineeId: given.body.nomineeId, name: 'МФЦ Иркутской области' },
        ],
      },
    ]);
    expect((await asSecretary(`/${contestId}/nominations`)).body.items).toEqual(read.nominations);
  });

  it('change and go, and their nominees with them', async () => {
    const contestId = await create();
    const { nominationId } = (
      await asSecretary(`/${contestId}/nominations`, { body: { title: 'А', category: 'Б' } })
    ).body;
    const at = `/${contestId}/nominations/${nominationId}`;
    const { nomineeId } = (await asSecretary(`${at}/nominees`, { body: { name: 'Один', region: 'Регион' } }))
      .body;

    expect((await asSecretary(at, { method: 'PATCH', body: { category: null } })).status).toBe(204);
    expect(
      (
        await asSecretary(`${at}/nominees/${nomineeId}`, {
          method: 'PATCH',
          body: { name: 'Другой', region: null },
        })
      ).status,
    ).toBe(204);
    expect((await asSecretary(`/${contestId}`)).body.nominations).toEqual([
      { nominationId, title: 'А', nominees: [{ nomineeId, name: 'Другой' }] },
    ]);

    expect((await asSecretary(`${at}/nominees/${nomineeId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await asSecretary(`${at}/nominees/${nomineeId}`, { method: 'DELETE' })).status).toBe(404);
    expect((await asSecretary(at, { method: 'DELETE' })).status).toBe(204);
    expect((await asSecretary(at, { method: 'DELETE' })).status).toBe(404);
    expect((await asSecretary(`/${contestId}`)).body.nominations).toEqual([]);
  });

  it('belong to their contest alone', async () => {
    const [mine, another] = [await create(), await create()];
    const { nominationId } = (await asSecretary(`/${mine}/nominations`, { body: { title: 'Моя' } })).body;
    const elsewhere = `/${another}/nominations/${nominationId}`;
    expect((await asSecretary(elsewhere, { method: 'PATCH', body: { title: 'Чужая' } })).status).toBe(404);
    expect((await asSecretary(`${elsewhere}/nominees`, { body: { name: 'Чужой' } })).status).toBe(404);
    expect((await asSecretary(elsewhere, { method: 'DELETE' })).status).toBe(404);
    expect((await asSecretary(`/${mine}`)).body.nominations).toHaveLength(1);
  });

  it('know a nominee by its id once', async () => {
    const contestId = await create();
    const { nominationId } = (await asSecretary(`/${contestId}/nominations`, { body: { title: 'А' } })).body;
    const nominees = `/${contestId}/nominations/${nominationId}/nominees`;
    const answers = await Promise.all(
      [1, 2, 3].map(() => asSecretary(nominees, { body: { nomineeId: 'kirov', name: 'Киров' } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('hold no more nominees than a question does', async () => {
    const contestId = await create();
    const { nominationId } = (await asSecretary(`/${contestId}/nominations`, { body: { title: 'А' } })).body;
    await house.database.query(
      `INSERT INTO nominee (nomination_id, nominee_id, ordinal, name)
       SELECT $1, n::text, n, 'МФЦ ' || n FROM generate_series(1, 199) AS n`,
      [nominationId],
    );
    const add = () =>
      asSecretary(`/${contestId}/nominations/${nominationId}/nominees`, { body: { name: 'Ещё один' } });
    const answers = await Promise.all([add(), add()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)!.body).toMatchObject({
      code: 'too-large',
      fields: [{ path: '', code: 'too-many', parameters: { most: 200 } }],
    });
  });
});

describe('members', () => {
  const seat = {
    name: 'Представитель Росреестра',
    post: 'член комиссии',
    body: 'Росреестр',
    role: 'member',
    votes: true,
  };

  it('are tied to the sign-in of a person there is', async () => {
    const contestId = await create();
    const { status, body } = await asSecretary(`/${contestId}/members`, {
      body: { ...seat, accountLogin: 'MEMBER', accountName: 'Член комиссии' },
    });
    expect(status).toBe(201);
    expect((await asSecretary(`/${contestId}`)).body.members).toEqual([
      { ...seat, memberId: body.memberId, accountLogin: 'member' },
    ]);
    expect(
      (await asSecretary(`/${contestId}/members`, { body: { ...seat, accountLogin: 'nobody' } })).body,
    ).toMatchObject({
      status: 422,
      fields: [{ path: 'accountLogin' }],
    });
  });

  it('change and go', async () => {
    const contestId = await create();
    const { memberId } = (
      await asSecretary(`/${contestId}/members`, {
        body: { ...seat, accountLogin: 'member', accountName: 'член комиссии' },
      })
    ).body;
    const at = `/${contestId}/members/${memberId}`;
    expect(
      (await asSecretary(at, { method: 'PATCH', body: { role: 'deputy-chair', accountLogin: null } })).status,
    ).toBe(204);
    expect((await asSecretary(`/${contestId}/members`)).body.items).toEqual([
      { ...seat, memberId, role: 'deputy-chair' },
    ]);
    expect((await asSecretary(at, { method: 'PATCH', body: { votes: 'yes' } })).status).toBe(422);
    expect((await asSecretary(at, { method: 'DELETE' })).status).toBe(204);
    expect((await asSecretary(at, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('presets', () => {
  it('are the rule sets of the rules themselves', async () => {
    const { body } = await house.ask('/api/presets', { cookie: member });
    expect(body.items).toEqual(
      Object.entries(presets).map(([name, ruleSet]) => ({
        name,
        ruleSet: JSON.parse(JSON.stringify(ruleSet)),
      })),
    );
  });
});
