import type { Table } from '@open-ballot/shared/protocol/document';
import type { Node, TableLayout } from 'pdfmake';
import { columnWidths, fontSizes, points, textWidth, type Page } from '../page-layout.ts';
import type { Tag } from './tags.ts';
import { heightOf, unparted } from './text.ts';

const cellPadding = 3.5;
const grid: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingTop: () => 1.5,
  paddingBottom: () => 1,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
};

/** Columns that name a row are read out with every cell of it, as the titles of columns are. */
export function drawTable({ columns, rows, keyColumns, size }: Table, page: Page, parent: Tag): Node {
  const lines = 0.5 * (columns.length + 1);
  const widths = columnWidths(columns, points(textWidth(page)) - lines - 2 * cellPadding * columns.length);
  const fits = (cells: readonly string[]): boolean =>
    Math.max(...cells.map((text, index) => heightOf(text, widths[index] ?? 1, size))) <
    points(page.height) / 3;
  const titles = columns.map(({ title }) => title);
  const whole = rows.every(({ cells }) => fits(cells));
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
      headerRows: fits(titles) ? 1 : 0,
      ...(whole && { dontBreakRows: true, keepWithHeaderRows: 1 }),
      body: [head, ...body],
    },
  };
}
