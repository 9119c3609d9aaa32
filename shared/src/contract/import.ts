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
  members: ['name', 'post', 'body', 'role', 'votes', 'accountLogin'],
} as const;
export type NomineeColumn = (typeof importColumns)['nominees'][number];
export type MemberColumn = (typeof importColumns)['members'][number];
export type ImportColumn = NomineeColumn | MemberColumn;

/** Beyond them a table is refused as a whole. */
export const importBounds = {
  /** Bytes of the file. */
  bytes: 4 * 1024 * 1024,
  /** Rows with something in them, the header aside. */
  rows: 2_500,
} as const;

export const templateFormats = ['xlsx', 'csv'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** Body of `POST /api/contests/:id/import`. */
export interface ImportRequest {
  readonly what: ImportKind;
  /** The bytes of the file in base64. What they are, XLSX or CSV, is told by the bytes. */
  readonly file: string;
  /** All nominees go into this nomination; without it each goes where its row says. */
  readonly nominationId?: string;
  /** Nominations that rows name and the contest lacks are added; without it they are faults. */
  readonly addNominations?: boolean;
  /** Writes everything, unless a row is at fault; without it the answer is only what would happen. */
  readonly apply?: boolean;
}

export interface ImportReport {
  readonly what: ImportKind;
  /** Everything in it has been written. False: nothing has. */
  readonly applied: boolean;
  /** What was recognised in the header, from left to right. */
  readonly columns: readonly { readonly column: ImportColumn; readonly title: string }[];
  /** Titles of columns that are not read. */
  readonly unread: readonly string[];
  readonly rows: readonly ImportedRow[];
  readonly sound: number;
  readonly faulty: number;
  /** What is added to hold the nominees, as the rows spell it. */
  readonly newNominations: readonly { readonly title: string; readonly category?: string }[];
}

export interface ImportedRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** What will be kept (moments in UTC, roles and votes by their names here); where a cell is at fault, what it says. */
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly faults: readonly ImportFault[];
}

/** Why a row cannot be taken, and at which of its cells. */
export type ImportFault = { readonly column: ImportColumn } & (
  | { readonly fault: (typeof plainFaults)[number] }
  | { readonly fault: 'too-long'; readonly most: number }
  /** The table has it already, in this row. */
  | { readonly fault: 'repeated' | 'login-repeated'; readonly row: number }
);

const plainFaults = [
  'required',
  'bad-characters',
  'bad-number',
  'bad-moment',
  'bad-role',
  'bad-vote',
  /** A formula that came to an error. */
  'broken-cell',
  'no-such-nomination',
  /** The contest has several of this title: the category must tell which. */
  'several-nominations',
  'no-such-login',
  /** Another member of the commission signs in there. */
  'login-taken',
  'already-there',
  /** The nomination, the commission or the contest is full before this row. */
  'too-many',
] as const;
export const importFaults = [...plainFaults, 'too-long', 'repeated', 'login-repeated'] as const;

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
  /** `fields` names the columns. */
  'missing-column',
  /** Two columns claim to be the one that `fields` names. */
  'repeated-column',
] as const;
export type TableFault = (typeof tableFaults)[number];
