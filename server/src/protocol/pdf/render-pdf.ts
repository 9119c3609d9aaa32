import { createRequire } from 'node:module';
import pdfmake, { type Node, type TableLayout } from 'pdfmake';
import type {
  Block,
  Heading,
  Paragraph,
  ProtocolDocument,
  Signatures,
  Table,
} from '@open-ballot/shared/protocol/document';
import { sectionsOf, type Section } from '@open-ballot/shared/protocol/sections';
import { bookmarksOf, type Bookmark } from './pdf-bookmarks.ts';
import {
  columnWidths,
  fontSizes,
  headerDistance,
  indent,
  markDistance,
  pages,
  signatureShares,
  staysWith,
  textWidth,
  type Page,
} from './page-layout.ts';

const { resolve } = createRequire(import.meta.url);
const tinos = (style: string): string => resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);
const fonts = {
  normal: tinos('400Regular'),
  bold: tinos('700Bold'),
  italics: tinos('400Regular_Italic'),
  bolditalics: tinos('700Bold_Italic'),
};
pdfmake.addFonts({ Tinos: fonts });
// A document holds text of many people: it fetches nothing and reads no file but its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));

/** What is signed and published: PDF/A-2b with its fonts embedded, every word of it searchable. */
export function renderPdf(document: ProtocolDocument): Promise<Buffer> {
  const bookmarks = bookmarksOf(document);
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: margins(pages.portrait),
      language: 'ru-RU',
      version: '1.7',
      subset: 'PDF/A-2b',
      displayTitle: true,
      info: { title: document.title, author: document.author },
      defaultStyle: { font: 'Tinos', fontSize: fontSizes.text, lineHeight: 1.15 },
      header: (page) => runningHeader(document, page),
      ...(document.watermark !== undefined && {
        watermark: { text: document.watermark, color: '#808080', opacity: 0.15, bold: true },
      }),
      content: sectionsOf(document).map((section) => pdfSection(section, bookmarks)),
    })
    .getBuffer();
}

/** Points of a length in millimetres. */
const points = (millimetres: number): number => (millimetres * 72) / 25.4;

const margins = ({ margin }: Page): [number, number, number, number] => [
  points(margin.left),
  points(margin.top),
  points(margin.right),
  points(margin.bottom),
];

type Bookmarks = ReturnType<typeof bookmarksOf>;

const pdfSection = ({ orientation, blocks }: Section, bookmarks: Bookmarks): Node => ({
  section: keptTogether(blocks, pages[orientation], bookmarks),
  pageSize: 'A4',
  pageOrientation: orientation,
  pageMargins: margins(pages[orientation]),
});

function runningHeader({ pageHeader }: ProtocolDocument, page: number): Node {
  const mark: Node[] =
    pageHeader === undefined
      ? []
      : [{ text: pageHeader, fontSize: 10, bold: true, alignment: 'center', lineHeight: 1 }];
  return {
    margin: [0, points(pageHeader === undefined ? headerDistance : markDistance), 0, 0],
    stack: [
      ...mark,
      { text: page > 1 ? String(page) : '', fontSize: 12, alignment: 'center', lineHeight: 1 },
    ],
  };
}

/** More than this is not held together: what cannot be broken and fits on no page would be lost. */
const held = { characters: 1_500, rows: 12 };

const isHeld = (blocks: readonly Block[]): boolean =>
  blocks.reduce((sum, block) => sum + charactersOf(block), 0) <= held.characters &&
  blocks.every((block) => rowsOf(block) <= held.rows);

const rowsOf = (block: Block): number =>
  block.type === 'table' ? block.rows.length : block.type === 'signatures' ? block.lines.length : 1;

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

function charactersOf(block: Block): number {
  switch (block.type) {
    case 'heading':
      return block.text.length;
    case 'paragraph':
      return lengthOf(block.runs.map(({ text }) => text));
    case 'numbered-list':
      return lengthOf(block.items.map(({ text }) => text));
    case 'spread':
      return lengthOf([block.left, block.center, block.right]);
    case 'table':
      return lengthOf([
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells),
      ]);
    case 'signatures':
      return lengthOf(block.lines.map(({ name }) => name));
  }
}

/** Draws blocks; those that must not be parted by a page become one unbreakable node. */
function keptTogether(blocks: readonly Block[], page: Page, bookmarks: Bookmarks): Node[] {
  const drawn: Node[] = [];
  let group: Block[] = [];
  blocks.forEach((block, index) => {
    group.push(block);
    if (staysWith(block, blocks[index + 1])) return;
    const nodes = group.flatMap((each) => draw(each, page, outlined(bookmarks.get(each))));
    drawn.push(...(nodes.length > 1 && isHeld(group) ? [{ stack: nodes, unbreakable: true }] : nodes));
    group = [];
  });
  return drawn;
}

const outlined = (bookmark: Bookmark | undefined): Node =>
  bookmark
    ? {
        id: bookmark.id,
        outline: true,
        outlineText: bookmark.text,
        outlineExpanded: true,
        ...(bookmark.parent !== undefined && { outlineParentId: bookmark.parent }),
      }
    : {};

function draw(block: Block, page: Page, outline: Node): Node[] {
  switch (block.type) {
    case 'heading':
      return [{ ...drawHeading(block), ...outline }];
    case 'paragraph':
      return [drawParagraph(block)];
    case 'numbered-list':
      return block.items.map(({ label, text }) => ({
        text: unparted({ text: `${label} ${text}` }),
        alignment: 'justify',
        leadingIndent: points(indent),
        margin: [0, 0, 0, 2],
      }));
    case 'spread':
      return [
        {
          margin: [0, 12, 0, 12],
          columns: [
            { text: block.left, alignment: 'left', width: '*' },
            { text: block.center, alignment: 'center', width: '*' },
            { text: block.right, alignment: 'right', width: '*' },
          ],
        },
      ];
    case 'table':
      return [drawTable(block, page)];
    case 'signatures':
      return [drawSignatures(block, page, outline)];
  }
}

const spaceAbove = { 1: 10, 2: 14, 3: 8 } as const;

const drawHeading = ({ level, text, alignment }: Heading): Node => ({
  text,
  bold: true,
  alignment,
  margin: [0, spaceAbove[level], 0, 3],
});

const drawParagraph = ({ runs, alignment, indented, size, keepWithNext }: Paragraph): Node => ({
  text: runs.flatMap(({ text, bold, italic }) =>
    unparted({ text, ...(bold && { bold }), ...(italic && { italics: true }) }),
  ),
  alignment,
  fontSize: fontSizes[size],
  ...(indented && { leadingIndent: points(indent) }),
  margin: size === 'text' ? [0, 0, 0, keepWithNext ? 3 : 2] : [0, 3, 0, 3],
});

/** A word with a hyphen, dash or slash inside, too short to be worth breaking. */
const parting = /(?<=^| )([^ ]{1,40}(?<=[\p{L}\d»“)][-–/][^ ]*)(?: |$))/u;

/**
 * A line is justified between all places where it could break, so a double surname would be torn at its hyphen:
 * such words are made whole.
 */
const unparted = ({ text, ...look }: Node & { text: string }): Node[] =>
  text
    .split(parting)
    .flatMap((piece) => piece.split(endless))
    .filter((piece) => piece !== '')
    .map((piece) => ({
      ...look,
      text: piece,
      ...(parting.test(piece) && { noWrap: true }),
      ...(endless.test(piece) && { wordBreak: 'break-all' as const }),
    }));

/** A word that fits on no line; it is broken between any two letters. */
const endless = /([^ ]{71,})/u;

const cellPadding = 3.5;
const grid: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingTop: () => 1.5,
  paddingBottom: () => 1,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
};

function drawTable({ columns, rows, size }: Table, page: Page): Node {
  const lines = 0.5 * (columns.length + 1);
  const widths = columnWidths(columns, points(textWidth(page)) - lines - 2 * cellPadding * columns.length);
  const fits = (cells: readonly string[]): boolean =>
    Math.max(...cells.map((text, index) => heightOf(text, widths[index] ?? 1, fontSizes[size]))) <
    points(page.height) / 3;
  const titles = columns.map(({ title }) => title);
  const whole = rows.every(({ cells }) => fits(cells));
  const head = titles.map((title): Node => ({
    text: unparted({ text: title }),
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
  }));
  const body = rows.map(({ cells, emphasis }) =>
    cells.map((text, index): Node => ({
      text: unparted({ text }),
      alignment: columns[index]?.alignment ?? 'left',
      ...(emphasis && { bold: true }),
    })),
  );
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

/** About how high a text stands in a column, points. A row that may be taller than a page must be allowed to break. */
const heightOf = (text: string, width: number, size: number): number =>
  Math.ceil((text.length * size * 0.6) / width) * size * 1.25;

const withoutGrid: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  paddingTop: () => 20,
  paddingBottom: () => 1,
  paddingLeft: (column) => (column === 2 ? 8 : 0),
  paddingRight: () => 0,
};

function drawSignatures(block: Signatures, page: Page, outline: Node): Node {
  const { lines } = block;
  const total = points(textWidth(page)) - 8;
  const open: Node['border'] = [false, false, false, false];
  return {
    unbreakable: isHeld([block]),
    layout: withoutGrid,
    table: {
      widths: signatureShares.map((share) => total * share),
      dontBreakRows: true,
      body: lines.map(({ post, name }, index): Node[] => [
        { text: post, border: open, ...(index === 0 && outline) },
        { text: '', border: [false, false, false, true] },
        { text: name, border: open },
      ]),
    },
  };
}
