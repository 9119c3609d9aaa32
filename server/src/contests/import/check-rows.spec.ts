import { describe, expect, it } from '@jest/globals';
import type { ImportKind, RowWish } from '@open-ballot/shared/contract/import';
import { checkMembers, type MembersThere, type MemberThere } from './check-members.ts';
import { checkNominees, newNominationsIn, type NomineesThere, type NomineesWish } from './check-nominees.ts';
import type { NomineeRow } from '../nominee.entity.ts';
import type { RowCheck } from './checked-row.ts';
import { headed } from './columns.ts';
import { sortedRows } from './entries.ts';
import { type Cell, tableOf } from './table.ts';

type Row = readonly Cell[];
const source = { format: 'csv', encoding: 'utf-8', delimiter: ';' } as const;
/** The entries of a table of these rows. */
const entriesOf = (what: ImportKind, rows: readonly Row[]) =>
  sortedRows(headed({ source, table: tableOf(rows), hiddenColumns: [] }, what, ['name']), what, new Map())
    .entries;
const faultsIn = (rows: readonly RowCheck[]) =>
  Object.fromEntries(rows.filter(({ isSound }) => !isSound).map(({ row, faults }) => [row, faults]));

describe('rows of members', () => {
  const titles = ['ФИО', 'Должность', 'Организация', 'Роль', 'Голос', 'Логин', 'E-mail'];
  const account = (login: string, name: string, isOfficer = false) => ({
    ...{ id: `account-${login}`, login, name, isOfficer, isUsed: false, isKnown: false },
  });
  const orlova: MemberThere = {
    memberId: 'm-1',
    name: 'Орлова Анна',
    post: 'директор',
    body: 'Росреестр',
    role: 'chair',
    votes: true,
    email: 'orlova@example.ru',
    accountId: 'account-orlova',
  };
  const there: MembersThere = {
    members: [orlova],
    accounts: new Map([
      ['orlova', account('orlova', 'Орлова Анна')],
      ['belov', account('belov', 'Белов Борис')],
      ['office', account('office', 'Белов Борис', true)],
    ]),
    logins: new Map([['account-orlova', 'orlova']]),
  };
  const checkAs = (wishes: readonly RowWish[], ...rows: Row[]) =>
    checkMembers(
      entriesOf('members', [titles, ...rows]),
      there,
      new Map(wishes.map((each) => [each.row, each])),
    );
  const check = (...rows: Row[]) => checkAs([], ...rows);

  it('are members as a form would make them', () => {
    const { rows, members } = check(
      ['Белов  Борис', 'врач', 'Больница', 'Секретарь', 'нет', 'Belov', 'belov@example.ru'],
      ['Вера', undefined, undefined, undefined, undefined, undefined],
    );
    expect(faultsIn(rows)).toEqual({});
    expect(members).toEqual([
      {
        name: 'Белов Борис',
        post: 'врач',
        body: 'Больница',
        role: 'secretary',
        votes: false,
        email: 'belov@example.ru',
        accountId: 'account-belov',
      },
      { name: 'Вера', post: '', body: '', role: 'member', votes: true, email: null, accountId: null },
    ]);
    expect(rows[0]!.report.cells).toMatchObject({ role: 'secretary', votes: 'false', accountLogin: 'Belov' });
  });

  it('name each cell at fault and why', () => {
    const { rows } = check(
      [undefined, 'врач', 'Больница', 'начальник', 'может быть', 'nobody', 'a@b, c@d'],
      ['А'.repeat(1001), 'вр\0ач', '#ССЫЛКА!', undefined, undefined, 'x'.repeat(65)],
    );
    expect(faultsIn(rows)).toEqual({
      2: [
        { column: 'role', fault: 'bad-role' },
        { column: 'votes', fault: 'bad-vote' },
        { column: 'name', fault: 'required' },
        { column: 'email', fault: 'bad-email' },
        { column: 'accountLogin', fault: 'no-such-login' },
      ],
      3: [
        { column: 'body', fault: 'broken-cell' },
        { column: 'name', fault: 'too-long', most: 1000 },
        { column: 'post', fault: 'bad-characters' },
        { column: 'accountLogin', fault: 'too-long', most: 64 },
      ],
    });
    expect(rows[0]!.report.cells).toMatchObject({ role: 'начальник', votes: 'может быть' });
  });

  it('are not there twice; namesakes from elsewhere may be', () => {
    const { rows } = check(
      ['Сомов Глеб', undefined, 'ФНС'],
      ['Сомов Глеб', undefined, '«ФНС»'],
      ['Сомов Глеб', undefined, 'Росреестр'],
      ['Вера', undefined, undefined, undefined, undefined, 'orlova'],
      ['Белов Борис', undefined, undefined, undefined, undefined, 'belov'],
      ['Белов Борис', 'врач', undefined, undefined, undefined, 'BELOV'],
    );
    expect(faultsIn(rows)).toEqual({
      3: [{ column: 'name', fault: 'repeated', row: 2 }],
      5: [{ column: 'accountLogin', fault: 'login-taken' }],
      7: [{ column: 'accountLogin', fault: 'login-repeated', row: 6 }],
    });
  });

  it('take no account that may be somebody else’s, unless its owner is named', () => {
    const row = ['Белов Борис', undefined, undefined, undefined, undefined, 'office'];
    const fault = { column: 'accountLogin', fault: 'login-of-another', name: 'Белов Борис' };
    expect(faultsIn(check(row).rows)).toEqual({ 2: [fault] });
    expect(faultsIn(checkAs([{ row: 2, accountName: 'Белов  Борис' }], row).rows)).toEqual({});
    const other = ['Дымов Борис', undefined, undefined, undefined, undefined, 'belov'];
    expect(faultsIn(check(other).rows)).toEqual({ 2: [fault] });
  });

  it('who are there already are known, however they are spelled, and lose nothing by an empty cell', () => {
    const { rows, members, changed } = check([
      'орлова  АННА',
      undefined,
      '«Росреестр»',
      undefined,
      '',
      undefined,
    ]);
    expect(rows.map(({ report }) => report.state)).toEqual(['known']);
    expect([members, changed]).toEqual([[], []]);
  });

  it('of whom the table says otherwise are changed when that is confirmed, and only so', () => {
    const row = ['Орлова Анна', 'министр', 'ФНС', 'член комиссии', undefined, 'orlova'];
    const [only] = check(row).rows;
    expect(only!.report).toMatchObject({
      state: 'changed',
      changes: [
        { column: 'post', was: 'директор' },
        { column: 'body', was: 'Росреестр' },
        { column: 'role', was: 'chair' },
      ],
    });
    expect(check(row)).toMatchObject({ members: [], changed: [] });
    const changes = { post: 'министр', body: 'ФНС', role: 'member' };
    expect(checkAs([{ row: 2, as: 'change' }], row).changed).toEqual([{ memberId: 'm-1', changes }]);
    // Or it is a namesake, and a seat of their own.
    const apart = checkAs([{ row: 2, as: 'add' }], row.slice(0, 5));
    expect(apart).toMatchObject({ members: [{ name: 'Орлова Анна', body: 'ФНС' }], changed: [] });
  });

  it('are not more than a commission holds', () => {
    const full = { ...there, members: Array.from({ length: 2_499 }, () => orlova) };
    const entries = entriesOf('members', [titles, ['Борис'], ['Вера']]);
    expect(faultsIn(checkMembers(entries, full, new Map()).rows)).toEqual({
      3: [{ column: 'name', fault: 'too-many' }],
    });
  });
});

describe('rows of nominees', () => {
  const titles = ['Номинация', 'Категория', 'Участник', 'Регион', 'Балл', 'Дата заявки', 'Код заявителя'];
  const there: NomineesThere = {
    nominations: [
      { id: 'mfc', title: 'Лучший МФЦ', category: null },
      { id: 'large', title: 'Лучший проект', category: 'Крупные города' },
      { id: 'small', title: 'Лучший проект', category: 'Малые города' },
    ],
    nominees: [
      {
        ...{
          nominationId: 'mfc',
          nomineeId: 'n-1',
          ordinal: 1,
          name: 'МФЦ Кирова',
          region: 'Кировская область',
        },
        ...{
          entrantId: null,
          organisation: null,
          appliedAt: null,
          priorScore: '87.5',
          materials: 'https://a',
        },
      } satisfies NomineeRow,
    ],
  };
  const check = (wish: Partial<NomineesWish>, ...rows: Row[]) => checkAs([], wish, ...rows);
  const checkAs = (wishes: readonly RowWish[], wish: Partial<NomineesWish>, ...rows: Row[]) =>
    checkNominees(
      entriesOf('nominees', [titles, ...rows]),
      there,
      { timeZone: 'Europe/Moscow', ...wish },
      new Map(wishes.map((each) => [each.row, each])),
    );
  const placesOf = ({ destinations }: ReturnType<typeof check>) =>
    destinations.map(({ nominationId, title, nominees }) => [
      nominationId ?? title,
      nominees.map(({ name }) => name),
    ]);

  it('go where they say: by title, by category, or by both as the screens show them', () => {
    const checked = check(
      {},
      ['лучший мфц', undefined, 'МФЦ Перми', 'Пермский край', '87,25', '01.12.2020', 7],
      ['Лучший проект', 'малые города', 'Проект 1'],
      ['Лучший проект, Крупные города', undefined, 'Проект 2'],
    );
    expect(faultsIn(checked.rows)).toEqual({});
    expect(placesOf(checked)).toEqual([
      ['mfc', ['МФЦ Перми']],
      ['large', ['Проект 2']],
      ['small', ['Проект 1']],
    ]);
    expect(checked.destinations[0]!.nominees[0]).toEqual({
      name: 'МФЦ Перми',
      organisation: null,
      region: 'Пермский край',
      priorScore: '87.25',
      appliedAt: '2020-11-30T21:00:00.000Z',
      entrantId: '7',
      materials: null,
    });
  });

  it('may all go where the screen says', () => {
    const checked = check(
      { nominationId: 'mfc' },
      [undefined, undefined, 'Один'],
      ['Иное', undefined, 'Два'],
    );
    expect(placesOf(checked)).toEqual([['mfc', ['Один', 'Два']]]);
  });

  it('name each cell at fault and why', () => {
    const { rows } = check(
      {},
      [undefined, undefined, 'Без номинации'],
      ['Неизвестная', undefined, 'Кто-то'],
      ['Лучший проект', undefined, 'Двусмысленный'],
      ['Лучший МФЦ', undefined, undefined, undefined, 'много', '31.06.2021'],
      ['Лучший МФЦ', undefined, 'Длинный балл', undefined, '1234567890123', undefined, 'и'.repeat(65)],
    );
    expect(faultsIn(rows)).toEqual({
      2: [{ column: 'nomination', fault: 'required' }],
      3: [{ column: 'nomination', fault: 'no-such-nomination' }],
      4: [{ column: 'nomination', fault: 'several-nominations' }],
      5: [
        { column: 'priorScore', fault: 'bad-number' },
        { column: 'appliedAt', fault: 'bad-moment' },
        { column: 'name', fault: 'required' },
      ],
      6: expect.arrayContaining([
        { column: 'priorScore', fault: 'bad-number' },
        { column: 'entrantId', fault: 'too-long', most: 64 },
      ]),
    });
  });

  it('are not there twice in one nomination; of one name, from elsewhere, they are two', () => {
    const { rows } = check(
      {},
      ['Лучший МФЦ', undefined, 'МФЦ Кирова', 'Тверская область'],
      ['Лучший МФЦ', undefined, '«МФЦ» Кирова', 'Тверская область'],
      ['Лучший проект', 'Малые города', 'МФЦ Кирова', 'Тверская область'],
    );
    expect(faultsIn(rows)).toEqual({ 3: [{ column: 'name', fault: 'repeated', row: 2 }] });
    expect(rows.map(({ report }) => report.state)).toEqual(['new', 'new', 'new']);
  });

  it('who are there already are known, changed or new, and lose nothing by an empty cell', () => {
    const rows: Row[] = [
      ['Лучший МФЦ', undefined, 'МФЦ Кирова', undefined, '87,50'],
      ['Лучший МФЦ', undefined, 'МФЦ Перми', undefined, '90'],
    ];
    expect(check({}, ...rows).rows.map(({ report }) => report.state)).toEqual(['known', 'new']);
    const grown = [['Лучший МФЦ', undefined, 'МФЦ Кирова', 'Кировская область', '88', '01.12.2020']];
    const changes = { priorScore: '88', appliedAt: '2020-11-30T21:00:00.000Z' };
    expect(check({}, ...grown).rows[0]!.report).toMatchObject({
      state: 'changed',
      changes: [
        { column: 'priorScore', was: '87.5' },
        { column: 'appliedAt', was: '' },
      ],
    });
    expect(check({}, ...grown).destinations).toEqual([]);
    expect(checkAs([{ row: 2, as: 'change' }], {}, ...grown).destinations).toMatchObject([
      { nominees: [], changed: [{ nomineeId: 'n-1', changes }] },
    ]);
  });

  it('may bring their nominations along, once each', () => {
    const checked = check(
      { addNominations: true },
      ['Новая', undefined, 'Один'],
      ['НОВАЯ', undefined, 'Два'],
      ['Новая', 'Малые города', 'Три'],
      ['Н'.repeat(1001), undefined, 'Четыре'],
    );
    expect(newNominationsIn(checked)).toEqual([
      { title: 'Новая' },
      { title: 'Новая', category: 'Малые города' },
    ]);
    expect(faultsIn(checked.rows)).toEqual({ 5: [{ column: 'nomination', fault: 'too-long', most: 1000 }] });
  });

  it('are not more than a nomination holds', () => {
    const rows = Array.from({ length: 201 }, (_, index) => ['Новая', undefined, `Участник ${index + 1}`]);
    expect(faultsIn(check({ addNominations: true }, ...rows).rows)).toEqual({
      202: [{ column: 'name', fault: 'too-many' }],
    });
  });
});
