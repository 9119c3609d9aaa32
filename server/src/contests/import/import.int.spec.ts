import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { importBounds, type ImportRequest } from '@open-ballot/shared/contract/import';
import writeXlsxFile from 'write-excel-file/node';
import { type Answered, type RunningApp, startApp } from '../../testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let house: RunningApp;
let secretary: string;
let member: string;

beforeAll(async () => {
  house = await startApp();
  const password = 'пароль';
  secretary = await house.signedIn({ login: 'secretary', name: 'Секретарь', password, roles: ['secretary'] });
  member = await house.signedIn({ login: 'member', name: 'Орлова Анна', password });
});
afterAll(() => house.stop());

const ask = (path: string, body?: unknown, cookie = secretary): Promise<Answered> =>
  house.ask(`/api/contests${path}`, { cookie, ...(body !== undefined && { body }) });
const aContest = async (): Promise<string> =>
  (await ask('', { title: 'Лучший МФЦ', deadline: '2021-07-01T00:00:00+03:00', public: true })).body
    .contestId;
const read = async (contestId: string) => (await ask(`/${contestId}`)).body;

type Wish = Omit<ImportRequest, 'file'>;
const imports = (contestId: string, table: string | Buffer, wish: Wish, cookie?: string) =>
  ask(`/${contestId}/import`, { ...wish, file: Buffer.from(table).toString('base64') }, cookie);

const members = [
  'ФИО;Должность;Организация;Роль;Голос;Логин',
  'Орлова Анна;директор;Минэкономразвития;председатель;да;member',
  'Белов Борис;;Росреестр;;;',
  ...['Вера', 'Глеб', 'Дарья', 'Егор', 'Жанна'].map((name) => `${name};;;член комиссии;да;`),
  'Зоя;;;секретарь;нет;',
].join('\r\n');
/** An account is one person's in one contest. */
const withoutLogin = members.replace(';member', ';');

describe('an import of members', () => {
  it('shows what each row comes to and writes nothing until it is told to', async () => {
    const contestId = await aContest();
    const preview = await imports(contestId, members, { what: 'members' });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ what: 'members', applied: false, sound: 8, faulty: 0, skipped: [] });
    expect(preview.body.rows[0]).toEqual({
      row: 2,
      cells: {
        name: 'Орлова Анна',
        post: 'директор',
        body: 'Минэкономразвития',
        role: 'chair',
        votes: 'true',
        accountLogin: 'member',
      },
      faults: [],
      state: 'new',
    });
    expect((await read(contestId)).members).toEqual([]);

    const applied = await imports(contestId, members, { what: 'members', apply: true });
    expect(applied.body).toEqual({ ...preview.body, applied: true });
    const { members: there } = await read(contestId);
    expect(there.map(({ name }: { name: string }) => name)).toEqual([
      'Орлова Анна',
      'Белов Борис',
      'Вера',
      'Глеб',
      'Дарья',
      'Егор',
      'Жанна',
      'Зоя',
    ]);
    expect(there[0]).toMatchObject({ role: 'chair', accountLogin: 'member', votes: true });
    expect(there[7]).toMatchObject({ role: 'secretary', votes: false, post: '', body: '' });
  });

  it('comes after those who are there, and not a second time', async () => {
    const contestId = await aContest();
    const seat = { name: 'Первый', post: '', body: '', role: 'member', votes: true };
    await ask(`/${contestId}/members`, seat);
    await imports(contestId, withoutLogin, { what: 'members', apply: true });
    expect((await read(contestId)).members[0]).toMatchObject({ name: 'Первый' });
    const again = await imports(contestId, withoutLogin, { what: 'members', apply: true });
    expect(again.body).toMatchObject({ applied: false, sound: 8, faulty: 0 });
    expect(new Set(again.body.rows.map(({ state }: { state: string }) => state))).toEqual(new Set(['known']));
    expect((await read(contestId)).members).toHaveLength(9);
  });

  it('writes nothing at all when one row of many is at fault', async () => {
    const contestId = await aContest();
    const bad = withoutLogin.replace('Егор;;;член комиссии', 'Егор;;;начальник');
    const { body } = await imports(contestId, bad, { what: 'members', apply: true });
    expect(body).toMatchObject({ applied: false, sound: 7, faulty: 1 });
    expect(body.rows.filter(({ faults }: { faults: unknown[] }) => faults.length > 0)).toMatchObject([
      { row: 7, cells: { role: 'начальник' }, faults: [{ column: 'role', fault: 'bad-role' }] },
    ]);
    expect((await read(contestId)).members).toEqual([]);
  });

  it('is written once when it is sent several times at once', async () => {
    const contestId = await aContest();
    // Enough of them that one is still being written when the next is looked at.
    const many = ['ФИО', ...Array.from({ length: 1_500 }, (_, index) => `Член ${index + 1}`)].join('\n');
    const answers = await Promise.all(
      [1, 2, 3].map(() => imports(contestId, many, { what: 'members', apply: true })),
    );
    expect(answers.filter(({ body }) => body.applied)).toHaveLength(1);
    expect((await read(contestId)).members).toHaveLength(1_500);
  });
});

describe('an import of nominees', () => {
  const header = ['Номинация', 'Наименование', 'Регион', 'Балл предыдущего этапа', 'Дата заявки'];
  const workbook = (...rows: (string | number | Date)[][]): Promise<Buffer> =>
    writeXlsxFile(
      [header, ...rows].map((row) =>
        row.map((value) =>
          value instanceof Date
            ? { value, type: Date, format: 'dd.mm.yyyy hh:mm' }
            : typeof value === 'number'
              ? { value, type: Number }
              : { value, type: String },
        ),
      ),
    ).toBuffer();
  const applied = new Date(Date.UTC(2020, 11, 1, 9, 30));

  it('goes from a workbook into the nominations it names, adding those that are missing', async () => {
    const contestId = await aContest();
    await ask(`/${contestId}/nominations`, { title: 'Лучший МФЦ' });
    const table = await workbook(
      ['Лучший МФЦ', 'МФЦ Кирова', 'Кировская область', 87.25, applied],
      ['Лучший проект', 'Проект', 'Пермский край', 90, '02.12.2020'],
      ['лучший мфц', 'МФЦ Перми', 'Пермский край', 0.1 + 0.2, applied],
    );
    const refused = await imports(contestId, table, { what: 'nominees', apply: true });
    expect(refused.body).toMatchObject({ applied: false, faulty: 1, newNominations: [] });
    expect(refused.body.rows[1].faults).toEqual([{ column: 'nomination', fault: 'no-such-nomination' }]);

    const wish = { what: 'nominees', addNominations: true } as const;
    const preview = await imports(contestId, table, wish);
    expect(preview.body).toMatchObject({ faulty: 0, newNominations: [{ title: 'Лучший проект' }] });
    expect((await read(contestId)).nominations).toMatchObject([{ nominees: [] }]);

    await imports(contestId, table, { ...wish, apply: true });
    expect((await read(contestId)).nominations).toMatchObject([
      {
        title: 'Лучший МФЦ',
        nominees: [
          {
            name: 'МФЦ Кирова',
            region: 'Кировская область',
            priorScore: '87.25',
            appliedAt: '2020-12-01T06:30:00.000Z',
          },
          { name: 'МФЦ Перми', priorScore: '0.3' },
        ],
      },
      { title: 'Лучший проект', nominees: [{ name: 'Проект', appliedAt: '2020-12-01T21:00:00.000Z' }] },
    ]);
  });

  it('may go into one nomination of this contest, whatever the rows say', async () => {
    const contestId = await aContest();
    const { nominationId } = (await ask(`/${contestId}/nominations`, { title: 'Выбранная' })).body;
    const table = await workbook(['Иная', 'Один', '', 1, ''], ['', 'Два', '', 2, '']);
    const { body } = await imports(contestId, table, { what: 'nominees', nominationId, apply: true });
    expect(body).toMatchObject({
      applied: true,
      columns: [{ index: 0, title: 'Номинация' }, { reads: 'name' }, {}, {}, {}],
    });
    expect((await read(contestId)).nominations).toMatchObject([
      { title: 'Выбранная', nominees: [{ name: 'Один' }, { name: 'Два' }] },
    ]);
    const elsewhere = await aContest();
    expect(await imports(elsewhere, table, { what: 'nominees', nominationId })).toMatchObject({
      status: 422,
      body: { code: 'invalid', fields: [{ path: 'nominationId' }] },
    });
  });

  it('asks for the column that says where to', async () => {
    const contestId = await aContest();
    expect(await imports(contestId, 'Участник\nОдин', { what: 'nominees' })).toMatchObject({
      status: 200,
      body: { applied: false, unclear: [{ column: 'nomination', is: 'missing' }], rows: [] },
    });
  });
});

describe('an import', () => {
  it('is for secretaries, of a contest there is', async () => {
    const contestId = await aContest();
    expect((await imports(contestId, withoutLogin, { what: 'members' }, member)).status).toBe(403);
    expect((await imports(randomUUID(), members, { what: 'members' })).status).toBe(404);
    expect((await house.ask(`/api/contests/${contestId}/import`, { body: {} })).status).toBe(401);
  });

  it.each([
    ['no base64', { what: 'members', file: 'ФИО' }, 'file'],
    ['another kind', { what: 'votes', file: '' }, 'what'],
    ['unknown wishes', { what: 'members', file: '', force: true }, 'force'],
  ])('takes no %s', async (_, body, path) => {
    const answer = await ask(`/${await aContest()}/import`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', fields: [{ path }] } });
  });

  it('is bounded in bytes, by itself and by the longest body', async () => {
    const contestId = await aContest();
    for (const bytes of [importBounds.bytes + 1, 7 * 1024 * 1024]) {
      expect(await imports(contestId, Buffer.alloc(bytes, 'a'), { what: 'members' })).toMatchObject({
        status: 422,
        body: { code: 'too-large' },
      });
    }
  });

  it('takes a commission of the largest bounds, and not one row more', async () => {
    const contestId = await aContest();
    const rows = Array.from({ length: importBounds.rows }, (_, index) => `Член ${index + 1}`);
    const table = ['ФИО', ...rows].join('\n');
    expect((await imports(contestId, `${table}\nЛишний`, { what: 'members' })).body.code).toBe(
      'too-many-rows',
    );
    const { body } = await imports(contestId, table, { what: 'members', apply: true });
    expect(body).toMatchObject({ applied: true, sound: importBounds.rows });
    expect((await read(contestId)).members).toHaveLength(importBounds.rows);
  });

  it('offers templates that it knows how to read', async () => {
    const contestId = await aContest();
    for (const what of ['nominees', 'members'] as const) {
      for (const language of ['ru', 'en']) {
        for (const format of ['xlsx', 'csv']) {
          const address = `${house.url}/api/import-templates/${what}.${format}?language=${language}`;
          const response = await fetch(address, { headers: { cookie: secretary } });
          expect(response.headers.get('content-disposition')).toBe(
            `attachment; filename="${what}.${format}"`,
          );
          const template = Buffer.from(await response.arrayBuffer());
          // Nothing to read in it yet: the example stands on a sheet of its own.
          const { body } = await imports(contestId, template, { what });
          expect({ what, language, format, code: body.code }).toMatchObject({ code: 'empty-table' });
        }
      }
    }
    const get = (path: string) => house.ask(`/api/import-templates/${path}`, { cookie: secretary });
    expect((await get('nominees.exe')).status).toBe(404);
    expect((await get('nominees.csv?language=fr')).status).toBe(422);
  });
});
