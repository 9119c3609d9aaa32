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

/** `malformed` is a journal with an entry that is none any more; its `entries` are those before it. */
export type ParsedJournal =
  | { readonly outcome: 'parsed'; readonly entries: readonly JournalEntry[] }
  | {
      readonly outcome: 'malformed';
      readonly entries: readonly JournalEntry[];
      readonly position: number;
      readonly detail: string;
    }
  | { readonly outcome: 'not-a-journal'; readonly detail: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = { is: (value: unknown): boolean => typeof value === 'string', called: 'a text' };
const number = { is: (value: unknown): boolean => typeof value === 'number', called: 'a number' };
const object = { is: isObject, called: 'an object' };

const fields = Object.entries({
  sessionId: text,
  position: number,
  recordedAt: text,
  part: number,
  previousHash: text,
  hash: text,
  event: object,
});

/** Why a value is no entry of a journal, or undefined when it is one. */
function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'it must be an object';
  const [field, kind] = fields.find(([name, { is }]) => !is(value[name])) ?? [];
  if (field && kind) return `${field} must be ${kind.called}`;
  if (!text.is((value as unknown as JournalEntry).event.type)) return 'event.type must be a text';
  return value['opening'] === undefined || isObject(value['opening'])
    ? undefined
    : 'opening must be an object';
}

/** Reads an exported journal, or a bare list of entries, from parsed JSON. Says at which entry it stops being one. */
export function parseJournal(json: unknown): ParsedJournal {
  const entries: unknown = isObject(json) ? json['entries'] : json;
  if (!Array.isArray(entries))
    return { outcome: 'not-a-journal', detail: 'entries: a list of journal entries' };
  if (entries.length === 0) return { outcome: 'not-a-journal', detail: 'entries: the journal is empty' };
  const faults = entries.map(faultOf);
  const index = faults.findIndex((fault) => fault !== undefined);
  if (index < 0) return { outcome: 'parsed', entries: entries as JournalEntry[] };
  const detail = faults[index]!;
  // A list of other things is not a journal whose every entry was spoilt.
  const isJournal = (isObject(json) && json['format'] === journalFormat) || faults.includes(undefined);
  return isJournal
    ? {
        outcome: 'malformed',
        entries: entries.slice(0, index) as JournalEntry[],
        position: index + 1,
        detail,
      }
    : { outcome: 'not-a-journal', detail: `entries.${index}: ${detail}` };
}
