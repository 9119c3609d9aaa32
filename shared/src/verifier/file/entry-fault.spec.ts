import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { bounds } from '../../rules/bounds.ts';
import type { EventType, JournalEntry } from '../../rules/events.ts';
import { aCriterion, aMotion, aNomination, aNominee, aPlan, says, seats } from '../../testing/a-session.ts';
import { forged, type ForgedEntry } from '../../testing/forged-journal.ts';
import { live, stories } from '../../testing/generated-session.ts';
import { inSession, LivedSession, member } from '../../testing/lived-session.ts';
import { verify } from '../verify.ts';
import type { FindingCode } from './finding.ts';

jest.setTimeout(60_000);

const long = 'x'.repeat(bounds.text + 1);
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

const scored = aNomination('score', 'x y', {
  questionId: 'p',
  nominees: [aNominee('x', { appliedAt: '2021-01-01T00:00:00.000Z', priorScore: '7.5' }), aNominee('y')],
  parameters: { criteria: [aCriterion('c')], rounding: { at: 'total', digits: 2 } },
});
const { entries } = inSession(aPlan({ roll: seats(3), questions: [aMotion(), scored] }))
  .tell({ type: 'mark-attendance', memberId: 'm3', attendance: 'absent', reason: 'ill' })
  .vote({ m1: says('for'), m2: says('for') })
  .tell({ type: 'note-minutes', questionId: 'q', edits: null, reported: 'r' })
  .tell({ type: 'file-dissent', questionId: 'q', text: 'no' }, member('m2'));

const positionOf = (type: EventType) => entries.findLast(({ event }) => event.type === type)!.position;
const found = (position: number, alter: (entry: ForgedEntry) => void) =>
  verify(forged(entries, position, alter));

describe('[12.4] what the edge refuses does not hold in a journal either', () => {
  it('the journal that is altered here holds as it was lived', () =>
    expect(verify(forged(entries, 0, () => undefined))).toMatchObject({ sound: true }));

  it.each<[FindingCode, string, (plan: ForgedEntry['event']) => void]>([
    ['unknown', 'colour', (plan) => (plan.colour = 'red')],
    ['unknown', 'roll.0.accountLogin', (plan) => (plan.roll[0].accountLogin = 'ann')],
    ['unknown', 'roll.2.attendance', (plan) => (plan.roll[2].attendance = 'in-person')],
    ['unknown', 'ruleSet.weights', (plan) => (plan.ruleSet.weights = {})],
    ['unknown', 'ruleSet.quorum.threshold.or', (plan) => (plan.ruleSet.quorum.threshold.or = 1)],
    ['unknown', 'ruleSet.decision.majority', (plan) => (plan.ruleSet.decision.majority = {})],
    ['unknown', 'questions.1.result', (plan) => (plan.questions[1].result = {})],
    [
      'unknown',
      'questions.1.nominees.0.withdrawn',
      (plan) => (plan.questions[1].nominees[0].withdrawn = true),
    ],
    [
      'unknown',
      'questions.1.parameters.criteria.0.note',
      (plan) => (plan.questions[1].parameters.criteria[0].note = 1),
    ],
    ['missing', 'place', (plan) => delete plan.place],
    ['missing', 'roll.0.votes', (plan) => delete plan.roll[0].votes],
    ['too-long', 'contestTitle', (plan) => (plan.contestTitle = long)],
    ['too-long', 'number', (plan) => (plan.number = 'x'.repeat(bounds.sessionNumber + 1))],
    ['too-long', 'roll.1.name', (plan) => (plan.roll[1].name = long)],
    ['too-long', 'questions.0.wording', (plan) => (plan.questions[0].wording = long)],
    ['empty', 'roll.1.name', (plan) => (plan.roll[1].name = ' ')],
    ['text', 'roll.1.name', (plan) => (plan.roll[1].name = 'a\0b')],
    ['text', 'roll.1.name', (plan) => (plan.roll[1].name = 'a\ud800b')],
    ['text', 'roll.1.post', (plan) => (plan.roll[1].post = 7)],
    ['id', 'contestId', (plan) => (plan.contestId = 'x'.repeat(bounds.id + 1))],
    ['id', 'questions.0.questionId', (plan) => (plan.questions[0].questionId = 'constructor')],
    ['flag', 'public', (plan) => (plan.public = 'yes')],
    ['one-of', 'form', (plan) => (plan.form = 'by-post')],
    ['one-of', 'roll.1.role', (plan) => (plan.roll[1].role = 'emperor')],
    ['one-of', 'questions.0.kind', (plan) => (plan.questions[0].kind = 'duel')],
    ['one-of', 'ruleSet.decision.kind', (plan) => (plan.ruleSet.decision.kind = 'toString')],
    ['day', 'date', (plan) => (plan.date = '2021-02-30')],
    ['utc', 'deadline', (plan) => (plan.deadline = '2021-07-01T00:00:00+03:00')],
    [
      'utc',
      'questions.1.nominees.0.appliedAt',
      (plan) => (plan.questions[1].nominees[0].appliedAt = 'yesterday'),
    ],
    [
      'decimal',
      'questions.1.nominees.0.priorScore',
      (plan) => (plan.questions[1].nominees[0].priorScore = '1e3'),
    ],
    ['time-zone', 'timeZone', (plan) => (plan.timeZone = 'Mars/Base')],
    ['whole', 'establishedSeats', (plan) => (plan.establishedSeats = bounds.roll + 1)],
    [
      'whole',
      'questions.1.parameters.rounding.digits',
      (plan) => (plan.questions[1].parameters.rounding.digits = 7),
    ],
    ['whole', 'ruleSet.quorum.threshold.d', (plan) => (plan.ruleSet.quorum.threshold.d = 10_001)],
    [
      'too-many',
      'roll',
      (plan) => (plan.roll = many(bounds.roll + 1, (index) => ({ memberId: `m${index}` }))),
    ],
    ['too-many', 'questions', (plan) => (plan.questions = many(bounds.questions + 1, () => ({})))],
    [
      'too-many',
      'questions.1.nominees',
      (plan) => (plan.questions[1].nominees = many(bounds.nominees + 1, () => ({}))),
    ],
    [
      'too-many',
      'questions.1.parameters.criteria',
      (plan) => (plan.questions[1].parameters.criteria = many(bounds.criteria + 1, () => ({}))),
    ],
    ['too-few', 'roll', (plan) => (plan.roll = [])],
    ['repeated', 'ruleSet.quorum.counts.1', (plan) => (plan.ruleSet.quorum.counts = ['remote', 'remote'])],
    ['list', 'questions', (plan) => (plan.questions = { length: 0 })],
    ['object', 'ruleSet', (plan) => (plan.ruleSet = null)],
  ])('a plan: %s %s', (code, at, alter) => {
    const finding = { code, path: `event.${at}` };
    expect(found(1, ({ event }) => alter(event))).toMatchObject({
      sound: false,
      position: 1,
      flaw: 'shape',
      finding,
    });
  });

  it.each<[EventType, FindingCode, string, (entry: ForgedEntry) => void]>([
    ['minutes-noted', 'too-long', 'event.reported', ({ event }) => (event.reported = long)],
    ['minutes-noted', 'unknown', 'event.won', ({ event }) => (event.won = 'x')],
    ['dissent-filed', 'too-long', 'event.text', ({ event }) => (event.text = long)],
    ['dissent-filed', 'too-long', 'actor', (entry) => (entry.actor = long)],
    ['session-opened', 'unknown', 'event.reason', ({ event }) => (event.reason = 'so')],
    ['session-opened', 'too-long', 'commandId', (entry) => (entry.commandId = long)],
    ['ballot-cast', 'unknown', 'event.ballot.weight', ({ event }) => (event.ballot.weight = 2)],
    ['ballot-cast', 'one-of', 'event.ballot.choice', ({ event }) => (event.ballot.choice = 'maybe')],
    ['round-closed', 'utc', 'event.effectiveAt', ({ event }) => (event.effectiveAt = 'now')],
    ['attendance-marked', 'too-long', 'opening.reason', ({ opening }) => (opening.reason = long)],
    ['attendance-marked', 'unknown', 'opening.diagnosis', ({ opening }) => (opening.diagnosis = 'flu')],
    ['attendance-marked', 'too-long', 'opening.salt', ({ opening }) => (opening.salt = long)],
  ])('%s: %s %s', (type, code, at, alter) => {
    const position = positionOf(type);
    const finding = { code, path: at };
    expect(found(position, alter)).toMatchObject({ sound: false, position, flaw: 'shape', finding });
  });

  it('an amendment', () => {
    const lived = new LivedSession(aPlan()).tell({ type: 'amend-session', changes: { place: 'Tver' } });
    const amended = (alter: (changes: ForgedEntry['event']) => void) =>
      verify(forged(lived.entries, 2, ({ event }) => alter(event.changes)));
    expect(amended(() => undefined)).toMatchObject({ sound: true });
    const finding = (code: FindingCode, field: string) => ({
      finding: { code, path: `event.changes.${field}` },
    });
    expect(amended((changes) => (changes.colour = 'red'))).toMatchObject(finding('unknown', 'colour'));
    expect(amended((changes) => (changes.deadline = '2022-01-01T00:00:00.000Z'))).toMatchObject(
      finding('unknown', 'deadline'),
    );
    expect(amended((changes) => (changes.place = long))).toMatchObject(finding('too-long', 'place'));
  });

  it('a field more than there is, in any object of any journal, is found at its place', () =>
    fc.assert(
      fc.property(stories, fc.nat(), (story, which) => {
        const { entries: lived, session } = live(story);
        fc.pre(session.edition !== undefined);
        const places = lived.flatMap(({ position, event }) =>
          objectsIn(event, 'event').map((at) => ({ position, at })),
        );
        const { position, at } = places[which % places.length]!;
        const journal = forged(lived, position, (entry) => {
          const holder = at.split('.').reduce((value, key) => value[key], entry as ForgedEntry['event']);
          holder.colour = 'red';
        });
        const finding = { code: 'unknown', path: `${at}.colour` };
        expect(verify(journal)).toMatchObject({ sound: false, position, finding });
      }),
      { numRuns: 150 },
    ));

  /** Objects whose keys are names of nominees and criteria, for the rules to know. */
  const keyedByData = new Set(['answers', 'scores']);

  function objectsIn(value: unknown, at: string): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.entries(value).flatMap(([key, each]) =>
      keyedByData.has(key) ? [] : objectsIn(each, `${at}.${key}`),
    );
    return Array.isArray(value) ? inside : [at, ...inside];
  }
});

describe('[12.6] a journal of the first edition', () => {
  const folder = path.join(import.meta.dirname, '../../testing/first-edition');
  const convened = readFileSync(path.join(folder, 'convened.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry);

  it('is not held to what the edge came to refuse later', () => {
    const longer = forged(convened, 1, ({ event }) => {
      event.contestTitle = long;
      event.colour = 'red';
    });
    expect(verify(longer)).toMatchObject({ sound: true });
  });

  it('is held to it from the amendment on that raises its edition', () => {
    const raised = new LivedSession(convened).tell({ type: 'amend-session', changes: { edition: 2 } });
    const position = raised.position;
    expect(verify(raised.entries)).toMatchObject({ sound: true });
    const more = forged(raised.entries, position, ({ event }) => (event.changes.colour = 'red'));
    expect(verify(more)).toMatchObject({
      position,
      finding: { code: 'unknown', path: 'event.changes.colour' },
    });
  });
});
