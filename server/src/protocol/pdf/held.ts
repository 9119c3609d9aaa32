import type { Block } from '@open-ballot/shared/protocol/document';
import { heldRows } from '../page-layout.ts';

/** More than this is not held together: what cannot be broken and fits on no page would be lost. */
const most = { characters: 1_500, rows: heldRows };

/** So many items of a list stay with the heading above it; the others may go on overleaf. */
export const listHead = 2;

/** Whether blocks are small enough to stand together on one page. */
export const isHeld = (blocks: readonly Block[]): boolean =>
  blocks.reduce((sum, block) => sum + charactersOf(block), 0) <= most.characters &&
  blocks.every((block) => rowsOf(block) <= most.rows);

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
