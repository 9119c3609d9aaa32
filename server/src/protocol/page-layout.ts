import type { Block, Column, Orientation } from '@open-ballot/shared/protocol/document';

/** ГОСТ Р 7.0.97-2016: A4, 30 mm at the edge where pages are bound. A landscape page is bound at its top. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** Millimetres. */
export const pages: Readonly<Record<Orientation, Page>> = {
  portrait: { width: 210, height: 297, margin: { left: 30, top: 20, right: 10, bottom: 20 } },
  landscape: { width: 297, height: 210, margin: { left: 20, top: 30, right: 20, bottom: 10 } },
};

/** Points of a length in millimetres. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

/** The page number stands this far from the upper edge, millimetres. */
export const headerDistance = 10;

/** What runs above every page stands above the number, millimetres from the edge. */
export const markDistance = 5;

export const textWidth = ({ width, margin }: Page): number => width - margin.left - margin.right;

export const textHeight = ({ height, margin }: Page): number => height - margin.top - margin.bottom;

/** First-line indent, millimetres. */
export const indent = 12.5;

/** Points. */
export const fontSizes = { text: 14, note: 12, small: 9, table: 12, dense: 10 } as const;

/** Space above a paragraph that is not running text, points. */
export const spaceAbove = { note: 3, small: 14 } as const;

/** Widths of columns in the unit of `total`, by their weights. */
export function columnWidths(columns: readonly Column[], total: number): number[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => (total * weight) / weights);
}

/** Parts of a signature line: post, space for the signature, name. */
export const signatureShares = [0.36, 0.24, 0.4] as const;

/** A table of no more rows stays on one page. */
export const heldRows = 12;

/** No fewer rows, or lines to be signed, stand together where a page ends within a longer table. */
export const heldAtEnds = 2;

/**
 * Whether a block must stay on the page of the block after it: headings, whatever stands before signatures, and the
 * line for the day below them.
 */
export const staysWith = (block: Block, next: Block | undefined): boolean =>
  next !== undefined &&
  (block.type === 'heading' ||
    (block.type === 'paragraph' && block.keepWithNext === true) ||
    next.type === 'signatures' ||
    (block.type === 'signatures' && next.type === 'paragraph' && next.size !== 'small'));
