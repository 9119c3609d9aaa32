/** Every limit of what people send, once: read by the rules, the edge, the import and the forms ("Bounds" of the rules). */
export const bounds = {
  roll: 2_500,
  questions: 200,
  nominees: 200,
  criteria: 50,
  /** Entrants who have won before a session. */
  earlierWinners: 10_000,
  /** Nominations of a contest: each may become a question of one session. */
  nominations: 200,
  /** Entries in a page of the journal. */
  journalPage: 1_000,

  /** Characters, as all lengths below. */
  text: 10_000,
  /** Ids that clients choose. */
  id: 64,
  /** The number of a session, as the protocol prints it. */
  sessionNumber: 64,
  /** Names and titles that a contest keeps, and names of accounts. */
  name: 1_000,
  materials: 2_000,
  login: 64,
  /** Of an e-mail address (RFC 5321, 4.5.3.1). */
  email: 254,
  /** With guessing slowed down, more than eight would only be written on paper; a thousand to hash is no weapon. */
  password: { least: 8, most: 1_000 },
  fileName: 255,
  /** Characters of base64 of a detached signature: 384 KiB, many times a whole chain of certificates. */
  signature: 524_288,

  /** Digits before and after the point of a decimal number; a spreadsheet's average has up to twelve after it. */
  decimal: { whole: 12, fraction: 12 },
  /** Digits that totals may be rounded to (rule 5.5). */
  rounding: 6,
  /** Either number of a share. */
  share: 10_000,
  /** First and next rounds of one question (rule 4.4). */
  rounds: 100,
  roundSeconds: 86_400,
  /** Days that a round of a written procedure may last (rule 1.8). */
  writtenDays: 60,
  position: 2 ** 31 - 1,

  /** Faults named in one answer: enough to mend a form by. */
  faults: 100,
} as const;
