import type { JournalEntry } from '../rules/events.ts';

/** Marks an exported journal; the number rises when its shape changes. */
export const journalFormat = 'open-ballot-journal-1';

/** A whole session as a file, for the verifier: `GET /api/sessions/:id/journal.json`. */
export interface ExportedJournal {
  readonly format: typeof journalFormat;
  /** Name and version of the program that wrote the file. */
  readonly program: string;
  readonly sessionId: string;
  readonly entries: readonly JournalEntry[];
}

export type ParsedJournal =
  | { readonly outcome: 'parsed'; readonly entries: readonly JournalEntry[] }
  | { readonly outcome: 'not-a-journal'; readonly detail: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is JournalEntry =>
  isObject(value) &&
  typeof value['sessionId'] === 'string' &&
  typeof value['position'] === 'number' &&
  typeof value['recordedAt'] === 'string' &&
  typeof value['part'] === 'number' &&
  typeof value['previousHash'] === 'string' &&
  typeof value['hash'] === 'string' &&
  isObject(value['event']) &&
  typeof value['event']['type'] === 'string' &&
  (value['opening'] === undefined || isObject(value['opening']));

/** Reads an exported journal, or a bare list of entries, from parsed JSON. Says at which entry it stops being one. */
export function parseJournal(json: unknown): ParsedJournal {
  const entries = Array.isArray(json) ? json : isObject(json) ? json['entries'] : undefined;
  if (!Array.isArray(entries))
    return { outcome: 'not-a-journal', detail: 'entries: a list of journal entries' };
  if (entries.length === 0) return { outcome: 'not-a-journal', detail: 'entries: the journal is empty' };
  const broken = entries.findIndex((each) => !isEntry(each));
  return broken < 0
    ? { outcome: 'parsed', entries: entries as JournalEntry[] }
    : { outcome: 'not-a-journal', detail: `entries.${broken}: not a journal entry` };
}
