import type { ImportKind } from '@open-ballot/shared/contract/import';
import { type Span, type Table, type TableRow, textOf, unusable } from './table.ts';
import { isRead, meaningOf } from './titles.ts';

export interface Header {
  /** The last row of titles; 0 where there is none. */
  readonly row: number;
  /** By column; of titles in several rows all of them, the uppermost first. */
  readonly titles: readonly string[];
  /** By column the title of the group it stands under, or itself where it stands alone. */
  readonly groups: readonly string[];
  readonly above: Table;
  readonly beneath: Table;
  /** Of the columns of the whole table. */
  readonly width: number;
  /** Whether these columns stand under one merged title. */
  readonly isOneCell: (columns: readonly number[]) => boolean;
}

/** Rows among which the header is looked for: above it people write what the list is, and who approved it. */
const within = 40;
/** Rows that titles may stand in, one under another. */
const highest = 3;

/**
 * The rows with most titles in them, the fewest of such; the first row where none has any.
 *
 * @param asked the row as the secretary names it, 0 for a table without titles
 * @throws {Problem} `empty-table`.
 */
export function headerIn(table: Table, what: ImportKind, asked?: number): Header {
  const width = Math.max(0, ...table.map(({ cells }) => cells.length));
  if (table.length === 0) throw unusable('empty-table', 'there is nothing in the sheet');
  const at = asked === undefined ? undefined : table.findIndex(({ number }) => number === asked);
  if (asked === 0 || at === -1) return headerOf(table, 0, 0, width);
  const starts = at === undefined ? table.slice(0, within).map((_, index) => index) : [at];
  const blocks = starts.flatMap((start) =>
    Array.from({ length: highest }, (_, more) => more + 1)
      .filter((height) => isBlock(table.slice(start, start + height), height, what))
      .map((height) => ({ start, height, found: foundIn(table.slice(start, start + height), width, what) })),
  );
  const first = { start: at ?? 0, height: 1, found: 0 };
  const best = blocks.reduce(
    (one, other) => (other.found - other.height > one.found - one.height ? other : one),
    first,
  );
  return headerOf(table, best.start, best.height, width);
}

function headerOf(table: Table, start: number, height: number, width: number): Header {
  const rows = table.slice(start, start + height);
  const spans = rows.flatMap((row) => row.spans ?? []);
  return {
    row: rows.at(-1)?.number ?? 0,
    ...titlesOf(rows, width),
    above: table.slice(0, start),
    beneath: table.slice(start + height),
    width,
    isOneCell: (columns) =>
      spans.some(({ from, to }) => columns.every((column) => column >= from && column <= to)),
  };
}

function titlesOf(rows: Table, width: number): Pick<Header, 'titles' | 'groups'> {
  const stacks = Array.from({ length: width }, (_, column) => [
    ...new Set(rows.map((row) => titleAt(row, column)).filter((text) => text !== '')),
  ]);
  return {
    titles: stacks.map((stack) => stack.join(' – ')),
    groups: stacks.map((stack) => stack.at(-1) ?? ''),
  };
}

const spanAt = ({ spans = [] }: TableRow, column: number): Span | undefined =>
  spans.find(({ from, to }) => column >= from && column <= to);

const titleAt = (row: TableRow, column: number): string =>
  textOf(row.cells[spanAt(row, column)?.from ?? column]);

/** Much for each column that is read, and something for each that lists have besides. */
function foundIn(rows: Table, width: number, what: ImportKind): number {
  const { titles, groups } = titlesOf(rows, width);
  const meanings = titles.map(
    (title, index) => meaningOf(what, title) ?? meaningOf(what, groups[index] ?? ''),
  );
  const read = new Set(meanings.filter(isRead));
  const beside = meanings.filter((each) => each && !isRead(each)).length;
  return read.size === 0 ? 0 : 50 * read.size + 5 * Math.min(9, beside);
}

/** Whether rows are titles in several rows: beneath a title of its own stands nothing, or a title. */
function isBlock(rows: Table, height: number, what: ImportKind): boolean {
  if (rows.length < height) return false;
  return rows.slice(1).every((row, above) => {
    const upper = rows[above]!;
    const filled = row.cells.flatMap((cell, column) => {
      const text = textOf(cell);
      return text === '' || text === textOf(upper.cells[column]) ? [] : [{ cell, column, text }];
    });
    const isTitle = (text: string): boolean => meaningOf(what, text) !== undefined;
    return (
      filled.some(({ text }) => isTitle(text)) &&
      filled.every(({ cell, column, text }) => {
        const own = textOf(upper.cells[column]);
        return (
          isTitle(text) || (typeof cell === 'string' && (own === '' || spanAt(upper, column) !== undefined))
        );
      })
    );
  });
}
