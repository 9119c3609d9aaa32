import { canonicalJson } from '../journal/canonical-json.ts';
import { genesisHash, hashedText, sha256Hex } from '../journal/chain.ts';
import type { JournalEntry } from '../rules/events.ts';

/** An entry as a forger has it: anything may be written into it. */
export type ForgedEntry = {
  -readonly [Field in keyof JournalEntry]: Field extends 'event' | 'opening' ? any : JournalEntry[Field];
};

/** Seals and chains a journal anew, one entry altered, as whoever owns the database could. */
export function forged(
  journal: readonly JournalEntry[],
  position: number,
  alter: (entry: ForgedEntry) => void,
): JournalEntry[] {
  let previousHash = genesisHash;
  return journal.map((each) => {
    // As a file has it: a structured clone would keep what two fields share as one.
    const entry = JSON.parse(JSON.stringify(each)) as ForgedEntry;
    if (each.position === position) alter(entry);
    if (entry.opening) entry.event.sealed = sha256Hex(canonicalJson(entry.opening));
    entry.previousHash = previousHash;
    entry.hash = previousHash = sha256Hex(hashedText(entry));
    return entry;
  });
}
