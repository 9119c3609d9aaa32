import { describe, expect, it } from '@jest/globals';
import type { Cell, Sheet } from '@open-ballot/shared/protocol/document';
import { buildSheets } from '@open-ballot/shared/protocol/sheets/sheets';
import { smallSession, wideSession } from '@open-ballot/shared/testing/protocol-samples';
import { unzipped } from '../testing/docx-text.ts';
import { sheetsIn, type ReadCell } from '../testing/workbook.ts';
import { elementsIn, xmlElement } from '../testing/xml.ts';
import { renderXlsx } from './render-xlsx.ts';

const issued = buildSheets(smallSession(), { version: '0.1.0', issued: { version: 1 } });

/** What a cell of the tree is to be read back as. */
const expected = (cell: Cell): ReadCell | undefined => {
  switch (cell.type) {
    case 'empty':
      return undefined;
    case 'text':
      return cell.text;
    case 'whole':
      return cell.value;
    case 'decimal':
      return Number(cell.text);
    case 'moment':
      return { at: cell.at };
  }
};

const filled = (cells: readonly (ReadCell | undefined)[] | undefined, width: number) =>
  Array.from({ length: width }, (_each, index) => cells?.[index]);

const sheetOf = (cells: readonly Cell[]): Sheet => ({
  title: 'Итоги',
  caption: 'Протокол',
  columns: cells.map(() => ({ title: 'Столбец', width: 10 })),
  frozenColumns: 0,
  rows: [{ cells }],
  notes: [],
});

describe('XLSX', () => {
  it.each([
    ['of a session with every kind of vote', issued],
    ['of a wide session', buildSheets(wideSession(30, 23), { version: '0.1.0' })],
  ])('holds every cell of the tree %s, with its type', async (_what, built) => {
    const sheets = sheetsIn(await renderXlsx(built));
    expect(sheets.map(({ name }) => name)).toEqual(['Итоги', 'Поименно', 'Явка', 'Журнал']);
    built.forEach(({ caption, columns, rows, notes, frozenColumns }, index) => {
      const { rows: read, widths, frozen, formulas } = sheets[index]!;
      expect(filled(read[0], columns.length)).toEqual(filled([caption], columns.length));
      expect(read[1]).toEqual(columns.map(({ title }) => title));
      rows.forEach(({ cells }, row) => {
        expect(filled(read[row + 2], columns.length)).toEqual(cells.map(expected));
      });
      expect(read.slice(rows.length + 3).map((cells) => cells?.[0])).toEqual(notes);
      expect(widths).toEqual(columns.map(({ width }) => width));
      expect(frozen).toEqual({ rows: 2, columns: frozenColumns });
      expect(formulas).toBe(0);
    });
  });

  it('leaves text that a spreadsheet would run, or that is a word of the language it is made with, as text', async () => {
    const names = ['=HYPERLINK("http://x";"y")', '+7', '@SUM(1)', '<b>&', 'constructor', '__proto__'];
    const file = await renderXlsx([sheetOf(names.map((text): Cell => ({ type: 'text', text })))]);
    const [sheet] = sheetsIn(file);
    expect(sheet?.formulas).toBe(0);
    expect(sheet?.rows[2]?.map((cell) => (cell as string).trim())).toEqual(names);
  });

  it('[5.5] shows a decimal as a number only where no digit of it is lost', async () => {
    const cells = ['7.333333', '-0.5', '123456789.123456', '1234567890.123456'];
    const file = await renderXlsx([sheetOf(cells.map((text): Cell => ({ type: 'decimal', text })))]);
    expect(sheetsIn(file)[0]?.rows[2]).toEqual([7.333333, -0.5, 123456789.123456, '1234567890,123456']);
  });

  it('makes its fonts up in the order that Office reads them in', async () => {
    const styles = unzipped(await renderXlsx(issued), 'xl/styles.xml').toString('utf8');
    const fonts = elementsIn(xmlElement(styles)).filter(({ name }) => name === 'font');
    expect(fonts.map(({ children }) => children.map(({ name }) => name))).toEqual([
      ['sz', 'color', 'name', 'family'],
      ['b', 'sz', 'color', 'name', 'family'],
    ]);
  });
});
