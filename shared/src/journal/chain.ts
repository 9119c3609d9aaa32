import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JournalEntry, Opening, RecordedEvent } from '../rules/events.ts';
import type { Fact } from '../rules/fact.ts';
import { canonicalJson } from './canonical-json.ts';

export const genesisHash = '0'.repeat(64);

/** The end of a journal: what the next entry is chained to. */
export interface Head {
  readonly position: number;
  readonly hash: string;
  readonly recordedAt: string;
}

export const emptyHead: Head = { position: 0, hash: genesisHash, recordedAt: '' };

/** SHA-256 of UTF-8 text, in lower-case hex. */
export type Sha256 = (text: string) => string;

// Not crypto.subtle: it is missing on plain http, which is what a hall network often is.
export const sha256Hex: Sha256 = (text) => sha256OfBytes(utf8ToBytes(text));

/** SHA-256 of a file, in lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** An entry ready to be stored: `text` is exactly what was hashed. */
export interface SealedEntry {
  readonly entry: JournalEntry;
  readonly text: string;
}

/** Who recorded the facts, by which command, when. All of it is handed in, so that sealing stays repeatable. */
export interface Recording {
  readonly sessionId: string;
  readonly actor: string;
  readonly commandId: string;
  readonly recordedAt: string;
  /** 128 fresh random bits in hex, once per sealed entry. */
  readonly salt: () => string;
  readonly sha256?: Sha256;
}

/** Seals the facts of one command onto the end of a journal. */
export function seal(head: Head, facts: readonly Fact[], recording: Recording): SealedEntry[] {
  const digest = recording.sha256 ?? sha256Hex;
  let previous: { readonly position: number; readonly hash: string } = head;
  return facts.map((fact, part) => {
    const { shown, opening } = hide(fact, recording);
    const unhashed = {
      sessionId: recording.sessionId,
      position: previous.position + 1,
      recordedAt: recording.recordedAt,
      ...shown,
      part,
      event: opening ? { ...shown.event, sealed: digest(canonicalJson(opening)) } : shown.event,
      previousHash: previous.hash,
    };
    const text = canonicalJson(unhashed);
    const entry: JournalEntry = { ...unhashed, hash: digest(text), ...(opening && { opening }) };
    previous = entry;
    return { entry, text };
  });
}

type Shown = { readonly actor?: string; readonly commandId?: string; readonly event: RecordedEvent };

function hide(
  { event, hidden }: Fact,
  { actor, commandId, salt }: Recording,
): { shown: Shown; opening?: Opening } {
  if (hidden.length === 0) return { shown: { actor, commandId, event: event as unknown as RecordedEvent } };
  const whole: Record<string, unknown> = { ...event, actor, commandId };
  const opening = Object.fromEntries(
    hidden.filter((field) => whole[field] !== undefined).map((field) => [field, whole[field]]),
  );
  const left = Object.fromEntries(Object.entries(event).filter(([field]) => !hidden.includes(field)));
  return {
    shown: {
      ...(hidden.includes('actor') ? {} : { actor }),
      ...(hidden.includes('commandId') ? {} : { commandId }),
      event: left as RecordedEvent,
    },
    opening: { salt: salt(), ...opening },
  };
}

/** The exact text that an entry's hash covers: canonical JSON without `hash` and `opening` (rule 12.1). */
export function hashedText({ hash: _hash, opening: _opening, ...rest }: JournalEntry): string {
  return canonicalJson(rest);
}

/** Why an entry does not continue the chain, or undefined when it does. */
export function flawOf(entry: JournalEntry, head: Head, sha: Sha256 = sha256Hex): ChainFlaw | undefined {
  if (entry.position !== head.position + 1) return 'position';
  if (entry.previousHash !== head.hash) return 'previous-hash';
  if (entry.recordedAt < head.recordedAt) return 'moment';
  if (entry.hash !== sha(hashedText(entry))) return 'hash';
  if (entry.opening && entry.event.sealed !== sha(canonicalJson(entry.opening))) return 'seal';
  return undefined;
}

export type ChainFlaw = 'position' | 'previous-hash' | 'moment' | 'hash' | 'seal';

/** The first position where the chain does not hold, or undefined when all of it does. */
export function firstBreak(
  journal: readonly JournalEntry[],
  from: Head = emptyHead,
): { readonly position: number; readonly flaw: ChainFlaw } | undefined {
  let head: Head = from;
  for (const entry of journal) {
    const flaw = flawOf(entry, head);
    if (flaw) return { position: head.position + 1, flaw };
    head = entry;
  }
  return undefined;
}
