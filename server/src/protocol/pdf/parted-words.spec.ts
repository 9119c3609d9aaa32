import { describe, expect, it } from '@jest/globals';
import { column, row, table } from '@open-ballot/shared/protocol/blocks';
import { pdfStructure, piecesIn } from '../../testing/pdf-text.ts';
import { printed } from '../../testing/printed-blocks.ts';
import { partedAt, type MeasuredWord } from './parted-words.ts';

/** Of a font whose every letter is a point wide. */
const word = (text: string, more: Partial<MeasuredWord> = {}): MeasuredWord => ({
  text,
  width: text.length,
  leadingCut: 0,
  trailingCut: text.length - text.trimEnd().length,
  font: { widthOfString: ({ length }) => length },
  fontSize: 1,
  fontFeatures: null,
  noWrap: true,
  ...more,
});
const name = 'Петров-Водкин\u00A0И.П.';

describe('a word that is held whole', () => {
  it.each([
    [18, `${name} `, [`${name} `]],
    [17, name, ['Петров-Водкин\u00A0', 'И.П.']],
    [13, name, ['Петров-Водкин\u00A0', 'И.П.']],
    [12, name, ['Петров-', 'Водкин\u00A0И.П.']],
    [7, name, ['Петров-', 'Водкин\u00A0И.П.']],
    [5, '2020–2021/22', ['2020–', '2021/22']],
  ])(
    'is parted behind a hyphen, dash, slash or tie where a line has no room: %i, «%s»',
    (room, text, parts) => {
      const parted = partedAt(room, word(text));
      expect(parted.map((each) => each.text)).toEqual(parts);
      for (const { text: part, width, trailingCut, noWrap } of parted) {
        expect(width - trailingCut).toBe(part.trimEnd().length);
        expect(noWrap).toBe(true);
      }
    },
  );

  it('is left to be broken between letters as far as its first part has no room', () =>
    expect(partedAt(6, word(name)).map(({ text, noWrap }) => [text, noWrap])).toEqual([
      ['Петров-', false],
      ['Водкин\u00A0И.П.', true],
    ]));

  it('is left to be broken between letters where it has one part', () =>
    expect(partedAt(6, word('Водкин-')).map(({ text, noWrap }) => [text, noWrap])).toEqual([
      ['Водкин-', false],
    ]));

  it('has the indent before its first part alone', () =>
    expect(partedAt(13, word(name, { leadingCut: -2 }))).toMatchObject([
      { text: 'Петров-', leadingCut: -2 },
      { text: 'Водкин\u00A0И.П.', leadingCut: 0 },
    ]));

  it('lets a line end between its parts, and none behind the last where none may', () =>
    expect(partedAt(7, word(name, { noNewLine: true })).map(({ noNewLine }) => noNewLine)).toEqual([
      false,
      true,
    ]));
});

describe('a region in a narrow column', () => {
  it.each([
    [8, ['Ханты-Мансийский', 'автономный', 'округ']],
    [4, ['Ханты-', 'Мансийский', 'автономный', 'округ']],
  ])('does not run into the next: %i', async (weight, drawn) => {
    const columns = [column('Номинант', 20 - weight), column('Регион', weight, 'left'), column('За', 1)];
    const file = await printed([table(columns, [row(['МФЦ', 'Ханты-Мансийский автономный округ', '12'])])]);
    const [cell] = piecesIn(pdfStructure(file)).filter(({ role }) => role === 'TD');
    expect(cell?.text.trim().split(/ +/)).toEqual(drawn);
  });
});
