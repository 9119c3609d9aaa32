/**
 * The protocol as data: named parts made of a few generic blocks.
 *
 * Renderers draw blocks and know nothing of voting, so that DOCX, PDF and CSV cannot disagree. Every number of
 * the document stands here as text already; only page numbers are a renderer's own. `buildSheets` tells the same to
 * a spreadsheet, in numbers and moments to count with.
 */
export interface ProtocolDocument {
  /** One line for the properties of a file: «Протокол № 5 от 25 июня 2021 г.». */
  readonly title: string;
  /** The body whose document this is. */
  readonly author: string;
  readonly status: 'draft' | 'issued';
  /** Runs above every page: that a rehearsal is one. */
  readonly pageHeader?: string;
  /** Lies across every page until the protocol is issued. */
  readonly watermark?: string;
  readonly header: readonly Block[];
  readonly intro: readonly Block[];
  readonly agenda: readonly Block[];
  readonly questions: readonly QuestionPart[];
  readonly dissents: readonly Block[];
  readonly appendixList: readonly Block[];
  readonly signatures: readonly Block[];
  readonly appendices: readonly Appendix[];
  readonly smallPrint: readonly Block[];
}

/** One question of the agenda: СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ and the votes behind the decision. */
export interface QuestionPart {
  readonly questionId: string;
  readonly number: number;
  readonly heading: readonly Block[];
  readonly reported: readonly Block[];
  readonly discussed: readonly Block[];
  readonly resolved: readonly Block[];
  readonly votes: readonly Block[];
}

export type AppendixKind = 'attendance' | 'roll-call' | 'score-sheets' | 'dissents' | 'recusals';

export interface Appendix {
  readonly kind: AppendixKind;
  readonly number: number;
  readonly title: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

export type Orientation = 'portrait' | 'landscape';
export type Alignment = 'left' | 'center' | 'right' | 'justify';

export type Block = Heading | Paragraph | NumberedList | Table | Spread | Signatures;

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Level 1 is the title of the document or of an appendix, 2 a question, 3 a word such as РЕШИЛИ. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly alignment: Alignment;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly runs: readonly Run[];
  readonly alignment: Alignment;
  /** First line set in by 1.25 cm. */
  readonly indented: boolean;
  readonly size: 'text' | 'note' | 'small';
  /** Stays on the page of the block that follows. */
  readonly keepWithNext?: boolean;
}

/** The label is text, not a counter of the word processor: decisions are numbered 2.1, 2.2 by their question. */
export interface NumberedList {
  readonly type: 'numbered-list';
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly weight: number;
  readonly alignment: 'left' | 'center';
}

/** Header rows repeat on every page, a row never breaks across pages. */
export interface Table {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** How many leading columns name the row: repeated when the table is too wide for one page. */
  readonly keyColumns: number;
  readonly size: 'table' | 'dense';
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly emphasis?: boolean;
}

/** One line with something at the left, the middle and the right: place, date, number. */
export interface Spread {
  readonly type: 'spread';
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/** Lines to be signed by hand. They stay together, and on the page of the block before them. */
export interface Signatures {
  readonly type: 'signatures';
  readonly lines: readonly { readonly post: string; readonly name: string }[];
}

/** One table of the workbook: a caption, a header that stays in sight, rows, and notes below them. */
export interface Sheet {
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly SheetColumn[];
  /** How many leading columns stay in sight as well. */
  readonly frozenColumns: number;
  readonly rows: readonly SheetRow[];
  readonly notes: readonly string[];
}

export interface SheetColumn {
  readonly title: string;
  /** In digits of the font, as spreadsheets measure. */
  readonly width: number;
}

export interface SheetRow {
  readonly cells: readonly Cell[];
  readonly emphasis?: boolean;
}

export type Cell =
  | { readonly type: 'empty' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'whole'; readonly value: number }
  /** Exact, with a point: a number only where binary floating point holds every digit. */
  | { readonly type: 'decimal'; readonly text: string }
  /** On the clock of the session's time zone, without an offset: 2021-06-25T09:50:00.000. */
  | { readonly type: 'moment'; readonly at: string };
