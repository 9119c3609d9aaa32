import { importBounds } from '@open-ballot/shared/contract/import';
import type { Span } from './table.ts';
import { attribute } from './workbook-sheets.ts';

/** What a sheet says of its rows and columns beside their values. Rows are counted from 1, columns from 0. */
export interface SheetMarks {
  readonly spans: ReadonlyMap<number, readonly Span[]>;
  /** Cells that show what stands in the same column of an upper row. */
  readonly fills: readonly { readonly row: number; readonly column: number; readonly from: number }[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly number[];
}

export const marksIn = (sheet: string): SheetMarks => ({
  ...mergesIn(sheet),
  hiddenRows: hiddenRowsIn(sheet),
  hiddenColumns: hiddenColumnsIn(sheet),
});

/** Filters and collapsed groups hide rows as people do. */
function hiddenRowsIn(sheet: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  let number = 0;
  for (const element of sheet.match(/<(?:\w+:)?row(?:\s[^>]*)?>/g) ?? []) {
    number = Number(attribute(element, 'r') ?? number + 1);
    if (isHidden(element, 'ht')) hidden.add(number);
  }
  return hidden;
}

const hiddenColumnsIn = (sheet: string): readonly number[] =>
  (sheet.match(/<(?:\w+:)?col\s[^>]*>/g) ?? [])
    .filter((element) => isHidden(element, 'width'))
    .flatMap((element) => {
      const from = Number(attribute(element, 'min')) - 1;
      const to = Math.min(Number(attribute(element, 'max')), importBounds.columns);
      return Array.from({ length: Math.max(0, to - from) || 0 }, (_, index) => from + index);
    });

/** By its mark, or by a height or width of nothing. */
const isHidden = (element: string, size: 'ht' | 'width'): boolean =>
  ['1', 'true'].includes(attribute(element, 'hidden') ?? '') || Number(attribute(element, size) ?? 1) === 0;

function mergesIn(sheet: string): Pick<SheetMarks, 'spans' | 'fills'> {
  const spans = new Map<number, Span[]>();
  const fills: { row: number; column: number; from: number }[] = [];
  for (const [, left = '', top, right = '', bottom] of sheet.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    const [column, to] = [columnOf(left), Math.min(columnOf(right), importBounds.columns - 1)];
    const first = Number(top);
    // Merged cells do not lie over each other; a file that claims so is not read any longer for it.
    for (let row = first; row <= Math.min(Number(bottom), importBounds.lines); row += 1) {
      if (fills.length > importBounds.lines * importBounds.columns) return { spans, fills };
      if (row > first) fills.push({ row, column, from: first });
      if (to > column) spans.set(row, [...(spans.get(row) ?? []), { from: column, to }]);
    }
  }
  return { spans, fills };
}

/** «A» is 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** How a formula without the value it came to reads as a text, before the formula. */
export const unkept = '#=';

const cells = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>(.*?)<\/\1c>)/gs;
const formula = /<(?:\w+:)?f\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?f>)/s;
const value = /<(?:\w+:)?v\b[^>]*>([^<]+)<\/(?:\w+:)?v>/;

/**
 * The reader takes a cell in error, and a formula without a kept value, for an empty cell. As texts, `#REF!` and
 * `#=80+7.25` are found where they stand. A formula that says `""` may have meant to show nothing.
 */
export function withBrokenCellsAsText(sheet: string): string {
  const shared = new Map<string, string>();
  return sheet.replaceAll(cells, (cell, prefix: string, attributes: string, inner = '') => {
    const [found, itsAttributes = '', own = ''] = formula.exec(inner as string) ?? [];
    const type = attribute(attributes, 't');
    const asText = (text: string): string =>
      `<${prefix}c${attributes.replace(/\st=(["']).*?\1/, '')} t="str"><${prefix}v>${text}</${prefix}v></${prefix}c>`;
    const kept = value.exec(inner as string)?.[1];
    if (type === 'e') return asText(kept ?? '#VALUE!');
    if (found === undefined) return cell;
    const group = attribute(itsAttributes, 'si');
    if (group !== undefined && own !== '') shared.set(group, own);
    if (kept !== undefined) return cell;
    const text = own || (shared.get(group ?? '') ?? '');
    const mayShowNothing = type === 'str' && /""|&quot;&quot;/.test(text);
    return mayShowNothing ? '' : asText(`${unkept}${text}`);
  });
}
