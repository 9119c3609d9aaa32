import { hash } from 'node:crypto';
import type { ChainFlaw, Head, SealedEntry, Sha256 } from '@open-ballot/shared/journal/chain';
import { canonicalJson } from '@open-ballot/shared/journal/canonical-json';
import { commandIdOf, type JournalEntry, type Opening } from '@open-ballot/shared/rules/events';
import { BrokenChain } from './broken-chain.ts';

/** As in `shared/journal`, several times faster: every ballot is hashed before its receipt. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');

/** An entry as it is about to be stored, or as it was read. `requestDigest` tells one command from another (rule 9.3). */
export interface JournalLine extends SealedEntry {
  readonly requestDigest: string;
}

/** A row of `journal_entry`, in the columns' names. */
export interface StoredLine {
  readonly session_id: string;
  readonly position: number;
  readonly recorded_at: string;
  readonly command_id: string;
  readonly part: number;
  readonly request_digest: string;
  readonly text: string;
  readonly hash: string;
  readonly opening: string | null;
}

/** The entry as it is exported to those who may see all of it: the stored text, its hash and its opening. */
export const exportedText = ({ text, entry: { hash, opening } }: JournalLine): string =>
  `${text.slice(0, -1)},"hash":"${hash}"${opening ? `,"opening":${canonicalJson(opening)}` : ''}}`;

/** The columns of lines, each as an array, for one insert of all of them. */
export function columnsOf(lines: readonly JournalLine[]): unknown[][] {
  return [
    lines.map(({ entry }) => entry.position),
    lines.map(({ entry }) => entry.recordedAt),
    lines.map(({ entry }) => commandIdOf(entry)),
    lines.map(({ entry }) => entry.part),
    lines.map(({ requestDigest }) => requestDigest),
    lines.map(({ text }) => text),
    lines.map(({ entry }) => entry.hash),
    lines.map(({ entry }) => (entry.opening ? canonicalJson(entry.opening) : null)),
  ];
}

/**
 * Reads stored lines that must continue the chain from `head`.
 *
 * What was hashed is the stored text itself, so that is what is checked; spelling an entry anew
 * would only prove that it can be spelled.
 *
 * @throws BrokenChain at the first line that does not hold
 */
export function readLines(sessionId: string, rows: readonly StoredLine[], head: Head): JournalLine[] {
  let last = head;
  return rows.map((row) => {
    const line = lineOf(row);
    const flaw = line ? flawOf(row, line.entry, last) : 'hash';
    if (flaw || !line) throw new BrokenChain(sessionId, last.position + 1, flaw ?? 'hash');
    last = line.entry;
    return line;
  });
}

function lineOf(row: StoredLine): JournalLine | undefined {
  try {
    const told = JSON.parse(row.text) as Omit<JournalEntry, 'hash' | 'opening'>;
    const opening = row.opening === null ? undefined : (JSON.parse(row.opening) as Opening);
    const entry: JournalEntry = { ...told, hash: row.hash, ...(opening && { opening }) };
    return { entry, text: row.text, requestDigest: row.request_digest };
  } catch (error) {
    // Text that is no JSON any more was altered, which is the caller's business, not a failure to read.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function flawOf(row: StoredLine, entry: JournalEntry, head: Head): ChainFlaw | undefined {
  if (row.position !== head.position + 1 || entry.position !== row.position) return 'position';
  if (entry.previousHash !== head.hash) return 'previous-hash';
  if (entry.recordedAt < head.recordedAt || entry.recordedAt !== row.recorded_at) return 'moment';
  if (sha256(row.text) !== row.hash || entry.sessionId !== row.session_id) return 'hash';
  if (commandIdOf(entry) !== row.command_id || entry.part !== row.part) return 'hash';
  const sealed = row.opening === null ? undefined : sha256(row.opening);
  return entry.event.sealed === sealed ? undefined : 'seal';
}
