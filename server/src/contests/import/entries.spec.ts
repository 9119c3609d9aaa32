import { describe, expect, it } from '@jest/globals';
import type { ImportKind, RowWish } from '@open-ballot/shared/contract/import';
import { checkMembers } from './check-members.ts';
import { checkNominees } from './check-nominees.ts';
import { headed } from './columns.ts';
import { sortedRows } from './entries.ts';
import { type Cell, tableOf } from './table.ts';

const source = { format: 'csv', encoding: 'utf-8', delimiter: ';' } as const;
const sorted = (what: ImportKind, rows: readonly (readonly Cell[])[], wishes: readonly RowWish[] = []) =>
  sortedRows(
    headed({ source, table: tableOf(rows), hiddenColumns: [] }, what, ['name']),
    what,
    new Map(wishes.map((each) => [each.row, each])),
    ['Лучший МФЦ'],
  );
const reasonsIn = ({ skipped }: ReturnType<typeof sorted>) =>
  Object.fromEntries(skipped.map(({ row, reason }) => [row, reason]));
const nobody = { members: [], accounts: new Map(), logins: new Map() };
const membersIn = (...rows: readonly (readonly Cell[])[]) =>
  checkMembers(sorted('members', rows).entries, nobody, new Map()).members.map(
    ({ name, post, role, votes }) => [...[name, post, role, votes]],
  );

describe('rows that are no members', () => {
  it('are named with the reason, and say what they say of the rows beneath', () => {
    const rows = [
      ['Приложение № 1 к приказу'],
      ['Состав комиссии'],
      ['№ п/п', 'ФИО', 'Должность'],
      ['1', '2', '3'],
      ['Председатель комиссии:'],
      ['1', 'Соколова Анна Павловна', 'директор'],
      [undefined, 'Члены комиссии'],
      ['2', 'Воронов Пётр Ильич', 'эксперт'],
      ['№ п/п', 'ФИО', 'Должность'],
      ['3', 'Галкин Олег', 'эксперт'],
      [undefined, 'Секретарь комиссии (без права голоса):'],
      ['4', 'Ким Ир', 'специалист'],
      ['5'],
      ['Итого: 4 человека'],
      ['* по согласованию'],
      ['Секретарь комиссии', '____________', 'И.И. Иванов'],
    ];
    const { skipped } = sorted('members', rows);
    expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'above'],
      [2, 'above'],
      [4, 'numbering'],
      [5, 'section'],
      [7, 'section'],
      [9, 'header'],
      [11, 'section'],
      [13, 'nothing-read'],
      [14, 'total'],
      [15, 'note'],
      [16, 'signature'],
    ]);
    expect(membersIn(...rows)).toEqual([
      ['Соколова Анна Павловна', 'директор', 'chair', true],
      ['Воронов Пётр Ильич', 'эксперт', 'member', true],
      ['Галкин Олег', 'эксперт', 'member', true],
      ['Ким Ир', 'специалист', 'secretary', false],
    ]);
  });

  it('are read where the secretary says so, and entries are left out', () => {
    const rows = [['ФИО'], ['Эксперты Иван'], ['Белов'], ['Сомов']];
    expect(reasonsIn(sorted('members', rows))).toEqual({ 2: 'section' });
    const wished = sorted('members', rows, [
      { row: 2, as: 'read' },
      { row: 4, as: 'leave-out' },
    ]);
    expect(reasonsIn(wished)).toEqual({ 4: 'left-out' });
    expect(wished.entries.map(({ record }) => record.row)).toEqual([2, 3]);
  });

  it('are not people of whom only the name is known', () =>
    expect(
      reasonsIn(sorted('members', [['ФИО', 'Должность'], ['Вера'], ['Членов Иван'], ['Секретарёв П.']])),
    ).toEqual({}));

  it('find a post beside a name in one cell', () =>
    expect(
      membersIn(
        ['ФИО, должность', 'Право голоса'],
        ['1. Иванов И.И. – директор', '+'],
        ['Петрова Анна Ильинична, начальник отдела', '-'],
        ['Сидоров Пётр\nглавный врач', 'нет'],
        ['Ким\nАнна Павловна', 'да'],
        ['Римский-Корсаков Н. А.', 'да'],
      ),
    ).toEqual([
      ['Иванов И.И.', 'директор', 'member', true],
      ['Петрова Анна Ильинична', 'начальник отдела', 'member', false],
      ['Сидоров Пётр', 'главный врач', 'member', false],
      ['Ким Анна Павловна', '', 'member', true],
      ['Римский-Корсаков Н. А.', '', 'member', true],
    ]));

  it('leave a row without a name but with more than a title a fault', () => {
    const { entries } = sorted('members', [
      ['ФИО', 'Должность', 'Организация'],
      [undefined, 'врач', 'Больница'],
    ]);
    const { rows } = checkMembers(entries, nobody, new Map());
    expect(rows[0]!.report.faults).toEqual([{ column: 'name', fault: 'required' }]);
  });
});

describe('rows that are no nominees', () => {
  it('say in which nomination the rows beneath are', () => {
    const { entries, skipped } = sorted('nominees', [
      ['№', 'Участник', 'Балл'],
      ['Номинация № 1 «Лучший проект»'],
      ['1', 'Проект Калуги', '80'],
      ['Лучший МФЦ'],
      ['1', 'МФЦ Кирова', '90'],
      [undefined, 'Всего', '170'],
      [undefined, 'Средний балл', '85'],
    ]);
    expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'section'],
      [4, 'section'],
      [6, 'total'],
      [7, 'total'],
    ]);
    const there = { nominations: [{ id: 'mfc', title: 'Лучший МФЦ', category: null }], nominees: [] };
    const checked = checkNominees(entries, there, { timeZone: 'UTC', addNominations: true }, new Map());
    expect(
      checked.destinations.map(({ title, nominees }) => [title, nominees.map(({ name }) => name)]),
    ).toEqual([
      ['Лучший МФЦ', ['МФЦ Кирова']],
      ['Лучший проект', ['Проект Калуги']],
    ]);
  });
});
