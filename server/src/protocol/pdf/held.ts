import type { Block } from '@open-ballot/shared/protocol/document';
import {
  heldAtEnds,
  heldRows,
  points,
  textHeight,
  textWidth,
  type fontSizes,
  type Page,
} from '../page-layout.ts';
import { lineHeights } from './signatures.ts';
import { headHeight, rowHeights } from './table.ts';
import { heightOf, sumOf } from './text.ts';

/** More than this is not held together: it would leave too much of a page empty. */
const most = { characters: 1_500, rows: heldRows };

/** So many items of a list stay with the heading above it; the others may go on overleaf. */
export const listHead = 2;

/** What cannot be broken and fits on no page would be lost; heights are only about right. */
const fitsOn = (page: Page, height: number): boolean => height < 0.9 * points(textHeight(page));

/** Whether blocks are small enough to stand together on one page. */
export const isHeld = (blocks: readonly Block[], page: Page): boolean =>
  sumOf(blocks.map(charactersOf)) <= most.characters &&
  blocks.every((block) => block.type !== 'table' || block.rows.length <= most.rows) &&
  fitsOn(page, sumOf(blocks.map((block) => heightOn(page, block))));

/** The room that blocks need on a page to begin there with the first lines of the last of them, points. */
export function roomFor(blocks: readonly Block[], page: Page): number | undefined {
  const room = sumOf(
    blocks.map((block, index) =>
      index < blocks.length - 1 ? heightOn(page, block) : headHeightOn(page, block),
    ),
  );
  return fitsOn(page, room) ? room : undefined;
}

function headHeightOn(page: Page, block: Block): number {
  switch (block.type) {
    case 'table':
      return headHeight(block, page);
    case 'signatures':
      return sumOf(lineHeights(block, page).slice(0, heldAtEnds));
    case 'numbered-list':
      return heightOn(page, { ...block, items: block.items.slice(0, listHead) });
    default:
      return heightOn(page, block);
  }
}

/** About how high a block stands with the space around it, points. */
function heightOn(page: Page, block: Block): number {
  const around = 8;
  const textOf = (text: string, size: keyof typeof fontSizes = 'text'): number =>
    heightOf(text, points(textWidth(page)), size);
  switch (block.type) {
    case 'heading':
      return around + around + textOf(block.text);
    case 'paragraph':
      return around + textOf(block.runs.map(({ text }) => text).join(''), block.size);
    case 'numbered-list':
      return around + sumOf(block.items.map(({ text }) => textOf(text)));
    case 'spread':
      return 3 * around + textOf(block.left + block.center + block.right);
    case 'table':
      return around + sumOf(rowHeights(block, page));
    case 'signatures':
      return sumOf(lineHeights(block, page));
  }
}

const lengthOf = (texts: readonly string[]): number => sumOf(texts.map(({ length }) => length));

function charactersOf(block: Block): number {
  switch (block.type) {
    case 'heading':
      return block.text.length;
    case 'paragraph':
      return lengthOf(block.runs.map(({ text }) => text));
    case 'numbered-list':
      return lengthOf(block.items.slice(0, listHead).map(({ text }) => text));
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
