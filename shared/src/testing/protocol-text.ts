import type { Block, ProtocolDocument } from '../protocol/document.ts';
import { sectionsOf } from '../protocol/sections.ts';

/** Every text of some blocks in reading order, one string per paragraph or cell, fixed spaces as plain ones. */
export const blockTexts = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap((block): string[] => {
      switch (block.type) {
        case 'heading':
          return [block.text];
        case 'paragraph':
          return [block.runs.map(({ text }) => text).join('')];
        case 'numbered-list':
          return block.items.map(({ label, text }) => `${label} ${text}`);
        case 'table':
          return [...block.columns.map(({ title }) => title), ...block.rows.flatMap(({ cells }) => cells)];
        case 'spread':
          return [block.left, block.center, block.right];
        case 'signatures':
          return block.lines.flatMap(({ post, name }) => [post, name]);
      }
    })
    .map((text) => text.replaceAll('\u00A0', ' '));

/** All of a document as it is printed. */
export const documentTexts = (document: ProtocolDocument): string[] =>
  sectionsOf(document).flatMap(({ blocks }) => blockTexts(blocks));
