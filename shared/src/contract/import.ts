/** What a table can bring into a contest. */
export const importKinds = ['nominees', 'members'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The columns a table may have, in the order of the template. Named after the fields they fill. */
export const importColumns = {
  nominees: [
    'nomination',
    'category',
    'name',
    'organisation',
    'region',
    'priorScore',
    'appliedAt',
    'entrantId',
    'materials',
  ],
  members: ['name', 'post', 'body', 'role', 'votes', 'email', 'accountLogin'],
} as const;
export type NomineeColumn = (typeof importColumns)['nominees'][number];
export type MemberColumn = (typeof importColumns)['members'][number];
export type ImportColumn = NomineeColumn | MemberColumn;

/** Columns that together make the name of a person. */
export const nameParts = ['surname', 'givenName', 'patronymic'] as const;
/** What a column of a table can be read as. */
export type ColumnMeaning = ImportColumn | (typeof nameParts)[number];
export const columnMeanings = {
  nominees: [...importColumns.nominees, ...nameParts],
  members: [...importColumns.members, ...nameParts],
} as const satisfies Record<ImportKind, readonly ColumnMeaning[]>;

/** Beyond them a table is refused as a whole. */
export const importBounds = {
  /** Bytes of the file. */
  bytes: 4 * 1024 * 1024,
  /** Rows with something in them, the header aside. */
  rows: 2_500,
  /** Rows of a sheet, empty ones among them, that are looked at. Beyond them it is no list of people. */
  lines: 10_000,
  /** Columns that are looked at. */
  columns: 100,
} as const;

/** How a text file may be encoded. */
export const tableEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'x-mac-cyrillic',
] as const;
export type TableEncoding = (typeof tableEncodings)[number];

/** What the secretary decides about a row. */
export const rowTreatments = [
  /** It is an entry, though it does not look like one. */
  'read',
  'leave-out',
  /** The changes to who is there already are meant. */
  'change',
  /** It is somebody else than who is there under that name. */
  'add',
] as const;
export type RowTreatment = (typeof rowTreatments)[number];

export const templateFormats = ['xlsx', 'csv'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** Body of `POST /api/contests/:id/import`. */
export interface ImportRequest {
  readonly what: ImportKind;
  /** The bytes of the file in base64. What they are, XLSX or CSV, is told by the bytes. */
  readonly file: string;
  /** Of a workbook; without it, the first one that is not hidden. */
  readonly sheet?: string;
  /** The row of the titles as the spreadsheet counts it, 0 where there is none; without it, found by the titles. */
  readonly headerRow?: number;
  /** What columns are read as, counted from 0, against what their titles say; null: not read. */
  readonly columns?: readonly { readonly index: number; readonly reads: ColumnMeaning | null }[];
  readonly rows?: readonly RowWish[];
  /** All nominees go into this nomination; without it each goes where its row says. */
  readonly nominationId?: string;
  /** Nominations that rows name and the contest lacks are added; without it they are faults. */
  readonly addNominations?: boolean;
  /** Writes everything, unless a row is at fault; without it the answer is only what would happen. */
  readonly apply?: boolean;
  /** The `digest` of what the secretary was shown. Nothing is written when it would come to something else by now. */
  readonly seen?: string;
}

export interface RowWish {
  readonly row: number;
  readonly as?: RowTreatment;
  /** Whose account the login of the row is, where it may be taken for somebody else's. */
  readonly accountName?: string;
}

export interface ImportReport {
  readonly what: ImportKind;
  /** Everything in it has been written. False: nothing has. */
  readonly applied: boolean;
  readonly source: TableSource;
  /** The last row of titles; 0 where there is none. */
  readonly headerRow: number;
  /** Every column with a title or with something in it, from left to right. */
  readonly columns: readonly TableColumn[];
  /** Columns that must be there and are not, or claim to be the same. While there are any, no row is looked at. */
  readonly unclear: readonly { readonly column: ImportColumn; readonly is: 'missing' | 'repeated' }[];
  readonly rows: readonly ImportedRow[];
  /** Rows that are no entries, and why. */
  readonly skipped: readonly SkippedRow[];
  readonly sound: number;
  readonly faulty: number;
  /** What is added to hold the nominees, as the rows spell it. */
  readonly newNominations: readonly { readonly title: string; readonly category?: string }[];
  /** Of all that would be written. */
  readonly digest: string;
}

export type TableSource =
  | {
      readonly format: 'xlsx';
      readonly sheet: string;
      readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
    }
  | { readonly format: 'csv'; readonly encoding: TableEncoding; readonly delimiter: ';' | ',' | '\t' };

export interface TableColumn {
  /** Counted from 0. */
  readonly index: number;
  /** Empty where there is none. */
  readonly title: string;
  /** Undefined: it is not read. */
  readonly reads?: ColumnMeaning;
  readonly hidden?: true;
  /** What stands first in it. */
  readonly sample?: string;
}

export interface ImportedRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** What will be kept (moments in UTC, roles and votes by their names here); where a cell is at fault, what it says. */
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly faults: readonly ImportFault[];
  /** `known`: there already, and nothing of it changes. `changed`: there, and the table says otherwise. */
  readonly state: 'new' | 'known' | 'changed';
  /** Where the table says otherwise, and what is there now (empty: nothing). Written only if `confirmed`. */
  readonly changes?: readonly { readonly column: ImportColumn; readonly was: string }[];
  readonly confirmed?: true;
  /** The spreadsheet does not show it. */
  readonly hidden?: true;
}

export interface SkippedRow {
  readonly row: number;
  /** What stands in it. */
  readonly text: string;
  readonly reason: SkipReason;
  readonly hidden?: true;
}

export const skipReasons = [
  /** Above the titles. */
  'above',
  /** The titles once more, as on the next page of a printed list. */
  'header',
  /** «1 2 3 4» beneath the titles. */
  'numbering',
  /** «Члены комиссии:», «Номинация …»: what it says of a role or a nomination holds for the rows beneath. */
  'section',
  'total',
  'signature',
  'note',
  /** Nothing in any column that is read. */
  'nothing-read',
  /** The secretary said so. */
  'left-out',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Why a row cannot be taken, and at which of its cells. */
export type ImportFault =
  | ({ readonly column: ImportColumn } & (
      | { readonly fault: (typeof plainFaults)[number] }
      | { readonly fault: 'too-long'; readonly most: number }
      /** The table has it already, in this row. */
      | { readonly fault: 'repeated' | 'login-repeated'; readonly row: number }
      /** The account has another name, is an officer's or is used elsewhere: it must be said that it is meant. */
      | { readonly fault: 'login-of-another'; readonly name: string }
    ))
  /** The cell, by the number of its column, stands under no title and would be lost. */
  | { readonly fault: 'untitled'; readonly index: number; readonly text: string };

const plainFaults = [
  'required',
  'bad-characters',
  'bad-number',
  'bad-moment',
  'bad-role',
  'bad-vote',
  'bad-email',
  /** A formula that came to an error, or without the value it came to. */
  'broken-cell',
  'no-such-nomination',
  /** The contest has several of this title: the category must tell which. */
  'several-nominations',
  'no-such-login',
  /** Another member of the commission signs in there. */
  'login-taken',
  /** Everybody knows its password: it has a part in rehearsals only. */
  'known-password',
  /** The nomination, the commission or the contest is full before this row. */
  'too-many',
] as const;
export const importFaults = [
  ...plainFaults,
  'too-long',
  'repeated',
  'login-repeated',
  'login-of-another',
  'untitled',
] as const;

/** Codes of problems (status 422) with the table as a whole, beside `too-large` and `invalid`. */
export const tableFaults = [
  /** Neither XLSX nor CSV. */
  'no-table',
  'password-protected',
  /** XLS of before 2007. */
  'old-excel',
  /** Looks like XLSX or CSV, but does not end well. */
  'broken-table',
  'empty-table',
  'too-many-rows',
  /** Bytes that are not in the encoding of the rest; a parameter of `fields` names it. */
  'damaged-encoding',
  /** A text in none of `tableEncodings`. */
  'unknown-encoding',
  /** The workbook has no sheet of the name that was asked for. */
  'no-such-sheet',
] as const;
export type TableFault = (typeof tableFaults)[number];
