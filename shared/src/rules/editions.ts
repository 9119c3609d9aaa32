/**
 * The edition of these rules that a session was convened under (rule 12.6). The first had no number: a journal that
 * names none is decided and recounted by it to its end.
 */
export type Edition = 2;

/** What sessions are convened under from now on. */
export const currentEdition: Edition = 2;

/**
 * Everything that decides otherwise than in the first edition, and from which on. Whatever a rule of a later edition
 * refuses, limits or records anew gets a name here and is asked for by `binds`; nobody else looks at the number.
 */
const changes = {
  /** 2.4: whoever presides must be there. */
  'presiding-present': 2,
  /** 1.8: the form `correspondence`, a vote without anybody present. */
  'written-procedure': 2,
  /** 7.2: what is shared in a runoff leaves its place to be filled as one with the rest of it. */
  'freed-places-rejoin': 2,
  /** 4.2: `minEntries` are asked for before the first round alone. */
  'entries-of-first-round': 2,
  /** 4.4: what follows while a majority leaves places open, and a kind of round of its own for it. */
  'next-rounds': 2,
  /** 9.2: an annulled round awaits nobody, whatever it awaited. */
  'annulled-awaits-nobody': 2,
  /** 6.2: a total of zero wins nothing, unless some criterion counts below zero. */
  'zero-wins-nothing': 2,
  /** 12.4: what the edge refuses, bounds and unknown fields, does not hold in a journal either. */
  'bounds-in-journal': 2,
} as const satisfies Readonly<Record<string, Edition>>;

/** Whether a change of the rules holds for a session. */
export const binds = (
  change: keyof typeof changes,
  { edition = 1 }: { readonly edition?: number },
): boolean => edition >= changes[change];

/** Whether this program knows the rules of a journal or a plan. */
export const isKnownEdition = ({ edition }: { readonly edition?: number }): boolean =>
  edition === undefined || edition === currentEdition;

/** Whether an amendment leaves the edition or raises it; no journal goes back to rules that it has left. */
export const keepsEdition = (
  { edition: before = 1 }: { readonly edition?: number },
  { edition: after = before }: { readonly edition?: number },
): boolean => after >= before;
