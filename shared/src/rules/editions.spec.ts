import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../journal/canonical-json.ts';
import { aMotion, aPlan, says, seats } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, LivedSession, member } from '../testing/lived-session.ts';
import { verify } from '../verifier/verify.ts';
import type { JournalEntry } from './events.ts';

const folder = path.join(import.meta.dirname, '../testing/first-edition');
const linesOf = (name: string): string[] =>
  readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
const journalOf = (name: string): JournalEntry[] =>
  linesOf(name).map((line) => JSON.parse(line) as JournalEntry);
const firstEdition = readdirSync(folder);

const root = path.join(import.meta.dirname, '../../..');
const sources = ['shared/src', 'server/src', 'client/src'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|\btesting\b/.test(file))
    .map((file) => `${room}/${file}`),
);

describe('journals of the first edition', () => {
  it.each(firstEdition)('[12.6] %s, written before there was a second one, holds as it stands', (name) => {
    const journal = journalOf(name);
    expect(verify(journal)).toMatchObject({ sound: true, entries: journal.length });
    expect(journal.map((entry) => canonicalJson(entry))).toEqual(linesOf(name));
  });

  it('[12.6] [2.4] there an absent chair goes on presiding', () => {
    const session = new LivedSession(journalOf('absent-chair.ndjson'));
    session.tell({ type: 'open-round', questionId: 'p' });
    session.cast({ m1: says('for'), m2: says('against') }, 'p').close('p');
    session.tell(
      { type: 'give-casting-vote', roundId: session.round('p').roundId, choice: 'against' },
      member('m0'),
    );
    expect(session.result('p').status).toBe('rejected');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[12.6] an amendment before the opening raises the edition, and none lowers it', () => {
    const session = new LivedSession(journalOf('convened.ndjson'));
    session.tell({ type: 'amend-session', changes: { edition: 2 } });
    given(session.arrive('m1', 'm2', 'm3', 'm4'))
      .when({ type: 'open-session' })
      .thenRefused('presiding-absent');
    expect(verify(session.entries)).toMatchObject({ sound: true });
    given(session)
      .when({ type: 'amend-session', changes: { edition: 1 as never } })
      .thenRefused('invalid');
  });

  it('[12.6] [1.8] they know no written procedure', () => {
    const session = new LivedSession(journalOf('convened.ndjson'));
    given(session)
      .when({ type: 'amend-session', changes: { form: 'correspondence' } })
      .thenRefused('invalid');
    session.tell({ type: 'amend-session', changes: { edition: 2, form: 'correspondence' } });
    given(session).when({ type: 'open-session' }).thenRecords('session-opened');
  });
});

describe('the edition', () => {
  it('[12.6] a journal of one that this program does not know is not recounted', () => {
    const { entries } = new LivedSession(aPlan());
    const later = { ...entries[0]!, event: { ...entries[0]!.event, edition: 3 } };
    expect(verify([later])).toMatchObject({ sound: false, position: 1 });
    expect(() => new LivedSession(aPlan({ edition: 3 as never }))).toThrow('edition');
  });

  it('[12.6] [2.4] binds for good: the chair who has left opens nothing', () => {
    const session = inSession(aPlan({ roll: seats(5), questions: [aMotion()] })).leave('m1');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('presiding-absent');
  });

  it.each(sources)('[12.6] %s asks one place what an edition changed', (file) => {
    if (file === 'shared/src/rules/editions.ts') return;
    expect(readFileSync(path.join(root, file), 'utf8')).not.toMatch(
      /\bedition\b\)?\s*(?:[<>]=?|[!=]==?|\?\?)|(?:[<>]=?|[!=]==?)\s*(?:\w+\.)*edition\b/,
    );
  });
});
