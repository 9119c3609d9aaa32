import type { Node } from 'pdfmake';
import { fontSizes } from '../page-layout.ts';

/** A word with a hyphen, dash or slash inside, too short to be worth breaking. */
const parting = /(?<=^| )([^ ]{1,40}(?<=[\p{L}\d»“)][-–/][^ ]*)(?: |$))/u;

/** A word that fits on no line; it is broken between any two letters. */
const endless = /([^ ]{71,})/u;

/**
 * A line is justified between all places where it could break, so a double surname would be torn at its hyphen:
 * such words are made whole.
 */
export const unparted = ({ text, ...look }: Node & { text: string }): Node[] =>
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

/** About how high a text stands in a column, points. A row that may be taller than a page must be allowed to break. */
export const heightOf = (text: string, width: number, size: keyof typeof fontSizes): number =>
  Math.ceil((text.length * fontSizes[size] * 0.6) / width) * fontSizes[size] * 1.25;

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
