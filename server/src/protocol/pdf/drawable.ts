import type { Node } from 'pdfmake';

/** Whether a font has a letter. */
export type HasLetter = (codePoint: number) => boolean;

/** What the library itself takes for the end of a line or a wide space. */
const laidOut = /[\n\r\t]/;
const unseen = /\p{Cc}|\p{Default_Ignorable_Code_Point}/u;

/**
 * The same content with «�» for every letter that the font lacks. Drawn as the empty box of the font it would be no
 * text at all, and the file no PDF/A (ISO 19005-2, 6.2.11.8).
 */
export function drawable(node: Node, hasLetter: HasLetter): Node {
  const all = (nodes: readonly Node[]): Node[] => nodes.map((each) => drawable(each, hasLetter));
  const { text, stack, columns, section, table } = node;
  return {
    ...node,
    ...(text !== undefined && { text: typeof text === 'string' ? lettersOf(text, hasLetter) : all(text) }),
    ...(stack && { stack: all(stack) }),
    ...(columns && { columns: all(columns) }),
    ...(section && { section: all(section) }),
    ...(table && { table: { ...table, body: table.body.map(all) } }),
  };
}

const lettersOf = (text: string, hasLetter: HasLetter): string =>
  text.replace(/./gsu, (letter) => {
    if (hasLetter(letter.codePointAt(0)!) || laidOut.test(letter)) return letter;
    if (/\s/.test(letter)) return ' ';
    return unseen.test(letter) ? '' : '\uFFFD';
  });
