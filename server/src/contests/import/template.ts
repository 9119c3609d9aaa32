import type { ImportKind } from '@open-ballot/shared/contract/import';
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { orderedFonts } from '../../workbook/ordered-fonts.ts';
import { templateText, type TemplateLanguage } from './template-text.ts';
import { titledColumns } from './titles.ts';

const byteOrderMark = '\uFEFF';
const header = { type: String, fontWeight: 'bold', backgroundColor: '#E7ECF3', wrap: true } as const;
const width = 28;

/** The titles alone: whatever else stood in it would be imported. With the mark by which Excel knows UTF-8. */
export const csvTemplate = (what: ImportKind, language: TemplateLanguage): Buffer => {
  const titles = titledColumns(what, language).map(({ title }) =>
    /[";\n]/.test(title) ? `"${title}"` : title,
  );
  return Buffer.from(`${byteOrderMark}${titles.join(';')}\r\n`);
};

/** The titles on a sheet to fill in, and on a second one, which is not read, an example and what is expected. */
export function xlsxTemplate(what: ImportKind, language: TemplateLanguage): Promise<Buffer> {
  const text = templateText[language][what];
  const columns = titledColumns(what, language);
  const titles: CellObject[] = columns.map(({ title }) => ({ value: title, ...header }));
  const examples: CellObject[] = columns.map(({ column }) => {
    const value = text.columns[column]?.example ?? '';
    return typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true };
  });
  const notes: CellObject[] = columns.map(({ column }) => ({
    value: text.columns[column]?.note ?? '',
    type: String,
    wrap: true,
    fontStyle: 'italic',
    color: '#525D68',
  }));
  const look = { columns: columns.map(() => ({ width })), stickyRowsCount: 1 };
  return writeXlsxFile(
    [
      { sheet: text.sheet, data: [titles], ...look },
      { sheet: text.exampleSheet, data: [titles, examples, notes], ...look },
    ],
    { fontFamily: 'Arial', fontSize: 10, features: [orderedFonts] },
  ).toBuffer();
}
