import type { Table } from '@open-ballot/shared/protocol/document';
import type { Node, TableLayout } from 'pdfmake';
import {
  columnWidths,
  fontSizes,
  heldAtEnds,
  points,
  textHeight,
  textWidth,
  type Page,
} from '../page-layout.ts';
import type { Tag } from './tags.ts';
import { heightOf, sumOf, unparted } from './text.ts';

const cellPadding = 3.5;
/** Above and below the text, with the line between two rows. */
const cellSpace = 3;
const grid: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingTop: () => 1.5,
  paddingBottom: () => 1,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
};

/** Widths of the columns, and about how high each row stands, the header first; points. */
function measured({ columns, rows, size }: Table, page: Page): { widths: number[]; heights: number[] } {
  const lines = 0.5 * (columns.length + 1);
  const widths = columnWidths(columns, points(textWidth(page)) - lines - 2 * cellPadding * columns.length);
  const heights = [columns.map(({ title }) => title), ...rows.map(({ cells }) => cells)].map((cells) =>
    Math.max(...cells.map((text, index) => cellSpace + heightOf(text, widths[index] ?? 1, size))),
  );
  return { widths, heights };
}

export const rowHeights = (table: Table, page: Page): readonly number[] => measured(table, page).heights;

/** About how much room the header takes with the rows that stay with it, points. */
export const headHeight = (table: Table, page: Page): number =>
  sumOf(rowHeights(table, page).slice(0, 1 + heldAtEnds));

/** What is held together: whole rows, and at both ends two of them, as far as a page has room for those. */
function held(heights: readonly number[], page: Page): Partial<NonNullable<Node['table']>> {
  const fits = (height: number): boolean => height < points(page.height) / 3;
  const [header = 0, ...rows] = heights;
  if (!rows.every(fits)) return { headerRows: fits(header) ? 1 : 0 };
  if (!fits(header)) return { headerRows: 0, dontBreakRows: true };
  const isOne = rows.length < 2 * heldAtEnds;
  const atStart = isOne ? rows : rows.slice(0, heldAtEnds);
  const atEnd = rows.slice(-heldAtEnds);
  const hasRoom = (some: readonly number[]): boolean => header + sumOf(some) < points(textHeight(page));
  return {
    headerRows: 1,
    dontBreakRows: true,
    keepWithHeaderRows: hasRoom(atStart) ? atStart.length : 1,
    ...(!isOne && hasRoom(atEnd) && { staysWithNext: [rows.length - 1] }),
  };
}

/** Columns that name a row are read out with every cell of it, as the titles of columns are. */
export function drawTable(drawn: Table, page: Page, parent: Tag): Node {
  const { columns, rows, keyColumns, size } = drawn;
  const { widths, heights } = measured(drawn, page);
  const titles = columns.map(({ title }) => title);
  const table = parent.add('Table');
  const header = table.add('TR');
  const head = titles.map((title): Node => ({
    text: unparted({ text: title, tag: header.add('TH', 'Column') }),
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
  }));
  const body = rows.map(({ cells, emphasis }) => {
    const row = table.add('TR');
    return cells.map((text, index): Node => ({
      text: unparted({ text, tag: index < keyColumns ? row.add('TH', 'Row') : row.add('TD') }),
      alignment: columns[index]?.alignment ?? 'left',
      ...(emphasis && { bold: true }),
    }));
  });
  return {
    fontSize: fontSizes[size],
    lineHeight: 1.05,
    margin: [0, 4, 0, 6],
    layout: grid,
    table: {
      widths,
      ...held(heights, page),
      body: [head, ...body],
    },
  };
}
