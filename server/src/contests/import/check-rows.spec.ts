import { describe, expect, it } from '@jest/globals';
import { checkMembers } from './check-members.ts';
import { checkNominees, newNominationsIn, type NomineesThere, type NomineesWish } from './check-nominees.ts';
import type { RowCheck } from './checked-row.ts';
import { headed } from './columns.ts';
import { type Cell, tableOf } from './table.ts';

type Row = readonly Cell[];
const faultsIn = (rows: readonly RowCheck[]) =>
  Object.fromEntries(rows.filter(({ isSound }) => !isSound).map(({ row, faults }) => [row, faults]));

describe('rows of members', () => {
  const titles = ['ФИО', 'Должность', 'Организация', 'Роль', 'Голос', 'Логин'];
  const there = {
    members: [{ name: 'Орлова Анна', post: '', body: 'Росреестр', accountId: 'account-orlova' }],
    accounts: new Map([
      ['orlova', 'account-orlova'],
      ['belov', 'account-belov'],
    ]),
  };
  const check = (...rows: Row[]) =>
    checkMembers(headed(tableOf([titles, ...rows]), 'members', ['name']).rows, there);

  it('are members as a form would make them', () => {
    const { rows, members } = check(
      ['Белов  Борис', 'врач', 'Больница', 'Секретарь', 'нет', 'Belov'],
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
        accountId: 'account-belov',
      },
      { name: 'Вера', post: '', body: '', role: 'member', votes: true, accountId: null },
    ]);
    expect(rows[0]!.report.cells).toMatchObject({ role: 'secretary', votes: 'false', accountLogin: 'Belov' });
  });

  it('name each cell at fault and why', () => {
    const { rows } = check(
      [undefined, 'врач', 'Больница', 'начальник', 'может быть', 'nobody'],
      ['А'.repeat(1001), 'вр\0ач', '#ССЫЛКА!', undefined, undefined, 'x'.repeat(65)],
    );
    expect(faultsIn(rows)).toEqual({
      2: [
        { column: 'role', fault: 'bad-role' },
        { column: 'votes', fault: 'bad-vote' },
        { column: 'name', fault: 'required' },
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

  it('are not there twice, nor in the contest already; namesakes from elsewhere may be', () => {
    const { rows } = check(
      ['орлова анна', undefined, 'РОСРЕЕСТР'],
      ['Орлова Анна', undefined, 'ФНС'],
      ['Орлова Анна', undefined, '«ФНС»'],
      ['Вера', undefined, undefined, undefined, undefined, 'orlova'],
      ['Борис', undefined, undefined, undefined, undefined, 'belov'],
      ['Глеб', undefined, undefined, undefined, undefined, 'BELOV'],
    );
    expect(faultsIn(rows)).toEqual({
      2: [{ column: 'name', fault: 'already-there' }],
      4: [{ column: 'name', fault: 'repeated', row: 3 }],
      5: [{ column: 'accountLogin', fault: 'login-taken' }],
      7: [{ column: 'accountLogin', fault: 'login-repeated', row: 6 }],
    });
  });

  it('are not more than a commission holds', () => {
    const full = { ...there, members: Array.from({ length: 2_499 }, () => there.members[0]!) };
    const table = headed(tableOf([titles, ['Борис'], ['Вера']]), 'members', ['name']);
    expect(faultsIn(checkMembers(table.rows, full).rows)).toEqual({
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
    nominees: [{ nominationId: 'mfc', name: 'МФЦ Кирова', region: 'Кировская область' }],
  };
  const check = (wish: Partial<NomineesWish>, ...rows: Row[]) => {
    const table = headed(tableOf([titles, ...rows]), 'nominees', ['name']);
    return checkNominees(table.rows, there, { timeZone: 'Europe/Moscow', ...wish });
  };
  const placesOf = ({ destinations }: ReturnType<typeof check>) =>
    destinations.map(({ nominationId, title, nominees }) => [
      nominationId ?? title,
      nominees.map(({ nominee }) => nominee.name),
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
    expect(checked.destinations[0]!.nominees[0]!.nominee).toEqual({
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

  it('are not there twice in one nomination, nor in it already', () => {
    const { rows } = check(
      {},
      ['Лучший МФЦ', undefined, 'МФЦ Кирова', 'кировская область'],
      ['Лучший МФЦ', undefined, 'МФЦ Кирова', 'Тверская область'],
      ['Лучший МФЦ', undefined, '«МФЦ» Кирова', 'Тверская область'],
      ['Лучший проект', 'Малые города', 'МФЦ Кирова', 'Тверская область'],
    );
    expect(faultsIn(rows)).toEqual({
      2: [{ column: 'name', fault: 'already-there' }],
      4: [{ column: 'name', fault: 'repeated', row: 3 }],
    });
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
