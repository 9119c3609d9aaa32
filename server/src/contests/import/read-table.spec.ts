import { describe, expect, it, jest } from '@jest/globals';
import { importBounds } from '@open-ballot/shared/contract/import';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './read-table.ts';
import { type Cell, textOf } from './table.ts';

// A thread that reads TypeScript is slow to start on a machine that builds at once.
jest.setTimeout(60_000);

const rowsOf = async (bytes: Buffer): Promise<readonly (readonly Cell[])[]> =>
  (await readTable(bytes)).table.map(({ cells }) => cells);
const faultOf = async (bytes: Buffer): Promise<unknown> => {
  try {
    return await readTable(bytes);
  } catch (problem) {
    const { status, code } = problem as { status?: number; code?: string };
    return status === 422 ? code : problem;
  }
};

/** Cyrillic letters in windows-1251, where they stand in the order of the alphabet. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      const apart = { ё: 0xb8, Ё: 0xa8, '№': 0xb9, '«': 0xab, '»': 0xbb }[letter];
      return apart ?? (code >= 0x410 ? code - 0x410 + 0xc0 : code);
    }),
  );

/** A workbook with this in its only sheet. */
const workbook = (sheetData: string, more: Record<string, string> = {}): Buffer => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
};
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a CSV', () => {
  const expected = [
    ['ФИО', 'Должность'],
    ['Ёлкина Анна', 'директор'],
  ];
  const with_ = (delimiter: string, end = '\r\n'): string =>
    expected.map((row) => row.join(delimiter)).join(end) + end;

  it.each([
    ['semicolons', with_(';')],
    ['commas', with_(',')],
    ['tabs', with_('\t')],
    ['line feeds', with_(';', '\n')],
    ['carriage returns', with_(';', '\r')],
    ['Excel’s own naming of the delimiter', `sep=,\r\n${with_(',')}`],
  ])('is read with %s', async (_, text) => {
    expect(await rowsOf(Buffer.from(text))).toEqual(expected);
  });

  it.each([
    ['UTF-8', Buffer.from(with_(';'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${with_(';')}`)],
    ['windows-1251', inWindows1251(with_(';'))],
    ['UTF-16 as “Unicode text”', Buffer.from(`\uFEFF${with_('\t')}`, 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  it('keeps what stands in quotation marks together, and marks inside a name as they are', async () => {
    const text = 'ФИО;Организация\n"Белов;\nБорис";"ООО ""Ромашка"""\nСомов;ООО "Ландыш"\n';
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ['ФИО', 'Организация'],
      ['Белов;\nБорис', 'ООО "Ромашка"'],
      ['Сомов', 'ООО "Ландыш"'],
    ]);
  });

  it('is divided by what makes columns of its header, not by commas in texts', async () => {
    const text = 'Список, утверждён, вчера\n\nФамилия, имя, отчество;Должность\nБелов;врач, хирург, доцент\n';
    expect((await readTable(Buffer.from(text))).table).toEqual([
      { number: 1, cells: ['Список, утверждён, вчера'] },
      { number: 3, cells: ['Фамилия, имя, отчество', 'Должность'] },
      { number: 4, cells: ['Белов', 'врач, хирург, доцент'] },
    ]);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'no-table'],
    ['nothing', Buffer.alloc(0), 'empty-table'],
    ['separators alone', Buffer.from(';;;\r\n ; \r\n'), 'empty-table'],
    ['a quotation mark that never closes', Buffer.from('ФИО;Должность\n"Белов;врач\n'), 'broken-table'],
    ['one row without end', Buffer.from(`ФИО${','.repeat(300_000)}`), 'too-many-rows'],
    ['lines without end', Buffer.from('\n'.repeat(importBounds.lines + 5)), 'too-many-rows'],
    ['more bytes than there may be', Buffer.alloc(importBounds.bytes + 1, 'a'), 'too-large'],
  ])('that is %s is refused', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe('a workbook', () => {
  it('is read as it is written: texts, numbers, dates, and the number of each row', async () => {
    const date = new Date(Date.UTC(2020, 11, 1, 9, 30));
    const bytes = await writeXlsxFile([
      [{ value: 'Участник' }, { value: 'Балл' }, { value: 'Дата заявки' }],
      [],
      [
        { value: ' МФЦ ' },
        { value: 87.25, type: Number },
        { value: date, type: Date, format: 'dd.mm.yyyy hh:mm' },
      ],
    ]).toBuffer();
    const [header, row] = (await readTable(bytes)).table;
    expect(header).toMatchObject({ number: 1, cells: ['Участник', 'Балл', 'Дата заявки'] });
    expect(row).toMatchObject({ number: 3, cells: ['МФЦ', 87.25, {}] });
    expect(textOf(row!.cells[2])).toBe('01.12.2020 09:30');
  });

  it('gives of a formula the value kept with it, and of one in error the error', async () => {
    const bytes = workbook(
      `<row r="1">${inline('A1', 'Участник')}<c r="B1" t="str"><f>1+1</f><v>2</v></c>` +
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>SUM(A1)</f></c><c r="E1" t="b"><v>1</v></c></row>',
    );
    expect(await rowsOf(bytes)).toEqual([['Участник', '2', '#DIV/0!', '#=SUM(A1)', true]]);
  });

  it.each([
    ['another document', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'no-table'],
    ['cut off', workbook(`<row r="1">${inline('A1', 'Имя')}</row>`).subarray(0, 300), 'broken-table'],
    ['without its sheet', workbook('', { 'xl/worksheets/sheet1.xml': 'no xml <' }), 'broken-table'],
    ['without sheets', workbook('', { 'xl/workbook.xml': '<workbook/>' }), 'broken-table'],
    ['empty', workbook(''), 'empty-table'],
    ['out of order', workbook(`<row r="2">${inline('A2', 'б')}</row><row r="1"/>`), 'broken-table'],
    [
      'too many rows',
      workbook(`<row r="${importBounds.lines + 1}">${inline('A10001', 'а')}</row>`),
      'too-many-rows',
    ],
  ])('that is %s is refused', async (_, bytes, fault) => {
    expect(await faultOf(Buffer.from(bytes))).toBe(fault);
  });

  it('protected by a password, or of the old kind, is told from one that is broken', async () => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await faultOf(container)).toBe('old-excel');
    const protectedOne = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await faultOf(protectedOne)).toBe('password-protected');
  });

  it('that would unpack to more than there may be is not unpacked', async () => {
    const bomb = Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/sharedStrings.xml': new Uint8Array(60_000_000),
      }),
    );
    expect(bomb.length).toBeLessThan(importBounds.bytes);
    expect(await faultOf(bomb)).toBe('too-many-rows');
  });

  it('that claims rows by the hundred million does not take the program along', async () => {
    const bytes = workbook(`<row r="900000000">${inline('A900000000', 'а')}</row>`);
    expect(['too-many-rows', 'broken-table']).toContain(await faultOf(bytes));
    expect(await rowsOf(workbook(`<row r="1">${inline('A1', 'цел')}</row>`))).toEqual([['цел']]);
  });
});
