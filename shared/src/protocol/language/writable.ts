/** Everything that XML 1.0 (production 2, Char) does not allow, with the breaks of a word processor that it calls controls. */
const unwritable = /(?![\t\n\r\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** «�» where a letter may be lost, a space for a break, nothing for a control that nobody saw. */
const instead = (each: string): string => {
  if (each === '\v' || each === '\f') return ' ';
  return each < ' ' ? '' : '\ufffd';
};

/**
 * The same with no text in it that a document cannot hold: one such character makes a DOCX or XLSX that no program
 * opens, and an issued one is frozen. Every renderer asks for it, since a journal may hold what a document may not: it
 * takes all that PostgreSQL and a hash can (rules, "Bounds"), journals of that kind exist, and a text is not refused
 * for a character that nobody sees. The journal itself keeps what was written.
 */
export function writable<Tree>(tree: Tree): Tree {
  if (typeof tree === 'string') return tree.replace(unwritable, instead) as Tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(writable) as Tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, writable(value)])) as Tree;
}
