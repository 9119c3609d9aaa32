import type { Block, Heading, NumberedList, Paragraph, Spread } from '@open-ballot/shared/protocol/document';
import type { Node } from 'pdfmake';
import { fontSizes, indent, points, spaceAbove, type Page } from '../page-layout.ts';
import { drawSignatures } from './signatures.ts';
import { drawTable } from './table.ts';
import type { Tag } from './tags.ts';
import { unparted } from './text.ts';

/** One block as the library wants it. What is read of it becomes a part of `parent`. */
export function draw(block: Block, page: Page, parent: Tag, outline: Node): Node[] {
  switch (block.type) {
    case 'heading':
      return [{ ...drawHeading(block, parent), ...outline }];
    case 'paragraph':
      return [drawParagraph(block, parent)];
    case 'numbered-list':
      return drawList(block, parent);
    case 'spread':
      return [drawSpread(block, parent)];
    case 'table':
      return [drawTable(block, page, parent)];
    case 'signatures':
      return [drawSignatures(block, page, parent, outline)];
  }
}

const spaceAboveHeading = { 1: 10, 2: 14, 3: 8 } as const;

const drawHeading = ({ level, text, alignment }: Heading, parent: Tag): Node => ({
  text: [{ text, tag: parent.add(`H${level}`) }],
  bold: true,
  alignment,
  margin: [0, spaceAboveHeading[level], 0, 3],
});

/** About four lines: no single line of so few is left alone on a page. */
const isShort = (text: string): boolean => text.length <= 300;

function drawParagraph({ runs, alignment, indented, size, keepWithNext }: Paragraph, parent: Tag): Node {
  const tag = parent.add('P');
  return {
    text: runs.flatMap(({ text, bold, italic }) =>
      unparted({ text, tag, ...(bold && { bold }), ...(italic && { italics: true }) }),
    ),
    alignment,
    unbreakable: isShort(runs.map(({ text }) => text).join('')),
    fontSize: fontSizes[size],
    ...(indented && { leadingIndent: points(indent) }),
    margin: size === 'text' ? [0, 0, 0, keepWithNext ? 3 : 2] : [0, spaceAbove[size], 0, 3],
  };
}

function drawList({ items }: NumberedList, parent: Tag): Node[] {
  const list = parent.add('L');
  return items.map(({ label, text }) => ({
    text: unparted({ text: `${label} ${text}`, tag: list.add('LI').add('LBody') }),
    alignment: 'justify',
    unbreakable: isShort(text),
    leadingIndent: points(indent),
    margin: [0, 0, 0, 2],
  }));
}

function drawSpread({ left, center, right }: Spread, parent: Tag): Node {
  const part = (text: string, alignment: 'left' | 'center' | 'right'): Node => ({
    text: [{ text, tag: parent.add('P') }],
    alignment,
    width: '*',
  });
  return {
    margin: [0, 12, 0, 12],
    columns: [part(left, 'left'), part(center, 'center'), part(right, 'right')],
  };
}
