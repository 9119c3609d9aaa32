import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { JournalEntry } from '../../rules/events.ts';
import { redact } from '../../rules/showing/redact.ts';
import { aMotion, aPlan, says, seats } from '../../testing/a-session.ts';
import { forged } from '../../testing/forged-journal.ts';
import { live, stories } from '../../testing/generated-session.ts';
import { inSession } from '../../testing/lived-session.ts';
import { journalFormat } from '../parse-journal.ts';
import { verifyParsed, type Verification } from '../verify.ts';
import type { Finding } from './finding.ts';
import { readJournal } from './read-journal.ts';

jest.setTimeout(60_000);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((each) => [...each]));

type Told = Verification | { readonly outcome: 'refused'; readonly finding: Finding };

/** What command line and page say of the bytes of a file. */
function told(file: string | Uint8Array): Told {
  const read = readJournal(typeof file === 'string' ? bytesOf(file) : file);
  return read.outcome === 'refused' ? read : verifyParsed(read);
}

const exported = (entries: readonly unknown[], frame: object = {}): string =>
  JSON.stringify({
    format: journalFormat,
    program: 'open-ballot 1',
    sessionId: 'session',
    entries,
    ...frame,
  });

const voted = () =>
  inSession(aPlan({ roll: seats(3), questions: [aMotion()] })).vote({
    m1: says('for'),
    m2: says('for'),
    m3: says('against'),
  }).entries;
const entries = voted();
const file = exported(entries);
const ballot = entries.findIndex(({ event }) => event.type === 'ballot-cast') + 1;

const altered = (fields: object) => forged(entries, ballot, (entry) => Object.assign(entry, fields));

describe('[12.4] the file of a journal', () => {
  it('is read as it was exported, indented, as a bare list, and with a byte order mark', () => {
    for (const same of [
      file,
      JSON.stringify(JSON.parse(file), null, 2),
      JSON.stringify(entries),
      `\uFEFF${file}`,
    ])
      expect(told(same)).toMatchObject({ sound: true, entries: entries.length });
  });

  const folder = path.join(import.meta.dirname, '../../testing/first-edition');
  it.each(readdirSync(folder))('[12.6] is read as before where it is %s, of the first edition', (name) => {
    const lines = readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
    const { sessionId } = JSON.parse(lines[0]!) as JournalEntry;
    const frame = JSON.stringify({ format: journalFormat, program: 'open-ballot 1', sessionId });
    const text = `${frame.slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`;
    expect(told(text)).toMatchObject({ sound: true, entries: lines.length });
  });

  it.each<[string, string | Uint8Array, Partial<Finding>]>([
    ['is empty', '', { code: 'not-json' }],
    ['is cut short', file.slice(0, -20), { code: 'not-json' }],
    ['goes on behind its end', `${file}{}`, { code: 'not-json' }],
    ['has a byte that is no UTF-8', concat(bytesOf(file), Uint8Array.of(0xff)), { code: 'not-utf8' }],
    [
      'is in UTF-16',
      concat(Uint8Array.of(0xff, 0xfe), Uint8Array.from(Buffer.from(file, 'utf16le'))),
      { code: 'not-utf8', parameters: { byte: 1 } },
    ],
    ['has no entries', '{}', { code: 'no-list', path: 'entries' }],
    ['has none in its list', exported([]), { code: 'no-entries', path: 'entries' }],
    ['is a list of other things', '[{"name":"x"},7]', { code: 'other-list' }],
    [
      'has another format',
      file.replace(journalFormat, 'open-ballot-journal-2'),
      {
        code: 'other-format',
        path: 'format',
        parameters: { named: '"open-ballot-journal-2"', known: journalFormat },
      },
    ],
    ['has a format that is no text', exported(entries, { format: null }), { code: 'other-format' }],
    [
      'names a session that its entries do not bear',
      exported(entries, { sessionId: 'another' }),
      { code: 'foreign-session', path: 'sessionId', parameters: { named: 'another', borne: 'session' } },
    ],
    ['names no session as text', exported(entries, { sessionId: 7 }), { code: 'text', path: 'sessionId' }],
    ['says more in its frame', exported(entries, { won: 'x' }), { code: 'unknown', path: 'won' }],
    [
      'names its session twice',
      file.replace('"program"', '"sessionId":"another","program"'),
      { code: 'key-twice', path: 'sessionId' },
    ],
    [
      'has two lists',
      file.replace('"entries"', '"entries":[],"entries"'),
      { code: 'key-twice', path: 'entries' },
    ],
    [
      'is nested for ever',
      file.replace('"open-ballot 1"', `${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      { code: 'too-deep' },
    ],
  ])('is refused where it %s', (_what, text, finding) => {
    expect(told(text)).toMatchObject({ outcome: 'refused', finding });
  });

  it.each<[string, string, Partial<Finding>]>([
    [
      'a key twice',
      file.replaceAll('"type":"ballot-cast"', '"type":"ballot-cast","type":"ballot-cast"'),
      { code: 'key-twice', path: 'event.type' },
    ],
    [
      'a key twice, spelled otherwise',
      file.replaceAll('"type":"ballot-cast"', '"ty\\u0070e":"x","type":"ballot-cast"'),
      { code: 'key-twice', path: 'event.type' },
    ],
    ['half a character', exported(altered({ actor: 'm1\ud800' })), { code: 'surrogate', path: 'actor' }],
    [
      'a number beyond what doubles hold',
      file.replaceAll('"replaces":null', '"replaces":9007199254740993'),
      { code: 'not-exact', path: 'event.replaces' },
    ],
    [
      'another session',
      exported(altered({ sessionId: 'another' })),
      { code: 'foreign-session', path: 'sessionId', parameters: { named: 'another', borne: 'session' } },
    ],
    ['a field that entries do not have', exported(altered({ note: 'x' })), { code: 'unknown', path: 'note' }],
    ['a moment that is none', exported(altered({ recordedAt: 'now' })), { code: 'utc', path: 'recordedAt' }],
    [
      'a moment in another spelling',
      exported(altered({ recordedAt: entries[ballot - 1]!.recordedAt.replace('Z', '+00:00') })),
      { code: 'utc', path: 'recordedAt' },
    ],
    ['a part below zero', exported(altered({ part: -1 })), { code: 'whole', path: 'part' }],
    [
      'no event',
      exported(entries.with(ballot - 1, { ...entries[ballot - 1]!, event: undefined as never })),
      { code: 'missing', path: 'event' },
    ],
  ])('does not hold at the entry that has %s', (_what, text, finding) => {
    expect(told(text)).toMatchObject({ sound: false, position: ballot, flaw: 'shape', finding });
  });
});

describe('[12.4] whatever a session came to', () => {
  const exports = (story: Parameters<typeof live>[0]) => {
    const { entries: lived, session } = live(story);
    return (['public', 'officers'] as const).map((audience) =>
      lived.map((each) => redact(each, audience, session)),
    );
  };

  it('its file is sound for everybody', () =>
    fc.assert(
      fc.property(stories, (story) => {
        for (const journal of exports(story)) expect(told(exported(journal))).toMatchObject({ sound: true });
      }),
      { numRuns: 25 },
    ));

  it('a key that stands twice anywhere in it is found at its place', () =>
    fc.assert(
      fc.property(stories, fc.nat(), fc.boolean(), (story, which, isAfter) => {
        const frame = JSON.parse(exported(exports(story)[0]!)) as object;
        const places = keysOf(frame);
        const place = places[which % places.length]!;
        const found = told(doubled(frame, place, isAfter));
        const [first, index, ...inEntry] = place;
        if (first === 'entries' && index !== undefined)
          expect(found).toMatchObject({
            sound: false,
            position: Number(index) + 1,
            finding: { code: 'key-twice', path: inEntry.join('.') },
          });
        else expect(found).toMatchObject({ outcome: 'refused', finding: { code: 'key-twice', path: first } });
      }),
      { numRuns: 100 },
    ));

  type Place = readonly (string | number)[];

  /** Every key of every object, by the path to it. */
  function keysOf(value: unknown, at: Place = []): Place[] {
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value)) return value.flatMap((each, index) => keysOf(each, [...at, index]));
    return Object.entries(value).flatMap(([key, member]) => [[...at, key], ...keysOf(member, [...at, key])]);
  }

  /** The same as text, with a second value for the key at a place. */
  function doubled(value: unknown, [next, ...rest]: Place, isAfter: boolean): string {
    if (Array.isArray(value))
      return `[${value.map((each, index) => (index === next ? doubled(each, rest, isAfter) : JSON.stringify(each))).join()}]`;
    const members = Object.entries(value as object).flatMap(([key, member]) => {
      const name = JSON.stringify(key);
      if (key !== next) return [`${name}:${JSON.stringify(member)}`];
      if (rest.length > 0) return [`${name}:${doubled(member, rest, isAfter)}`];
      const both = [`${name}:${JSON.stringify(member)}`, `${name}:"another"`];
      return isAfter ? both : both.toReversed();
    });
    return `{${members.join()}}`;
  }
});
