import { describe, expect, it } from '@jest/globals';
import { importBounds, importColumns, importKinds } from '@open-ballot/shared/contract/import';
import { headed, titledColumns } from './columns.ts';
import { type Cell, tableOf } from './table.ts';

const read = (...rows: readonly (readonly Cell[])[]) => headed(tableOf(rows), 'members', ['name']);
const problemOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (problem) {
    const { code, members } = problem as { code: string; members: { fields?: { path: string }[] } };
    return { code, columns: members.fields?.map(({ path }) => path) };
  }
};

describe('the header of a table', () => {
  it('is known however it is spelled, in both languages', () => {
    const spelled = read([' ф.и.о. ', 'ДОЛЖНОСТЬ:', 'Имя  для\nвхода'], ['Белов', 'врач', 'belov']);
    expect(spelled.columns.map(({ column }) => column)).toEqual(['name', 'post', 'accountLogin']);
    const english = read(['Full name', 'role', 'Vote'], ['Anna', 'chair', 'yes']);
    expect(english.columns.map(({ column }) => column)).toEqual(['name', 'role', 'votes']);
  });

  it.each(importKinds)('of a template of %s is known to the last column, in both languages', (what) => {
    for (const language of ['ru', 'en'] as const) {
      const titles = titledColumns(what, language).map(({ title }) => title);
      const { columns, unread } = headed(tableOf([titles, ['а', 'б']]), what, ['name']);
      expect(columns.map(({ column }) => column)).toEqual(importColumns[what]);
      expect(unread).toEqual([]);
    }
  });

  it('may stand beneath what the list is, and columns nobody knows are named', () => {
    const table = read(['Утверждён приказом'], [], ['№', 'ФИО', 'Телефон'], [1, 'Белов', '112']);
    expect(table.unread).toEqual(['№', 'Телефон']);
    expect(table.rows.map(({ row, cell }) => [row, cell('name'), cell('post')])).toEqual([
      [4, 'Белов', undefined],
    ]);
  });

  it('must have what a row cannot do without, once', () => {
    expect(problemOf(() => read(['Должность'], ['врач']))).toEqual({
      code: 'missing-column',
      columns: ['name'],
    });
    expect(problemOf(() => read(['ФИО', 'Имя'], ['Белов', 'Борис']))).toEqual({
      code: 'repeated-column',
      columns: ['name'],
    });
  });

  it('must have rows beneath it, and not more than there may be', () => {
    expect(problemOf(() => read(['ФИО']))).toMatchObject({ code: 'empty-table' });
    const rows = Array.from({ length: importBounds.rows + 1 }, (_, index) => [`Член ${index}`]);
    expect(problemOf(() => read(['ФИО'], ...rows))).toMatchObject({ code: 'too-many-rows' });
    expect(read(['ФИО'], ...rows.slice(1)).rows).toHaveLength(importBounds.rows);
  });
});
