import { bounds } from '../rules/bounds.ts';
import type { JournalEntry } from '../rules/events.ts';
import { finding, type Finding } from './file/finding.ts';
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

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Kind = (value: unknown, path: string) => Finding | undefined;

const text: Kind = (value, path) => (typeof value === 'string' ? undefined : finding('text', path));
const object: Kind = (value, path) => (isObject(value) ? undefined : finding('object', path));
const digest: Kind = (value, path) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? undefined : finding('digest', path);
/** Moments are compared as text, so that they have one spelling. */
const utc: Kind = (value, path) => (isUtc(value) ? undefined : finding('utc', path));
const whole =
  (least: number): Kind =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= bounds.position
      ? undefined
      : finding('whole', path, { least, most: bounds.position });

const isUtc = (value: unknown): boolean => {
  const moment = typeof value === 'string' ? new Date(value) : undefined;
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString() === value;
};

/** The fields of an entry, in the order that faults are named in; those of the event are for the rules to know. */
const fields: readonly (readonly [string, Kind, 'optional'?])[] = Object.entries({
  sessionId: text,
  position: whole(1),
  recordedAt: utc,
  actor: text,
  commandId: text,
  part: whole(0),
  previousHash: digest,
  hash: digest,
  event: object,
  opening: object,
} satisfies Record<keyof JournalEntry, Kind>);

/** Sealed, or not at hand (rule 10.4). */
const mayBeAbsent: ReadonlySet<string> = new Set<keyof JournalEntry>(['actor', 'commandId', 'opening']);
const known: ReadonlySet<string> = new Set(fields.map(([name]) => name));

/** Why a value is no entry of a journal, or undefined when it is one. */
function faultOf(value: unknown): Finding | undefined {
  if (!isObject(value)) return finding('object', '');
  for (const [name, kind] of fields) {
    if (value[name] === undefined && mayBeAbsent.has(name)) continue;
    const fault = value[name] === undefined ? finding('missing', name) : kind(value[name], name);
    if (fault) return fault;
  }
  const { event, opening } = value as unknown as JournalEntry;
  const inside =
    text(event.type, 'event.type') ??
    (event.sealed === undefined ? undefined : digest(event.sealed, 'event.sealed')) ??
    (opening && text(opening.salt, 'opening.salt'));
  return inside ?? unknownIn(value, known);
}

function unknownIn(value: Json, names: ReadonlySet<string>): Finding | undefined {
  const stranger = Object.keys(value).find((name) => !names.has(name));
  return stranger === undefined ? undefined : finding('unknown', stranger);
}

const frameFields: ReadonlySet<string> = new Set(
  Object.keys({
    format: true,
    program: true,
    sessionId: true,
    entries: true,
  } satisfies Record<keyof ExportedJournal, true>),
);

/** What the frame around the entries says that is not so. A bare list has none. */
function frameFault(frame: Json, [first]: readonly unknown[]): Finding | undefined {
  const { format, program, sessionId } = frame;
  if (format !== undefined && format !== journalFormat)
    return finding('other-format', 'format', { named: JSON.stringify(format), known: journalFormat });
  const fault =
    (program === undefined ? undefined : text(program, 'program')) ??
    (sessionId === undefined ? undefined : text(sessionId, 'sessionId')) ??
    unknownIn(frame, frameFields);
  const borne = isObject(first) ? first['sessionId'] : undefined;
  if (fault || sessionId === undefined || typeof borne !== 'string' || sessionId === borne) return fault;
  return finding('foreign-session', 'sessionId', { named: sessionId as string, borne });
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
