import { types } from 'node:util';
import type { TableFault } from '@open-ballot/shared/contract/import';
import type { FieldError } from '@open-ballot/shared/rules/fault';
import { Problem } from '../../http/problem.ts';

/** A cell as the file holds it: of a CSV always text, a date as if its clock were UTC. */
export type Cell = string | number | boolean | Date | undefined;

export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** The rows of a sheet that have something in them. */
export type Table = readonly TableRow[];

/** Rows of a sheet, empty ones among them, that are looked at. Beyond them it is no list of people. */
export const linesAtMost = 10_000;
/** Columns that are looked at. */
export const columnsAtMost = 100;

/** The table as a whole cannot be taken. */
export const unusable = (fault: TableFault, detail: string, ...fields: readonly FieldError[]): Problem =>
  new Problem(422, fault, detail, fields.length > 0 ? { fields } : {});

/** Numbers the rows and leaves out those with nothing in them. */
export const tableOf = (rows: readonly (readonly (Cell | null)[])[]): Table =>
  rows
    .map((cells, index) => ({
      number: index + 1,
      cells: cells.slice(0, columnsAtMost).map((cell) => cell ?? undefined),
    }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));

/** Dates come from another thread, where `Date` may be another one. */
export const isDate = (cell: Cell): cell is Date => types.isDate(cell);

/** In one line and without spaces around, as a field of a form would hold it. */
export function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (isDate(cell)) return wordsOf(cell);
  if (typeof cell === 'number') return digitsOf(cell);
  return String(cell).replaceAll(/\s+/g, ' ').trim();
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
function digitsOf(number: number): string {
  const shown = Number(number.toPrecision(15));
  return Math.abs(shown) < 1e15 ? String(Number(shown.toFixed(12))) : String(shown);
}
