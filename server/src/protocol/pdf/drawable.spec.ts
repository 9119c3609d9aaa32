import { describe, expect, it } from '@jest/globals';
import {
  column,
  heading,
  numberedList,
  paragraph,
  row,
  signatures,
  table,
} from '@open-ballot/shared/protocol/blocks';
import { pdfPages } from '../../testing/pdf-text.ts';
import { printed } from '../../testing/printed-blocks.ts';

const textOf = async (text: string): Promise<string> =>
  pdfPages(await printed([paragraph(text)]))[0]!
    .replace(/\s+/g, ' ')
    .trim();

describe('a letter that the font lacks', () => {
  it.each([
    ['a tick and an emoji', '✓ выполнено 🗳️', '� выполнено �'],
    ['a bullet of a word processor', '\uF0B7 первое', '� первое'],
    ['hieroglyphs', '漢字', '��'],
    ['a break of a word processor', 'первое\vвторое', 'первое второе'],
    ['a character that nobody sees', 'пер\u0001вое', 'первое'],
    ['none', 'Москва – № 5, Ὀδυσσεύς, ½ → ₽', 'Москва – № 5, Ὀδυσσεύς, ½ → ₽'],
  ])('is told as missing, not drawn as none: %s', async (_what, text, read) =>
    expect(await textOf(text)).toBe(read),
  );

  it('is told so wherever it stands', async () => {
    const [page] = pdfPages(
      await printed([
        heading(2, '✓а'),
        paragraph('✓б'),
        numberedList([{ label: '1.', text: '✓в' }]),
        { type: 'spread', left: '✓г', center: '✓д', right: '✓е' },
        table([column('✓ж', 1), column('✓з', 1)], [row(['✓и', '✓к'])]),
        signatures([{ post: '✓л', name: '✓м' }]),
      ]),
    );
    for (const letter of 'абвгдежзиклм') expect(page).toContain(`�${letter}`);
  });
});
