import { unzipped } from './docx-text.ts';
import { xmlElement, type XmlElement } from './xml.ts';

/** A cell as a spreadsheet reads it: the text of a string cell, a number, or a number shown as a moment. */
export type ReadCell = string | number | { readonly at: string };

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number } | undefined;
  readonly formulas: number;
}

const parsed = (file: Buffer, part: string): XmlElement => xmlElement(unzipped(file, part).toString('utf8'));

const within = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

/** Days of a spreadsheet are counted from 30 December 1899. */
const momentOf = (days: number): string =>
  new Date(Math.round(days * 86_400_000) + Date.UTC(1899, 11, 30)).toISOString().slice(0, -1);

export function sheetsIn(file: Buffer): ReadSheet[] {
  const texts = within(parsed(file, 'xl/sharedStrings.xml'), 't').map(({ text }) => text);
  const styles = parsed(file, 'xl/styles.xml');
  const formats = new Map(
    within(styles, 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'] ?? '',
    ]),
  );
  const looks = within(within(styles, 'cellXfs')[0]!, 'xf').map(
    ({ attributes }) => formats.get(attributes['numFmtId']) ?? attributes['numFmtId'] ?? '',
  );
  const read = ({ attributes, children }: XmlElement): ReadCell | undefined => {
    const value = children.find(({ name }) => name === 'v')?.text;
    if (value === undefined) return undefined;
    if (attributes['t'] === 's') return texts[Number(value)] ?? `no text ${value}`;
    const isMoment = looks[Number(attributes['s'] ?? 0)]?.includes('yyyy');
    return isMoment ? { at: momentOf(Number(value)) } : Number(value);
  };
  return within(parsed(file, 'xl/workbook.xml'), 'sheet').map(({ attributes }, index) => {
    const sheet = parsed(file, `xl/worksheets/sheet${index + 1}.xml`);
    const pane = within(sheet, 'pane')[0]?.attributes;
    const rows: (ReadCell | undefined)[][] = [];
    for (const cell of within(sheet, 'c')) {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell.attributes['r'] ?? '') ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      (rows[Number(digits) - 1] ??= [])[column] = read(cell);
    }
    return {
      name: attributes['name'] ?? '',
      rows,
      widths: within(sheet, 'col').map((column) => Number(column.attributes['width'])),
      frozen:
        pane?.['state'] === 'frozen'
          ? { rows: Number(pane['ySplit']), columns: Number(pane['xSplit']) }
          : undefined,
      formulas: within(sheet, 'f').length,
    };
  });
}
