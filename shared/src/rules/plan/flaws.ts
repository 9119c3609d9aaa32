/** Everything that can contradict itself in a rule set or a question, as the server says it to its clients. */
export const flaws = {
  threshold: '0 ≤ n/d ≤ 1 in whole numbers',
  'more-than-whole': 'more than the whole is impossible',
  'nobody-counts': 'nobody would count: neither who is in the room nor who attends by video',
  'absentee-not-allowed': 'absentee counts, but there are no written ballots',
  'substitute-not-allowed': 'substitutes count, but there are none',
  'nobody-present': 'a share of those present, but nobody is in a written procedure (rule 1.8)',
  'casting-vote': 'a casting vote of a seat that votes',
  'tie-twice': 'a tie-breaker is named twice',
  decimal: 'a decimal number as text',
  'majority-of-points': 'a majority of points is not offered (rule 6.3)',
  'minimum-of-places': 'of a sum of places the lowest wins',
  'partial-of-places': 'a sum of places needs a full ranking',
  'motion-nominees': 'a motion has no nominees',
  'choose-range': '1 ≤ min ≤ max in whole numbers',
  'no-points': 'a points table or sumOfPlaces',
  'negative-points': 'decimal numbers of zero or more',
  'rising-points': 'a better place is worth at least as much',
  'no-criteria': 'at least one',
  'criterion-twice': 'criterionId is used twice',
  digits: 'from 0 to 6',
  'criterion-decimal': 'decimal numbers as text',
  'max-not-above-min': 'above min',
  'not-above-zero': 'above zero',
} as const;
export type FlawName = keyof typeof flaws;

/** A contradiction and the field that shows it. */
export interface Flaw {
  readonly path: string;
  readonly flaw: FlawName;
}

export const flawAt = (path: string, flaw: FlawName): Flaw => ({ path, flaw });

export const wordsOf = ({ path, flaw }: Flaw): string => `${path}: ${flaws[flaw]}`;

const names = Object.keys(flaws) as FlawName[];

/** The flaw that the server means by these words. */
export const flawSaid = (words: string): FlawName | undefined => names.find((name) => flaws[name] === words);
