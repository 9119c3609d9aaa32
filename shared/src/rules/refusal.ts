import { sentenceOf, type FieldError } from './fault.ts';

/** Every reason the rules can say no. Screens translate a code, HTTP gives it a status, the protocol cites it. */
export const refusalCodes = [
  'forbidden',
  'not-on-the-roll',
  'not-found',
  'no-vote',
  'session-not-open',
  'round-open',
  'round-not-open',
  'another-round-open',
  'not-present',
  'recused',
  'presiding-recused',
  'presiding-absent',
  'already-voted',
  'already-voted-in-person',
  'ballot-changed-elsewhere',
  'command-id-reused',
  'no-quorum',
  'too-few-nominees',
  'relied-on',
  'journal-moved',
  'stale',
  'gaps-in-protocol',
  'deadline-passed',
  'choice-not-offered',
  'incomplete-ballot',
  'out-of-range',
  'abstain-not-allowed',
  'not-allowed-by-rules',
  'too-large',
  'invalid',
  'too-many',
  'database-away',
  'mail-off',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An ordinary answer. `detail` says in plain words what was at fault; `fields` name the fields, where it was one. */
export interface Refused {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly detail: string;
  readonly fields?: readonly FieldError[];
}

export const refuse = (code: RefusalCode, detail: string): Refused => ({ outcome: 'refused', code, detail });

/** Refused for what stands in these fields. */
export const refuseFields = (code: RefusalCode, ...fields: readonly FieldError[]): Refused => ({
  ...refuse(code, sentenceOf(fields)),
  fields,
});
