import { types } from 'node:util';
import { importBounds, type TableFault, type TableSource } from '@open-ballot/shared/contract/import';
import type { FieldError } from '@open-ballot/shared/rules/fault';
import { Problem } from '../../http/problem.ts';
import { plain } from './alike.ts';

/** A cell as the file holds it: of a CSV always text, a date as if its clock were UTC. */
export type Cell = string | number | boolean | Date | undefined;

/** Columns from one to another, both counted from 0, that are merged into one cell. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly spans?: readonly Span[];
  readonly hidden?: true;
}

/** The rows of a sheet that have something in them. */
export type Table = readonly TableRow[];

/** A table and where it was found. */
export interface Sheet {
  readonly source: TableSource;
  readonly table: Table;
  readonly hiddenColumns: readonly number[];
}

/** The table as a whole cannot be taken. */
export const unusable = (fault: TableFault, detail: string, ...fields: readonly FieldError[]): Problem =>
  new Problem(422, fault, detail, fields.length > 0 ? { fields } : {});

/** Numbers the rows and leaves out those with nothing in them. */
export const tableOf = (
  rows: readonly (readonly (Cell | null)[])[],
  marks: (number: number) => Pick<TableRow, 'spans' | 'hidden'> = () => ({}),
): Table =>
  rows
    .map((cells, index) => ({
      number: index + 1,
      cells: cells.slice(0, importBounds.columns).map((cell) => cell ?? undefined),
      ...marks(index + 1),
    }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));

/** Dates come from another thread, where `Date` may be another one. */
export const isDate = (cell: Cell): cell is Date => types.isDate(cell);

/** In one line and without spaces around, as a field of a form would hold it. */
export function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (isDate(cell)) return wordsOf(cell);
  if (typeof cell === 'number') return digitsOf(cell);
  return plain(String(cell));
}

/** On which second its clock stands. A spreadsheet counts in fractions of days and may be short of a thousandth. */
export function secondOf(date: Date): string | undefined {
  const at = Math.round(date.getTime() / 1000) * 1000;
  return Math.abs(at) <= farthest ? new Date(at).toISOString().slice(0, 19) : undefined;
}

/** Milliseconds that a date can hold. */
const farthest = 8.64e15;

/** A date as Russian spreadsheets show it. */
function wordsOf(date: Date): string {
  const [day = '', time = ''] = secondOf(date)?.split('T') ?? [];
  const clock = time.slice(0, 5);
  return `${day.split('-').reverse().join('.')}${clock === '00:00' || clock === '' ? '' : ` ${clock}`}`;
}

/** Spreadsheets show fifteen significant digits; what lies beyond is dust of their arithmetic. */
export function digitsOf(number: number): string {
  const shown = Number(number.toPrecision(15));
  return Math.abs(shown) < 1e15 ? String(Number(shown.toFixed(12))) : String(shown);
}
