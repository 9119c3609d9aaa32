import {
  type ColumnMeaning,
  importBounds,
  type ImportColumn,
  type ImportKind,
  type ImportReport,
  type ImportRequest,
  nameParts,
  type TableColumn,
} from '@open-ballot/shared/contract/import';
import { alike } from './alike.ts';
import { type Header, headerIn } from './header.ts';
import { type Cell, type Sheet, type Table, type TableRow, textOf, unusable } from './table.ts';
import { isRead, meaningOf } from './titles.ts';

export type ColumnWish = Pick<ImportRequest, 'headerRow' | 'columns'>;

export interface RecordRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly hidden?: true;
  /** The cell of a column, undefined also where the table has no such column. */
  readonly cell: (column: ImportColumn) => Cell;
  /** Filled cells that stand under no title. */
  readonly untitled: readonly { readonly index: number; readonly text: string }[];
}

/** A table of which is known what stands where. */
export interface HeadedTable {
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  readonly unclear: ImportReport['unclear'];
  /** Where the rows are numbered. */
  readonly numbers?: number;
  readonly above: Table;
  /** Beneath the titles. */
  readonly beneath: Table;
  readonly titles: readonly string[];
  readonly indexesOf: (column: ImportColumn) => readonly number[];
  readonly recordOf: (row: TableRow) => RecordRow;
}

/**
 * @param ignored columns that are not read although they are known
 * @throws {Problem} `empty-table`, `too-many-rows`.
 */
export function headed(
  { table, hiddenColumns }: Sheet,
  what: ImportKind,
  required: readonly ImportColumn[],
  wish: ColumnWish = {},
  ignored: readonly ImportColumn[] = [],
): HeadedTable {
  const header = headerIn(table, what, wish.headerRow);
  const { beneath } = header;
  if (beneath.length === 0) throw unusable('empty-table', 'there is nothing beneath the header');
  if (beneath.length > importBounds.rows)
    throw unusable('too-many-rows', `a table has at most ${importBounds.rows} rows`);
  const asked = new Map(wish.columns?.map(({ index, reads }) => [index, reads]));
  const meanings = meaningsOf(header, what, required, asked).map((each) =>
    ignored.some((column) => column === each) ? undefined : each,
  );
  const columns = meanings.flatMap((reads, index): readonly TableColumn[] => {
    const title = header.titles[index] ?? '';
    const sample = beneath.map(({ cells }) => textOf(cells[index])).find((text) => text !== '');
    const isLayout = index > 0 && header.isOneCell([index - 1, index]);
    if (sample === undefined && (isLayout || (title === '' && reads === undefined))) return [];
    return [
      {
        index,
        title,
        ...(reads && { reads }),
        ...(hiddenColumns.includes(index) && { hidden: true }),
        ...(sample !== undefined && { sample }),
      },
    ];
  });
  const indexesOf = (column: ColumnMeaning): readonly number[] =>
    columns.flatMap(({ index, reads }) => (reads === column ? [index] : []));
  const nameIndexes = [...indexesOf('name'), ...nameParts.flatMap(indexesOf)];
  const of = (column: ImportColumn) => (column === 'name' ? nameIndexes : indexesOf(column));
  const isUntitled = (index: number): boolean =>
    (header.titles[index] ?? '') === '' && meanings[index] === undefined && !asked.has(index);
  const numbers = numbersIn(header, what, Math.min(...nameIndexes));
  return {
    headerRow: header.row,
    columns,
    unclear: unclearIn(columns, required, header),
    ...(numbers !== undefined && { numbers }),
    above: header.above,
    beneath,
    titles: header.titles,
    indexesOf: of,
    recordOf: ({ number, cells, hidden }) => ({
      row: number,
      ...(hidden && { hidden }),
      cell: (column) => {
        const [first, ...more] = of(column);
        if (first === undefined || more.length === 0) return cells[first ?? -1];
        return of(column)
          .map((index) => textOf(cells[index]))
          .filter((text) => text !== '')
          .join(' ');
      },
      untitled: cells.flatMap((cell, index) =>
        isUntitled(index) && index !== numbers && textOf(cell) !== '' ? [{ index, text: textOf(cell) }] : [],
      ),
    }),
  };
}

/** What each column is read as: as asked, by its title, or by what else the table has. */
function meaningsOf(
  { titles, groups, width }: Header,
  what: ImportKind,
  required: readonly ImportColumn[],
  asked: ReadonlyMap<number, ColumnMeaning | null>,
): readonly (ColumnMeaning | undefined)[] {
  const byTitle = Array.from({ length: width }, (_, index) => {
    const wanted = asked.get(index);
    if (wanted !== undefined) return wanted ?? undefined;
    const meaning = meaningOf(what, titles[index] ?? '') ?? meaningOf(what, groups[index] ?? '');
    return isRead(meaning) ? meaning : undefined;
  });
  const isParted = byTitle.includes('surname');
  const parted = byTitle.map((meaning, index) =>
    // «Имя» is the whole name where nothing else of it has a column, and a part of it beside «Фамилия».
    isParted && meaning === 'name' && givenNames.has(alike(titles[index] ?? '')) ? 'givenName' : meaning,
  );
  const isNamed = parted.some(
    (meaning) => meaning === 'name' || meaning === 'surname' || meaning === 'givenName',
  );
  if (isNamed || what !== 'nominees' || !required.includes('name') || asked.size > 0) return parted;
  // A contest of organisations: they are the nominees.
  const organisation = parted.indexOf('organisation');
  return parted.map((meaning, index) => (index === organisation ? 'name' : meaning));
}

const givenNames = new Set(['имя', 'name', 'given name', 'first name']);

const isPart = (meaning: ColumnMeaning): meaning is (typeof nameParts)[number] =>
  nameParts.some((part) => part === meaning);

function unclearIn(
  columns: readonly TableColumn[],
  required: readonly ImportColumn[],
  { isOneCell }: Header,
): ImportReport['unclear'] {
  const reads = (column: ColumnMeaning) => columns.filter((each) => each.reads === column);
  const parts = nameParts.flatMap(reads);
  const isThere = (column: ImportColumn): boolean =>
    reads(column).length > 0 || (column === 'name' && parts.length > 0);
  const twice = new Set(
    columns.flatMap(({ reads: column }) => {
      if (column === undefined) return [];
      const own = reads(column).map(({ index }) => index);
      const isMeant = column === 'name' && isOneCell(own);
      return (own.length > 1 && !isMeant) || (column === 'name' && parts.length > 0)
        ? [isPart(column) ? 'name' : column]
        : [];
    }),
  );
  return [
    ...required.filter((each) => !isThere(each)).map((column) => ({ column, is: 'missing' }) as const),
    ...[...twice].map((column) => ({ column, is: 'repeated' }) as const),
  ];
}

/** The column that numbers the rows: by its title, or without one, before the names, one more in each row. */
function numbersIn({ titles, beneath, width }: Header, what: ImportKind, before: number): number | undefined {
  const titled = titles.findIndex((title) => meaningOf(what, title) === 'number');
  if (titled >= 0) return titled;
  return Array.from({ length: Math.min(before, width) }, (_, index) => index).find((index) => {
    if ((titles[index] ?? '') !== '') return false;
    const filled = beneath.map(({ cells }) => textOf(cells[index])).filter((text) => text !== '');
    return filled.length > 0 && filled.every((text, at) => text.replace(/\.$/, '') === String(at + 1));
  });
}
