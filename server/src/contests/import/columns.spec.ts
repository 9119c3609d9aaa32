import { describe, expect, it } from '@jest/globals';
import {
  importBounds,
  importColumns,
  type ImportKind,
  importKinds,
} from '@open-ballot/shared/contract/import';
import { type ColumnWish, headed } from './columns.ts';
import { type Cell, tableOf } from './table.ts';
import { meaningOf, titledColumns } from './titles.ts';

const source = { format: 'csv', encoding: 'utf-8', delimiter: ';' } as const;
type Rows = readonly (readonly Cell[])[];
const headedAs = (what: ImportKind, rows: Rows, wish: ColumnWish = {}) =>
  headed({ source, table: tableOf(rows), hiddenColumns: [] }, what, ['name'], wish);
const read = (...rows: Rows) => headedAs('members', rows);
const readsOf = ({ columns }: ReturnType<typeof headed>) => columns.map(({ reads }) => reads);
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
    expect(readsOf(spelled)).toEqual(['name', 'post', 'accountLogin']);
    const english = read(['Full name', 'role', 'Vote'], ['Anna', 'chair', 'yes']);
    expect(readsOf(english)).toEqual(['name', 'role', 'votes']);
  });

  it.each(importKinds)('of a template of %s is known to the last column, in both languages', (what) => {
    for (const language of ['ru', 'en'] as const) {
      const titles = titledColumns(what, language).map(({ title }) => title);
      expect(readsOf(headedAs(what, [titles, ['а', 'б']]))).toEqual(importColumns[what]);
    }
  });

  it('may stand beneath what the list is, and columns nobody knows are named', () => {
    const table = read(['Утверждён приказом'], [], ['№', 'ФИО', 'Телефон'], [1, 'Белов', '112']);
    expect(table.headerRow).toBe(3);
    expect(table.above.map(({ number }) => number)).toEqual([1]);
    expect(table.columns).toEqual([
      { index: 0, title: '№', sample: '1' },
      { index: 1, title: 'ФИО', reads: 'name', sample: 'Белов' },
      { index: 2, title: 'Телефон', sample: '112' },
    ]);
  });

  it('must have what a row cannot do without, once', () => {
    expect(read(['Должность'], ['врач']).unclear).toEqual([{ column: 'name', is: 'missing' }]);
    expect(read(['ФИО', 'Член комиссии'], ['Белов', 'Борис']).unclear).toEqual([
      { column: 'name', is: 'repeated' },
    ]);
  });

  it('is read by hand where it says nothing, or too much', () => {
    const rows = [
      ['Кто', 'Чин', 'ФИО'],
      ['Белов', 'врач', 'Сомов'],
    ];
    const columns = [
      { index: 0, reads: 'name' },
      { index: 1, reads: 'post' },
      { index: 2, reads: null },
    ] as const;
    const table = headedAs('members', rows, { columns });
    expect([readsOf(table), table.unclear]).toEqual([['name', 'post', undefined], []]);
    const bare = headedAs(
      'members',
      [
        ['Белов', 'врач'],
        ['Сомов', 'юрист'],
      ],
      { headerRow: 0, columns },
    );
    expect(bare.beneath.map((row) => bare.recordOf(row).cell('name'))).toEqual(['Белов', 'Сомов']);
  });

  it('may stand in several rows, with groups above columns', () => {
    const table = headedAs('nominees', [
      ['Список участников конкурса'],
      ['№', 'Участник', 'Сведения', undefined, 'Оценка'],
      [undefined, undefined, 'Организация', 'Регион', 'Балл'],
      [1, 'МФЦ Альфа', 'ГАУ А', 'Тверская область', 87.25],
    ]);
    expect(readsOf(table)).toEqual([undefined, 'name', 'organisation', 'region', 'priorScore']);
    expect(table.beneath).toHaveLength(1);
  });

  it('does not swallow a row of data that uses words of titles', () => {
    const table = read(['ФИО', 'Должность', 'Роль'], ['Белов Б.Б.', 'эксперт', 'член комиссии']);
    expect([table.headerRow, table.beneath.length]).toEqual([1, 1]);
  });

  it('parts a name into three columns, and reads them as one', () => {
    const table = read(['Фамилия', 'Имя', 'Отчество'], ['Соколова', 'Анна', 'Павловна'], ['Ким', 'Ир']);
    expect(readsOf(table)).toEqual(['surname', 'givenName', 'patronymic']);
    expect(table.beneath.map((row) => table.recordOf(row).cell('name'))).toEqual([
      'Соколова Анна Павловна',
      'Ким Ир',
    ]);
  });

  it('may stand above several columns at once', () => {
    const [header, ...rows] = tableOf([
      ['ФИО', undefined, undefined, 'Должность'],
      ['Соколова', 'Анна', 'Павловна', 'директор'],
    ]);
    const sheet = {
      source,
      table: [{ ...header!, spans: [{ from: 0, to: 2 }] }, ...rows],
      hiddenColumns: [1],
    };
    const table = headed(sheet, 'members', ['name']);
    expect(table.unclear).toEqual([]);
    expect(table.recordOf(rows[0]!).cell('name')).toBe('Соколова Анна Павловна');
    expect(table.columns[1]).toMatchObject({ hidden: true });
  });

  it('leaves no filled cell out: one under no title is a fault, but for a number before the name', () => {
    const table = headedAs('nominees', [
      ['Участник', 'Балл'],
      ['МФЦ Альфа', '87', '25'],
    ]);
    expect(table.recordOf(table.beneath[0]!).untitled).toEqual([{ index: 2, text: '25' }]);
    const numbered = read([undefined, 'ФИО'], ['1', 'Белов'], ['2', 'Сомов']);
    expect(numbered.beneath.flatMap((row) => numbered.recordOf(row).untitled)).toEqual([]);
  });

  it.each([
    ['nominees', 'ФИО участника', 'name'],
    ['nominees', 'Наименование участника конкурса', 'name'],
    ['nominees', 'Наименование организации', 'organisation'],
    ['nominees', 'Полное наименование организации (учреждения)', 'organisation'],
    ['nominees', 'Баллы', 'priorScore'],
    ['nominees', 'Средний балл', 'priorScore'],
    ['nominees', 'Итоговый балл (макс. 100)', 'priorScore'],
    ['nominees', 'Дата подачи', 'appliedAt'],
    ['nominees', 'Дата и время подачи заявки (дд.мм.гггг чч:мм)', 'appliedAt'],
    ['nominees', 'Субъект Российской Федерации', 'region'],
    ['nominees', 'Наименование номинации конкурса', 'nomination'],
    ['nominees', 'Номер заявки', 'number'],
    ['nominees', 'Контактный телефон', 'other'],
    ['members', 'ФИО члена комиссии', 'name'],
    ['members', 'Фамилия, имя, отчество (при наличии) членов комиссии', 'name'],
    ['members', 'ФИO', 'name'],
    ['members', 'Роль в составе комиссии', 'role'],
    ['members', 'Должность в комиссии', 'role'],
    ['members', 'Занимаемая должность', 'post'],
    ['members', 'Место работы', 'body'],
    ['members', 'Право голоса (да/нет)', 'votes'],
    ['members', 'E-mail', 'email'],
    ['nominees', 'E-mail', 'other'],
    ['members', '№ п/п', 'number'],
    ['members', 'Список членов конкурсной комиссии', undefined],
    ['members', 'Приложение № 1 к приказу', undefined],
  ] as const)('of %s knows «%s» as %s', (what, title, meaning) =>
    expect(meaningOf(what, title)).toBe(meaning),
  );

  it('must have rows beneath it, and not more than there may be', () => {
    expect(problemOf(() => read(['ФИО']))).toMatchObject({ code: 'empty-table' });
    const rows = Array.from({ length: importBounds.rows + 1 }, (_, index) => [`Член ${index}`]);
    expect(problemOf(() => read(['ФИО'], ...rows))).toMatchObject({ code: 'too-many-rows' });
    expect(read(['ФИО'], ...rows.slice(1)).beneath).toHaveLength(importBounds.rows);
  });
});
