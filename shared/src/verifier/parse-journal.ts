import type { JournalEntry } from '../rules/events.ts';
import { finding, type Finding } from './file/finding.ts';
import {
  anyObject,
  anyText,
  digest,
  fields,
  isObject,
  optional,
  utc,
  whole,
  type Json,
} from './file/shapes.ts';
import type { Oddity, Place } from './file/strict-json.ts';

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

/**
 * `malformed` is a journal with an entry that is none; its `entries` are those before it. `refused` is a file that is
 * no journal at all, or whose frame says of its entries what they do not bear out.
 */
export type ParsedJournal =
  | { readonly outcome: 'parsed'; readonly entries: readonly JournalEntry[] }
  | {
      readonly outcome: 'malformed';
      readonly entries: readonly JournalEntry[];
      readonly position: number;
      readonly finding: Finding;
    }
  | { readonly outcome: 'refused'; readonly finding: Finding };

/** The fields of an entry, in the order that faults are named in; what they may say, the edition tells. */
const entry = fields<JournalEntry>({
  sessionId: anyText,
  position: whole(1),
  recordedAt: utc,
  actor: optional(anyText),
  commandId: optional(anyText),
  part: whole(0),
  previousHash: digest,
  hash: digest,
  event: anyObject,
  opening: optional(anyObject),
});

const frame = fields<Partial<ExportedJournal>>({
  format: optional(anyText),
  program: optional(anyText),
  sessionId: optional(anyText),
  entries: optional(() => undefined),
});

/** Why a value is no entry of a journal, or undefined when it is one. */
function faultOf(value: unknown): Finding | undefined {
  const fault = entry(value, '');
  if (fault) return fault;
  const { event, opening } = value as JournalEntry;
  return (
    anyText(event.type, 'event.type') ??
    (event.sealed === undefined ? undefined : digest(event.sealed, 'event.sealed')) ??
    (opening && anyText(opening.salt, 'opening.salt'))
  );
}

/** What the frame around the entries says that is not so. A bare list has none. */
function frameFault(said: Json, [first]: readonly unknown[]): Finding | undefined {
  const { format, sessionId: named } = said;
  if (format !== undefined && format !== journalFormat)
    return finding('other-format', 'format', { named: JSON.stringify(format), known: journalFormat });
  const fault = frame(said, '');
  const borne = isObject(first) ? first['sessionId'] : undefined;
  if (fault || typeof named !== 'string' || typeof borne !== 'string' || named === borne) return fault;
  return finding('foreign-session', 'sessionId', { named, borne });
}

/**
 * Reads an exported journal, or a bare list of entries, from parsed JSON. Says at which entry it stops being one;
 * `oddity` is what its text has that another reader may take for something else.
 */
export function parseJournal(json: unknown, oddity?: Oddity): ParsedJournal {
  const refused = (refusal: Finding): ParsedJournal => ({ outcome: 'refused', finding: refusal });
  const odd = oddity && entryOf(oddity.place, isObject(json));
  if (oddity && odd?.index === undefined) return refused(oddity.about(oddity.place.join('.')));
  const entries: unknown = isObject(json) ? json['entries'] : json;
  // What has another format need have no entries, and of a first one that is ambiguous nothing is borne out.
  const borneOut = Array.isArray(entries) && odd?.index !== 0 ? entries : [];
  const fault = isObject(json) ? frameFault(json, borneOut) : undefined;
  if (fault) return refused(fault);
  if (!Array.isArray(entries)) return refused(finding('no-list', 'entries'));
  if (entries.length === 0) return refused(finding('no-entries', 'entries'));
  const faults = entries.map((entry, index) =>
    index === odd?.index ? oddity!.about(odd.path.join('.')) : faultOf(entry),
  );
  const index = faults.findIndex((each) => each !== undefined);
  if (index < 0) return { outcome: 'parsed', entries: entries as JournalEntry[] };
  // A list of other things is not a journal whose every entry was spoilt.
  const isJournal = (isObject(json) && json['format'] === journalFormat) || faults.includes(undefined);
  if (!isJournal) return refused(finding('other-list', 'entries'));
  return {
    outcome: 'malformed',
    entries: entries.slice(0, index) as JournalEntry[],
    position: index + 1,
    finding: faults[index]!,
  };
}

/** The entry that a place of the file lies in, by its index; none for the frame. */
function entryOf(place: Place, isFramed: boolean): { readonly index?: number; readonly path: Place } {
  const [index, ...path] = isFramed ? place.slice(1) : place;
  const isInEntries = !isFramed || place[0] === 'entries';
  return isInEntries && typeof index === 'number' ? { index, path } : { path: place };
}
