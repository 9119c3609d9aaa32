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

describe('a text that does not say how it is encoded', () => {
  const text = 'ФИО;Должность\r\nЁлкина Анна Юрьевна;директор\r\nСОКОЛОВ ПЁТР;врач\r\n';
  const alphabets = ['windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic'] as const;
  /** Written by the reading of every byte, backwards. */
  const written = (encoding: string, words = text): Buffer => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const letters = [...new TextDecoder(encoding).decode(bytes)];
    return Buffer.from([...words].map((letter) => letters.lastIndexOf(letter)));
  };

  it.each(alphabets)('is read as Russian in %s, and says so', async (encoding) => {
    const { source, table } = await readTable(written(encoding));
    expect(source).toEqual({ format: 'csv', encoding, delimiter: ';' });
    expect(table[1]!.cells).toEqual(['Ёлкина Анна Юрьевна', 'директор']);
  });

  it.each(alphabets)('is read in %s of one word and of capitals alone', async (encoding) => {
    // Capitals of DOS and of the Mac are the same bytes: which of them it was does not matter then.
    for (const name of ['Иванов', 'СОКОЛОВА АННА'])
      expect(await rowsOf(written(encoding, `ФИО\n${name}\n`))).toEqual([['ФИО'], [name]]);
  });

  it.each([
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['utf-8', Buffer.from(text)],
  ])('is known by its mark or its zeros: %s', async (encoding, bytes) => {
    expect(await readTable(bytes)).toMatchObject({ source: { encoding } });
  });

  it('is refused by name where bytes are not in it, and where it is no Russian in any', async () => {
    const damaged = Buffer.concat([Buffer.from('Name;Post\nПетров Пётр;эксперт\nabc '), Buffer.from([0xff])]);
    await expect(readTable(damaged)).rejects.toMatchObject({
      code: 'damaged-encoding',
      members: { fields: [{ path: 'file', code: 'encoding', parameters: { encoding: 'utf-8', line: 3 } }] },
    });
    const french = Buffer.from('Nom;Poste\nJos\u00e9 Andr\u00e9;m\u00e9decin\n', 'latin1');
    expect(await faultOf(french)).toBe('unknown-encoding');
  });
});

describe('what a workbook hides and merges', () => {
  const relations =
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
  const twoSheets = workbook(`<row r="1">${inline('A1', 'Черновик')}</row>`, {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Черновик" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Заявки &amp; итоги" sheetId="2" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row r="1">${inline('A1', 'Заявки')}</row></sheetData></worksheet>`,
  });

  it('is said: the first sheet in sight is read, any other when it is asked for', async () => {
    const { source, table } = await readTable(twoSheets);
    expect(source).toMatchObject({
      sheet: 'Заявки & итоги',
      sheets: [{ name: 'Черновик', hidden: true }, { hidden: false }],
    });
    expect(table[0]!.cells).toEqual(['Заявки']);
    expect((await readTable(twoSheets, 'Черновик')).table[0]!.cells).toEqual(['Черновик']);
    await expect(readTable(twoSheets, 'Иной')).rejects.toMatchObject({ code: 'no-such-sheet' });
  });

  it('is said of rows and columns, and what is merged downwards stands in each row', async () => {
    const rows =
      `<row r="1">${inline('A1', 'Номинация')}${inline('B1', 'Участник')}</row>` +
      `<row r="2">${inline('A2', 'Лучший МФЦ')}${inline('B2', 'Киров')}</row>` +
      `<row r="3" hidden="1">${inline('B3', 'Пермь')}</row>`;
    const sheet = `<worksheet><cols><col min="2" max="2" width="0"/></cols><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    const { table, hiddenColumns } = await readTable(workbook('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(hiddenColumns).toEqual([1]);
    expect(table[2]).toMatchObject({ cells: ['Лучший МФЦ', 'Пермь'], hidden: true });
    expect(table[0]!.spans).toEqual([{ from: 0, to: 1 }]);
  });

  it('keeps what a formula came to, and misses what it did not', async () => {
    const cells =
      '<c r="A1"><f>80+7.25</f></c><c r="B1" t="str"><f>B2</f><v></v></c>' +
      '<c r="C1" t="str"><f>IF(A1="","","x")</f><v></v></c><c r="D1"><f t="shared" si="0">A1*2</f><v>4</v></c>';
    expect(await rowsOf(workbook(`<row r="1">${cells}</row>`))).toEqual([
      ['#=80+7.25', '#=B2', undefined, 4],
    ]);
  });
});
