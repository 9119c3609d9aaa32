import type {
  Alignment,
  Block,
  Column,
  Heading,
  NumberedList,
  Paragraph,
  Run,
  Signatures,
  Table,
  TableRow,
} from './document.ts';
import { typographic } from './language/typography.ts';

/** Constructors of blocks. All text of a document passes here, so quotes, dashes and fixed spaces are right everywhere. */
type ParagraphLook = Partial<Omit<Paragraph, 'type' | 'runs'>>;

export const heading = (level: Heading['level'], text: string, alignment: Alignment = 'left'): Heading => ({
  type: 'heading',
  level,
  text: typographic(text),
  alignment,
});

export const paragraph = (text: string | readonly Run[], look: ParagraphLook = {}): Paragraph => ({
  type: 'paragraph',
  runs: (typeof text === 'string' ? [{ text }] : text).map((run) => ({
    ...run,
    text: typographic(run.text),
  })),
  alignment: 'justify',
  indented: true,
  size: 'text',
  ...look,
});

/** A remark below a table: smaller and not indented. */
export const note = (text: string | readonly Run[], look: ParagraphLook = {}): Paragraph =>
  paragraph(text, { size: 'note', indented: false, alignment: 'left', ...look });

/** Free text of a person: one paragraph per line. */
export const prose = (text: string): Paragraph[] => linesOf(text).map((line) => paragraph(line));

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const numberedList = (items: readonly { label: string; text: string }[]): NumberedList => ({
  type: 'numbered-list',
  items: items.map(({ label, text }) => ({ label, text: typographic(text) })),
});

export const signatures = (lines: Signatures['lines']): Signatures => ({
  type: 'signatures',
  lines: lines.map(({ post, name }) => ({ post: typographic(post), name: typographic(name) })),
});

export const spread = (left: string, center: string, right: string): Block => ({
  type: 'spread',
  left: typographic(left),
  center: typographic(center),
  right: typographic(right),
});

export const column = (title: string, weight: number, alignment: Column['alignment'] = 'center'): Column => ({
  title: typographic(title),
  weight,
  alignment,
});

export const row = (cells: readonly (string | number)[], emphasis = false): TableRow => ({
  cells: cells.map((cell) => typographic(String(cell))),
  ...(emphasis && { emphasis }),
});

export const table = (
  columns: readonly Column[],
  rows: readonly TableRow[],
  look: Partial<Pick<Table, 'keyColumns' | 'size'>> = {},
): Table => ({ type: 'table', columns, rows, keyColumns: 1, size: 'table', ...look });
