import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Cell, Sheet, SheetRow } from '@open-ballot/shared/protocol/document';
import { writable } from '@open-ballot/shared/protocol/language/writable';
import writeXlsxFile, {
  type CellObject,
  type Feature,
  type Row,
  type SheetData,
} from 'write-excel-file/node';
import { orderedFonts } from '../workbook/ordered-fonts.ts';

/** The sheets of a protocol as a workbook. No cell is a formula, whatever a text begins with. */
export const renderXlsx = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeXlsxFile(
    writable(sheets).map((sheet) => ({
      sheet: sheet.title,
      data: dataOf(sheet),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 2,
      stickyColumnsCount: sheet.frozenColumns,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Arial', fontSize: 10, features: [printed, orderedFonts] },
  ).toBuffer();

/** On paper a sheet is as wide as the page, however many pages long. */
const printed: Feature<Blob | Buffer | Stream> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
      },
    },
  },
};

const header = {
  fontWeight: 'bold',
  wrap: true,
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#E7ECF3',
  bottomBorderStyle: 'thin',
} as const;

function dataOf({ caption, columns, rows, notes }: Sheet): SheetData {
  const titles = columns.map(({ title }) => title);
  const height = heightOf(titles, columns);
  return [
    [{ ...textual(caption), fontWeight: 'bold' }],
    titles.map((title) => ({ ...textual(title), ...header, height })),
    ...rows.map((row) => rowOf(row, columns)),
    [],
    ...notes.map((note) => [textual(note)]),
  ];
}

/** Height of a line of text, in points. */
const lineHeight = 13;

/** The height is given: not every program works it out by itself where a text takes several lines. */
function heightOf(texts: readonly string[], columns: Sheet['columns']): number {
  const lines = texts.map((text, index) => Math.ceil((text.length * 1.15) / (columns[index]?.width ?? 1)));
  return Math.max(1, ...lines) * lineHeight;
}

function rowOf({ cells, emphasis }: SheetRow, columns: Sheet['columns']): Row {
  const height = heightOf(
    cells.map((cell) => (cell.type === 'text' ? cell.text : '')),
    columns,
  );
  return cells.map((cell) => ({
    ...drawn(cell),
    alignVertical: 'top',
    height,
    ...(emphasis && { fontWeight: 'bold' as const }),
  }));
}

function drawn(cell: Cell): CellObject {
  switch (cell.type) {
    case 'empty':
      return {};
    case 'text':
      return { ...textual(cell.text), wrap: true };
    case 'whole':
      return { value: cell.value, type: Number, format: '0', align: 'center' };
    case 'decimal':
      return isHeldExactly(cell.text)
        ? { value: Number(cell.text), type: Number, align: 'center' }
        : { ...textual(cell.text.replace('.', ',')), align: 'center' };
    case 'moment':
      return {
        // The library counts in UTC: read as UTC, the clock of the session stays what it is.
        value: new Date(`${cell.at}Z`),
        type: Date,
        format: 'dd.mm.yyyy hh:mm:ss',
        align: 'center',
      };
  }
}

/** The library looks texts up in a plain object, where these have a meaning of their own: a space tells them apart. */
const textual = (text: string): CellObject => ({ value: text in {} ? `${text} ` : text, type: String });

/** Spreadsheets count with fifteen significant digits. */
const isHeldExactly = (decimal: string): boolean => decimal.replace(/^-?[0.]*|\./g, '').length <= 15;
