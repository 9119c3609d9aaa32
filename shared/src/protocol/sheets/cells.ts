import type { Cell, SheetColumn, SheetRow } from '../document.ts';
import { wallClock } from '../language/moments.ts';
import { nbsp, typographic } from '../language/typography.ts';

/** Constructors of cells. Fixed spaces become plain ones: whoever searches a sheet types a plain one. */
export const plainText = (value: string): string => typographic(value).replaceAll(nbsp, ' ');

export const emptyCell: Cell = { type: 'empty' };

export const textCell = (value: string | undefined): Cell =>
  value === undefined || value.trim() === '' ? emptyCell : { type: 'text', text: plainText(value) };

export const wholeCell = (value: number | undefined): Cell =>
  value === undefined ? emptyCell : { type: 'whole', value };

export const decimalCell = (value: string | undefined): Cell =>
  value === undefined ? emptyCell : { type: 'decimal', text: value };

export const momentCell = (moment: string | undefined, timeZone: string): Cell =>
  moment === undefined ? emptyCell : { type: 'moment', at: wallClock(moment, timeZone) };

/** A column with what each kind of line has in it: one table of columns instead of rows of twenty bare cells. */
export interface LineColumn<Line> extends SheetColumn {
  readonly of: (line: Line) => Cell;
}

/** The table of some lines, without the columns that stay empty. */
export function tabulated<Line>(
  columns: readonly LineColumn<Line>[],
  lines: readonly Line[],
  isEmphasised: (line: Line) => boolean = () => false,
): { readonly columns: readonly SheetColumn[]; readonly rows: readonly SheetRow[] } {
  const filled = columns
    .map(({ title, width, of }) => ({ title: plainText(title), width, cells: lines.map(of) }))
    .filter(({ cells }) => lines.length === 0 || cells.some(({ type }) => type !== 'empty'));
  return {
    columns: filled.map(({ title, width }) => ({ title, width })),
    rows: lines.map((line, index) => ({
      cells: filled.map(({ cells }) => cells[index] ?? emptyCell),
      ...(isEmphasised(line) && { emphasis: true }),
    })),
  };
}
