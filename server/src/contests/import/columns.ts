import {
  importBounds,
  importColumns,
  type ImportColumn,
  type ImportKind,
} from '@open-ballot/shared/contract/import';
import { fault } from '@open-ballot/shared/rules/fault';
import { alike } from './alike.ts';
import { type Cell, type Table, type TableRow, textOf, unusable } from './table.ts';

/** How a column is called in the template, and what else people write above it. */
type Titles = readonly [russian: string, english: string, ...others: readonly string[]];

const nomineeTitles = {
  nomination: ['Номинация', 'Nomination', 'Название номинации', 'Наименование номинации'],
  category: ['Категория', 'Category'],
  name: [
    'Участник',
    'Nominee',
    'Наименование',
    'Наименование участника',
    'Название',
    'Название или имя',
    'Фамилия, имя, отчество',
    'ФИО',
    'Ф.И.О.',
    'Имя',
    'Номинант',
    'Конкурсант',
    'Заявитель',
    'Name',
    'Name or title',
    'Participant',
    'Entrant',
  ],
  organisation: ['Организация', 'Organisation', 'Organization', 'Учреждение', 'Место работы'],
  region: ['Регион', 'Region', 'Субъект', 'Субъект РФ', 'Субъект Российской Федерации'],
  priorScore: [
    'Балл предыдущего этапа',
    'Prior score',
    'Предварительная оценка',
    'Балл предварительной оценки',
    'Балл',
    'Оценка',
    'Score',
    'Preliminary score',
  ],
  appliedAt: [
    'Дата заявки',
    'Application date',
    'Заявка подана',
    'Дата подачи',
    'Дата подачи заявки',
    'Дата и время подачи заявки',
    'Applied at',
    'Applied',
  ],
  entrantId: ['Код заявителя', 'Entrant code', 'Entrant ID', 'Applicant code'],
  materials: ['Ссылка на материалы', 'Materials', 'Материалы', 'Ссылка', 'Link', 'Link to the materials'],
} as const satisfies Record<(typeof importColumns)['nominees'][number], Titles>;

const memberTitles = {
  name: [
    'Фамилия, имя, отчество',
    'Name',
    'ФИО',
    'Ф.И.О.',
    'Фамилия имя отчество (при наличии)',
    'Член комиссии',
    'Имя',
    'Full name',
    'Member',
  ],
  post: ['Должность', 'Post', 'Position', 'Job title'],
  body: [
    'Организация',
    'Organisation',
    'Organization',
    'Откуда',
    'Орган',
    'Ведомство',
    'Место работы',
    'Body',
    'From',
  ],
  role: ['Роль', 'Role', 'Роль в комиссии', 'Статус в комиссии'],
  votes: ['Голос', 'Vote', 'Право голоса', 'Votes', 'Has a vote', 'Right to vote'],
  accountLogin: ['Логин', 'Login', 'Имя для входа', 'Sign-in name', 'Учётная запись', 'Account'],
} as const satisfies Record<(typeof importColumns)['members'][number], Titles>;

const titles: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportColumn, Titles>>>>> = {
  nominees: nomineeTitles,
  members: memberTitles,
};

/** The columns of a template in one language, with how each is titled. */
export const titledColumns = (
  what: ImportKind,
  language: 'ru' | 'en',
): readonly { readonly column: ImportColumn; readonly title: string }[] =>
  importColumns[what].map((column) => ({
    column,
    title: titles[what][column]?.[language === 'ru' ? 0 : 1] ?? column,
  }));

const columnsByTitle = (what: ImportKind): ReadonlyMap<string, ImportColumn> =>
  new Map(
    importColumns[what].flatMap((column) =>
      (titles[what][column] ?? []).map((title) => [alike(title), column] as const),
    ),
  );
const known: Readonly<Record<ImportKind, ReadonlyMap<string, ImportColumn>>> = {
  nominees: columnsByTitle('nominees'),
  members: columnsByTitle('members'),
};

/** How many cells of a row are titles of a column, whatever the table is of. */
export const columnsIn = (row: readonly Cell[]): number =>
  row.filter((cell) => Object.values(known).some((byTitle) => byTitle.has(alike(textOf(cell))))).length;

export interface RecordRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** The cell of a column, undefined also where the table has no such column. */
  readonly cell: (column: ImportColumn) => Cell;
}

/** A table of which is known what stands where. */
export interface HeadedTable {
  readonly columns: readonly { readonly column: ImportColumn; readonly title: string }[];
  readonly unread: readonly string[];
  readonly rows: readonly RecordRow[];
}

/** Rows among which the header is looked for: above it people write what the list is, and who approved it. */
const headerWithin = 10;

/**
 * @param ignored columns that are not read although they are known
 * @throws {Problem} `missing-column`, `repeated-column`, `empty-table`, `too-many-rows`.
 */
export function headed(
  table: Table,
  what: ImportKind,
  required: readonly ImportColumn[],
  ignored: readonly ImportColumn[] = [],
): HeadedTable {
  const header = headerOf(table, what);
  const found = header.cells.flatMap((cell, index) => {
    const title = textOf(cell);
    const column = known[what].get(alike(title));
    return title === '' ? [] : [{ index, title, column }];
  });
  const columns = found.flatMap(({ column, ...each }) =>
    column && !ignored.includes(column) ? [{ ...each, column }] : [],
  );
  const missing = required.filter((each) => !columns.some(({ column }) => column === each));
  if (missing.length > 0)
    throw unusable(
      'missing-column',
      `the table has no column for ${missing.join(', ')}`,
      ...missing.map((each) => fault(each, 'column-missing')),
    );
  const repeated = columns.find(
    ({ column }, at) => columns.findIndex((each) => each.column === column) !== at,
  );
  if (repeated) {
    const both = columns.filter(({ column }) => column === repeated.column).map(({ title }) => title);
    const titles = both.join(', ');
    throw unusable(
      'repeated-column',
      `more than one column is read as it: ${titles}`,
      fault(repeated.column, 'column-repeated', { titles }),
    );
  }
  const indexOf = new Map(columns.map(({ column, index }) => [column, index]));
  const rows = table.slice(table.indexOf(header) + 1);
  if (rows.length === 0) throw unusable('empty-table', 'there is nothing beneath the header');
  if (rows.length > importBounds.rows)
    throw unusable('too-many-rows', `a table has at most ${importBounds.rows} rows`);
  return {
    columns: columns.map(({ column, title }) => ({ column, title })),
    unread: found.filter(({ index }) => ![...indexOf.values()].includes(index)).map(({ title }) => title),
    rows: rows.map(({ number, cells }) => ({
      row: number,
      cell: (column) => cells[indexOf.get(column) ?? -1],
    })),
  };
}

/** The row with most titles in it; the first one where no row has any. */
function headerOf(table: Table, what: ImportKind): TableRow {
  const titlesIn = ({ cells }: TableRow): number =>
    cells.filter((cell) => known[what].has(alike(textOf(cell)))).length;
  const [first, ...others] = table.slice(0, headerWithin);
  if (!first) throw unusable('empty-table', 'there is nothing in the first sheet');
  return others.reduce((best, row) => (titlesIn(row) > titlesIn(best) ? row : best), first);
}
