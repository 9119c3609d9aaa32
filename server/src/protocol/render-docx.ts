import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type {
  Alignment,
  Block,
  NumberedList,
  Paragraph as ParagraphBlock,
  ProtocolDocument,
  Signatures,
  Spread,
  Table as TableBlock,
} from '@open-ballot/shared/protocol/document';
import { writable } from '@open-ballot/shared/protocol/language/writable';
import { sectionsOf, type Section } from '@open-ballot/shared/protocol/sections';
import { DocxLists, twips } from './docx-lists.ts';
import {
  columnWidths,
  fontSizes,
  headerDistance,
  heldAtEnds,
  heldRows,
  indent,
  markDistance,
  pages,
  signatureShares,
  spaceAbove,
  staysWith,
  textWidth,
} from './page-layout.ts';

/** The secretary's working copy: real headings, lists, tables and page numbers, to be edited in any word processor. */
export function renderDocx(built: ProtocolDocument): Promise<Buffer> {
  const document = writable(built);
  const sections = sectionsOf(document);
  const lists = new DocxLists();
  const drawn = sections.map((section, index) => docxSection(document, section, index === 0, lists));
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.author,
      description: document.title,
      styles,
      numbering: { config: lists.config },
      sections: drawn,
    }),
  );
}

/** Half-points, the unit of a word processor. */
const half = (points: number): number => points * 2;

const font = 'Times New Roman';
/** 1.15 and single, in 240ths of a line. */
const spaced = { line: 276, lineRule: LineRuleType.AUTO } as const;
const single = { line: 240, lineRule: LineRuleType.AUTO } as const;

const headingStyle = (before: number) => ({
  run: { font, size: half(fontSizes.text), bold: true, color: '000000' },
  paragraph: { spacing: { before, after: 60, ...spaced }, keepNext: true, keepLines: true },
});

const styles = {
  default: {
    document: {
      run: { font, size: half(fontSizes.text), language: { value: 'ru-RU' } },
      paragraph: { spacing: spaced },
    },
    heading1: headingStyle(200),
    heading2: headingStyle(280),
    heading3: headingStyle(160),
  },
};

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

const alignments: Readonly<Record<Alignment, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

function docxSection(
  document: ProtocolDocument,
  section: Section,
  isFirst: boolean,
  lists: DocxLists,
): ISectionOptions {
  const { margin, width, height } = pages[section.orientation];
  const landscape = section.orientation === 'landscape';
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: {
          // Word wants the sheet upright and the turn apart.
          width: twips(landscape ? height : width),
          height: twips(landscape ? width : height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(margin.left),
          right: twips(margin.right),
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          header: twips(document.pageHeader === undefined ? headerDistance : markDistance),
        },
      },
    },
    headers: {
      default: runningHeader(document, true),
      ...(isFirst && { first: runningHeader(document, false) }),
    },
    children: section.blocks.flatMap((block, index) =>
      drawBlock(block, section, section.blocks[index + 1], lists),
    ),
  };
}

function runningHeader({ pageHeader, watermark }: ProtocolDocument, withNumber: boolean): Header {
  const centred = { alignment: AlignmentType.CENTER, spacing: single };
  return new Header({
    children: [
      ...(pageHeader === undefined
        ? []
        : [
            new Paragraph({
              ...centred,
              children: [new TextRun({ text: pageHeader, bold: true, size: half(10) })],
            }),
          ]),
      new Paragraph({
        ...centred,
        children: [
          ...(withNumber ? [new TextRun({ size: half(12), children: [PageNumber.CURRENT] })] : []),
          ...(watermark === undefined ? [] : [new TextWatermark({ text: watermark, font, color: 'C0C0C0' })]),
        ],
      }),
    ],
  });
}

function drawBlock(
  block: Block,
  section: Section,
  next: Block | undefined,
  lists: DocxLists,
): (Paragraph | Table)[] {
  const keepNext = staysWith(block, next);
  const width = textWidth(pages[section.orientation]);
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          alignment: alignments[block.alignment],
          keepNext,
          children: [new TextRun({ text: block.text })],
        }),
      ];
    case 'paragraph':
      return [drawParagraph(block, keepNext)];
    case 'numbered-list':
      return drawList(block, keepNext, lists);
    case 'spread':
      return [drawSpread(block, width)];
    case 'table':
      return [drawTable(block, width), new Paragraph({ spacing: single, run: { size: half(4) } })];
    case 'signatures':
      return [new Paragraph({ keepNext: true, children: [] }), drawSignatures(block, width, keepNext)];
  }
}

function drawParagraph(block: ParagraphBlock, keepNext: boolean): Paragraph {
  const options: IParagraphOptions = {
    alignment: alignments[block.alignment],
    keepNext,
    ...(block.indented && { indent: { firstLine: twips(indent) } }),
    spacing: block.size === 'text' ? spaced : { before: 20 * spaceAbove[block.size], after: 60, ...single },
    children: block.runs.map(
      ({ text, bold, italic }) =>
        new TextRun({
          text,
          size: half(fontSizes[block.size]),
          ...(bold && { bold }),
          ...(italic && { italics: true }),
        }),
    ),
  };
  return new Paragraph(options);
}

function drawList(list: NumberedList, keepNext: boolean, lists: DocxLists): Paragraph[] {
  const numbering = lists.next(list);
  return list.items.map(
    ({ text }, index) =>
      new Paragraph({
        numbering,
        spacing: spaced,
        alignment: AlignmentType.JUSTIFIED,
        keepLines: true,
        keepNext: keepNext && (list.items.length <= heldRows || index >= list.items.length - heldAtEnds),
        children: [new TextRun({ text })],
      }),
  );
}

/** Of a table with more than `most` rows only both ends are held: a word processor gives up on what fits on no page. */
const staysWithNextRow = (row: number, rows: number, most: number): boolean =>
  row < rows - 1 && (rows <= most || row < heldAtEnds - 1 || row >= rows - heldAtEnds);

const cellMargins = { top: 30, bottom: 30, left: 70, right: 70 };

function drawTable(block: TableBlock, width: number): Table {
  const widths = columnWidths(block.columns, twips(width)).map(Math.floor);
  const size = half(fontSizes[block.size]);
  const cell = (
    text: string,
    index: number,
    look: { bold?: boolean; head?: boolean },
    keepNext: boolean,
  ): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: cellMargins,
      verticalAlign: look.head ? 'center' : 'top',
      children: [
        new Paragraph({
          keepNext,
          spacing: single,
          alignment:
            look.head || block.columns[index]?.alignment === 'center'
              ? AlignmentType.CENTER
              : AlignmentType.LEFT,
          children: [new TextRun({ text, size, ...((look.bold ?? look.head) && { bold: true }) })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ title }, index) => cell(title, index, { head: true }, true)),
      }),
      ...block.rows.map(
        ({ cells, emphasis = false }, row) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, index) =>
              cell(text, index, { bold: emphasis }, staysWithNextRow(row, block.rows.length, heldRows)),
            ),
          }),
      ),
    ],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const open = { top: none, bottom: none, left: none, right: none } as const;
/** Of a paragraph: the border of a cell would be drawn above the next line again where a page parts the two. */
const rule = { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 } } as const;

/** So many lines to be signed fit on one page with what stands before them. */
const heldLines = 14;

/** Cells, not tab stops: a long place takes a second line instead of running into the date. */
function drawSpread({ left, center, right }: Spread, width: number): Table {
  const cellWidth = Math.floor(twips(width) / 3);
  const texts = [
    [left, AlignmentType.LEFT],
    [center, AlignmentType.CENTER],
    [right, AlignmentType.RIGHT],
  ] as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 3 * cellWidth, type: WidthType.DXA },
    columnWidths: texts.map(() => cellWidth),
    borders: { ...open, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: texts.map(
          ([text, alignment]) =>
            new TableCell({
              width: { size: cellWidth, type: WidthType.DXA },
              borders: open,
              margins: { top: 240, bottom: 240 },
              children: [new Paragraph({ alignment, children: [new TextRun(text)] })],
            }),
        ),
      }),
    ],
  });
}

function drawSignatures({ lines }: Signatures, width: number, keepNext: boolean): Table {
  const widths = signatureShares.map((share) => Math.floor(twips(width) * share));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...open, insideHorizontal: none, insideVertical: none },
    rows: lines.map(
      ({ post, name }, row) =>
        new TableRow({
          cantSplit: true,
          children: [post, '', name].map(
            (text, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                verticalAlign: 'bottom',
                borders: open,
                margins: { top: 360, left: index === 2 ? 160 : 0 },
                children: [
                  new Paragraph({
                    keepNext:
                      row < lines.length - 1 ? staysWithNextRow(row, lines.length, heldLines) : keepNext,
                    spacing: single,
                    ...(index === 1 && { border: rule }),
                    children: [new TextRun(text)],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}
