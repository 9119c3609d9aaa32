/**
 * Every way a field can be at fault, with its words for people who read the wire. Programs go by the code;
 * screens have words of their own, which the compiler keeps complete.
 */
export const faultWords = {
  missing: 'is missing',
  unknown: 'is not a known field',
  empty: 'must not be empty',
  malformed: 'cannot be read as a request',
  'too-long': 'must have at most {{most}} characters',
  'too-short': 'must have at least {{least}} characters',
  'too-many': 'must have at most {{most}} elements',
  'too-few': 'must have at least {{least}} elements',
  repeated: 'stands here a second time',

  object: 'must be an object',
  list: 'must be a list',
  text: 'must be a text without NUL or lone surrogates',
  flag: 'must be true or false',
  whole: 'must be a whole number from {{least}} to {{most}}',
  decimal: 'must be a decimal number as text, such as "7.5"',
  id: 'must be a text of 1 to {{most}} characters without NUL or lone surrogates',
  uuid: 'must be a UUID',
  'one-of': 'must be one of {{options}}',
  'one-field-of': 'must be an object with one of {{options}}',
  moment: 'must be a moment such as 2021-07-01T00:00:00+03:00',
  past: 'must be in the future',
  day: 'must be a calendar day such as 2021-06-30',
  'time-zone': 'must be the IANA name of a time zone, such as Europe/Moscow',
  login: 'must be 1 to {{most}} letters, digits or . _ @ + -',
  digest: 'must be a SHA-256 in hex',
  base64: 'must be base64',
  rehearsal: 'must be true, false or an object',

  'not-there': 'names nothing that is there',
  taken: 'is taken',
  'number-taken': 'is the number of another session of the contest',
  email: 'must be an e-mail address of at most {{most}} characters',
  'no-email': 'has no e-mail address',
  'login-unknown': 'is the login of nobody',
  'login-of-another': 'is the login of {{name}}; to take it, name them in accountName',
  'known-password': 'has a password that everybody knows: it has a part in rehearsals only',
  'password-known': 'is the password of the demonstration, which everybody knows',
  'password-wrong': 'is wrong',
  'seat-taken': 'has a seat in the session already',
  encoding: 'has bytes in line {{line}} that are not {{encoding}}',

  reserved: 'is reserved',
  'not-on-roll': 'is not on the roll',
  'on-roll': 'is on the roll, or stands in for somebody on it',
  'nobody-votes': 'nobody has a vote',
  seats: 'must be at least {{least}}, the seats with a vote',
  threshold: 'must be a share from 0 to 1, in whole numbers',
  'more-than-whole': 'asks for more than the whole',
  'nobody-counts': 'counts nobody: neither who is in the room nor who attends by video',
  'absentee-not-allowed': 'counts written ballots, but there are none',
  'substitute-not-allowed': 'counts substitutes, but there are none',
  'nobody-present': 'is a share of those present, but nobody is in a written procedure (rule 1.8)',
  'only-written': 'is for a written procedure alone (rule 1.8)',
  'two-ends': 'stands beside a duration: only one of them ends a round',
  'within-days': 'must be within the next {{most}} days',
  edition: 'names no edition of the rules that may be taken here',
  'written-procedure': 'is not in the first edition of the rules',
  'casting-vote': 'has a casting vote, but the presiding seat votes',
  'majority-of-points': 'asks for a majority of points, which is not offered (rule 6.3)',
  'all-need-a-share':
    'lets everybody win who meets a majority, a floor or a minimum score, and none is asked for',
  'carry-without-points': 'is for points alone, not for votes nor for a sum of places (rule 5.8)',
  'prior-score-carried': 'has prior-score, which is counted into the totals already (rule 5.8)',
  'minimum-of-places': 'has no sense with a sum of places: the lowest wins',
  'partial-of-places': 'has no sense with a sum of places, which needs a full ranking',
  'motion-nominees': 'must be empty: a motion has no nominees',
  'choose-range': 'must be a whole number, not less than min',
  'no-points': 'must be a points table, or sumOfPlaces true',
  'negative-points': 'must be decimal numbers of zero or more',
  'rising-points': 'must not rise: a better place is worth at least as much',
  'no-criteria': 'must have at least one criterion',
  'max-not-above-min': 'must be above min',
  'not-above-zero': 'must be above zero',

  'not-offered': 'is not offered here',
  incomplete: 'has {{given}} answers of {{least}}',
  scale: 'must be from {{min}} to {{max}} in steps of {{step}}',
  changed: 'has been changed meanwhile',
  'not-issued': 'is not the digest of the issued PDF',
} as const;
export type FaultCode = keyof typeof faultWords;

type NamesIn<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What the words of a fault are filled with, and what a screen fills its own with. */
export type FaultParameters<Code extends FaultCode> = Readonly<
  Record<NamesIn<(typeof faultWords)[Code]>, string | number>
>;

export interface FieldError {
  /** Dotted path into the request, lists by index: `ballot.nominees.0`. Empty for the request as a whole. */
  readonly path: string;
  readonly code: FaultCode;
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** English, for people. Nothing compares it. */
  readonly message: string;
}

export function fault<Code extends FaultCode>(
  path: string,
  code: Code,
  ...[parameters]: NamesIn<(typeof faultWords)[Code]> extends never ? [] : [FaultParameters<Code>]
): FieldError {
  const values = parameters as FieldError['parameters'];
  const message = faultWords[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values?.[name]));
  return { path, code, ...(values && { parameters: values }), message };
}

/** The path of a member of what stands at `path`. */
export const under = (path: string, ...names: readonly (string | number)[]): string =>
  [...(path === '' ? [] : [path]), ...names].join('.');

/** The same faults seen from outside: what is checked stands at `path`. */
export const within = (path: string, faults: readonly FieldError[]): FieldError[] =>
  faults.map((each) => ({ ...each, path: under(path, ...(each.path === '' ? [] : [each.path])) }));

/** Faults in one sentence, for a log or a reader of the wire. */
export const sentenceOf = (faults: readonly FieldError[]): string =>
  faults.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');

/** Asking only for too much is refused with the bound it met; any other fault makes a request malformed. */
export const asksForTooMuch = (faults: readonly FieldError[]): boolean =>
  faults.every(({ code }) => code === 'too-long' || code === 'too-many');
