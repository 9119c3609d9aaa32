import { describe, expect, it, jest } from '@jest/globals';
import {
  column,
  heading,
  numberedList,
  paragraph,
  row,
  signatures,
  table,
} from '@open-ballot/shared/protocol/blocks';
import type { Block } from '@open-ballot/shared/protocol/document';
import { PdfObjects } from '../../testing/pdf-objects.ts';
import { pdfPages, pdfStructure, piecesIn, type ReadPiece } from '../../testing/pdf-text.ts';
import { printed } from '../../testing/printed-blocks.ts';

jest.setTimeout(60_000);

const readIn = (file: Buffer): ReadPiece[] => piecesIn(pdfStructure(file));
const pageOf = (piece: ReadPiece | undefined): number | undefined =>
  piece && piecesIn(piece).flatMap(({ pages }) => pages)[0];

/** So many lines of text above, and other lines are the last of their pages. */
const linesAbove = (count: number): Block[] => Array.from({ length: count }, () => paragraph('Строка.'));
const counts = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_each, index) => from + index);

const name = 'Константинопольский-Задунайский Иван Петрович';
const sheet = (rows: number): Block[] => [
  heading(3, 'Оценочные листы'),
  table(
    [column('Член комиссии', 3, 'left'), column('Номинант', 1.3), column('Актуальность', 1.8)],
    Array.from({ length: rows }, (_each, index) => row([index % 4 === 0 ? name : 'Ким А.Л.', '№ 1', index])),
    { keyColumns: 2, size: 'dense' },
  ),
];

describe('a table that a page ends within', () => {
  /** The pages of its heading, if it has one, of its header and of each of its rows. */
  const pagesOf = async (blocks: readonly Block[]): Promise<(number | undefined)[]> => {
    const read = readIn(await printed(blocks));
    const rows = read.find(({ role }) => role === 'Table')?.children ?? [];
    return [read.find(({ role }) => role === 'H3') ?? rows[0], ...rows].map(pageOf);
  };

  it.each([
    ['of many rows', counts(44, 54), (size: number) => sheet(size)],
    ['of few rows, below other text', counts(24, 36), (lines: number) => [...linesAbove(lines), ...sheet(3)]],
    [
      'of many rows, below other text',
      counts(24, 36),
      (lines: number) => [...linesAbove(lines), ...sheet(30)],
    ],
    [
      'of many rows, without a heading',
      counts(26, 36),
      (lines: number) => [...linesAbove(lines), ...sheet(30).slice(1)],
    ],
  ] as const)('leaves no row alone at its end, nor its header: %s', async (_what, sizes, blocksOf) => {
    const found = await Promise.all(sizes.map(async (size) => pagesOf(blocksOf(size))));
    expect(found.filter((pages) => pages.at(-1) !== pages.at(-2))).toEqual([]);
    expect(found.filter((pages) => new Set(pages.slice(0, 4)).size > 1)).toEqual([]);
    expect(new Set(found.map((pages) => pages.indexOf(2))).size).toBeGreaterThan(1);
  });

  it('repeats its header above what goes on', async () => {
    for (const size of counts(47, 51)) {
      const pages = pdfPages(await printed(sheet(size)));
      expect(pages.map((page) => page.split('Актуальность').length - 1)).toEqual(pages.map(() => 1));
    }
  });
});

describe('lines to be signed', () => {
  const signed = (count: number): Block[] => [
    heading(2, 'Приложения:'),
    numberedList(counts(1, 3).map((number) => ({ label: `${number}.`, text: 'Лист регистрации.' }))),
    signatures(
      counts(1, count).map((number) => ({
        post: 'Член комиссии',
        name: number % 5 === 0 ? `И.П. Константинопольский-Задунайский ${number}` : `И.П. Ким ${number}`,
      })),
    ),
  ];
  /** The pages of the heading above them, of the items of the list and of each line. */
  const pagesOf = async (blocks: readonly Block[]): Promise<(number | undefined)[]> =>
    readIn(await printed(blocks))
      .filter(({ role, text }) => role === 'H2' || role === 'LBody' || text.includes('Член'))
      .map(pageOf);

  it.each([
    [2, counts(26, 34)],
    [13, counts(2, 9)],
  ])('stay on one page with the list before them where they fit: %i', async (count, heights) => {
    const found = await Promise.all(
      heights.map((lines) => pagesOf([...linesAbove(lines), ...signed(count)])),
    );
    expect(found.filter((pages) => pages.length !== count + 4 || new Set(pages).size > 1)).toEqual([]);
    expect(new Set(found.flat())).toEqual(new Set([1, 2]));
  });

  it('are never one alone on a page, where they are more than fit', async () => {
    const found = await Promise.all(counts(14, 20).map((count) => pagesOf(signed(count))));
    expect(found.filter((pages) => pages.at(-1) !== pages.at(-2))).toEqual([]);
    expect(new Set(found.map((pages) => pages.at(-1)))).toEqual(new Set([1, 2]));
  });

  it('are not parted from what stands before them, even then', async () => {
    const found = await Promise.all(
      counts(24, 34).map((lines) => pagesOf([...linesAbove(lines), ...signed(34)])),
    );
    expect(found.filter((pages) => new Set(pages.slice(0, 6)).size > 1)).toEqual([]);
    expect(new Set(found.map(([first]) => first))).toEqual(new Set([1, 2]));
  });

  it('are as many rules as names, however many pages they take', async () => {
    const pdf = new PdfObjects(await printed(signed(60)));
    const rules = pdf.pages.flatMap((page) => pdf.content(page).match(/ l$/gm) ?? []);
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(rules).toHaveLength(60);
  });
});
