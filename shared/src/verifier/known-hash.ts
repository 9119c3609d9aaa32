import type { JournalEntry } from '../rules/events.ts';

/** How many hex digits of a hash vouch for entries, and how many only find the place (rule 12.3). */
export const knownDigits = { fewest: 16, vouching: 32, most: 64 } as const;

/** What a known hash covers of a journal that holds it: all entries, those up to its own, or none as it is too short. */
export type Reach = 'whole' | 'part' | 'none';

export interface KnownEntry {
  readonly position: number;
  readonly reach: Reach;
}

/** A hash as people write it, in groups and capitals, in its one spelling; undefined for what cannot be one. */
export function readKnownHash(text: string): string | undefined {
  const digits = text.replaceAll(/[\s…]/g, '').toLowerCase();
  const { fewest, most } = knownDigits;
  return /^[0-9a-f]+$/.test(digits) && digits.length >= fewest && digits.length <= most ? digits : undefined;
}

/** The first entry with that hash: of two that begin alike it vouches for less. */
export function knownEntryIn(journal: readonly JournalEntry[], digits: string): KnownEntry | undefined {
  const found = journal.find(({ hash }) => hash.startsWith(digits));
  if (!found) return undefined;
  const { position } = found;
  if (digits.length < knownDigits.vouching) return { position, reach: 'none' };
  return { position, reach: position === journal.length ? 'whole' : 'part' };
}
