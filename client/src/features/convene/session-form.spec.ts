import { describe, expect, it } from '@jest/globals';
import type { Contest } from '@open-ballot/shared/contract/http';
import { convene } from '@open-ballot/shared/rules/plan/convene';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { evolve } from '@open-ballot/shared/journal/replay';

import fc from 'fast-check';
import { presetNames, presets } from '@open-ballot/shared/rules/plan/presets';
import { motionForm, nominationForm, numbersIn, underPreset, usualUnder } from './question-form.ts';
import { faultsOf, isShown } from './session-faults.ts';
import {
  changesBetween,
  fieldsFor,
  fieldsOf,
  newSessionOf,
  rollOf,
  withSeatsOf,
  type SessionFields,
} from './session-form.ts';
import { plans } from '../../../../shared/src/testing/generated-plan.ts';

const nomination = {
  nominationId: 'n1',
  title: 'Лучший МФЦ',
  category: 'крупные города',
  nominees: ['x', 'y', 'z'].map((nomineeId) => ({ nomineeId, name: nomineeId })),
};

const contest: Contest = {
  contestId: 'contest-1',
  title: 'Лучший МФЦ России',
  deadline: '2021-06-30T21:00:00.000Z',
  rehearsal: true,
  public: false,
  organisation: 'Минэкономразвития России',
  commission: 'Центральная конкурсная комиссия',
  timeZone: 'Europe/Moscow',
  nominations: [nomination],
  members: [
    { memberId: 'a', name: 'Орлова', post: '', body: '', role: 'chair', votes: true, accountLogin: 'chair' },
    { memberId: 'b', name: 'Белова', post: '', body: '', role: 'member', votes: true },
    { memberId: 'c', name: 'Громов', post: '', body: '', role: 'secretary', votes: false },
  ],
};

const filled: SessionFields = { ...fieldsFor(contest, 2, '2021-06-25'), place: 'г. Москва' };

describe('the session to be convened', () => {
  it('begins with what is known of the contest', () => {
    expect(filled).toMatchObject({
      number: '3',
      presidingId: 'a',
      secretaryId: 'c',
      establishedSeats: '2',
      rollIds: ['a', 'b', 'c'],
    });
  });

  const withScores = {
    ...nomination,
    nominees: nomination.nominees.map((each) => ({ ...each, priorScore: '5' })),
  };

  it('takes with it what a preset had brought to a nomination, and nothing else', () => {
    const plain = { ...nominationForm(nomination, usualUnder['mfc-central']), minEntries: '3' };
    const all = underPreset(plain, 'mfc-central', 'all-above');
    expect(all).toMatchObject({ kind: 'approval', places: 'all', minEntries: '3' });
    expect(underPreset(all, 'all-above', 'stage-scores')).toMatchObject({
      kind: 'score',
      places: 'laureates',
      carry: '1',
    });
    const ranked = { ...plain, places: 'ranked' as const, carry: '2' };
    expect(underPreset(ranked, 'mfc-central', 'expert-scores')).toMatchObject({
      places: 'ranked',
      carry: '2',
    });
  });

  it.each(presetNames)('is a plan that the rules accept, under the preset %s', (preset) => {
    const fields: SessionFields = {
      ...filled,
      preset,
      ruleSet: presets[preset],
      questions: [...filled.questions, nominationForm(withScores, usualUnder[preset])],
    };
    expect(faultsOf(contest, fields)).toEqual({});
    const { roll, earlierWinners = [], ...rest } = newSessionOf(contest, fields);
    const plan = {
      ...rest,
      earlierWinners,
      contestTitle: contest.title,
      deadline: contest.deadline,
      rehearsal: contest.rehearsal,
      roll: roll.map(({ accountLogin: _accountLogin, ...seat }) => seat),
    };
    expect(convene(plan)).toMatchObject({ outcome: 'accepted' });
  });

  it('[6.3] overrides a majority by plurality where points decide', () => {
    const fields = {
      ...filled,
      ruleSet: presets['two-thirds'],
      questions: [nominationForm(nomination, { kind: 'rank' })],
    };
    expect(newSessionOf(contest, fields).questions[0]).toMatchObject({
      kind: 'rank',
      decision: { kind: 'plurality' },
      parameters: { points: ['5', '3', '1'] },
    });
  });

  it('sends numbers as numbers, decimals as text, and the login beside the seat', () => {
    const question = {
      ...nominationForm(nomination, { kind: 'score' }),
      places: 'ranked' as const,
      rankedCounts: '1, 2 3',
    };
    const body = newSessionOf(contest, { ...filled, questions: [question] });
    expect(body.establishedSeats).toBe(2);
    expect(body.questions[0]).toMatchObject({
      places: { kind: 'ranked', counts: [1, 2, 3] },
      parameters: { criteria: [{ min: '0', max: '10', step: '0.5', weight: '1' }] },
      nomination: 'Лучший МФЦ',
      category: 'крупные города',
    });
    expect(body.roll[0]).toMatchObject({ memberId: 'a', accountLogin: 'chair' });
  });

  it('[5.3–5.5] sends every parameter of a ballot kind', () => {
    const form = nominationForm(nomination, { kind: 'score' });
    const questions = [
      { ...form, kind: 'choose' as const, min: '2', max: '3', againstAll: true },
      { ...form, kind: 'rank' as const, points: '5-3-1', partial: true },
      { ...form, kind: 'rank' as const, sumOfPlaces: true },
      { ...form, aggregate: 'trimmed-mean' as const, roundAt: 'total' as const, digits: '3', partial: true },
      { ...form, kind: 'approval' as const, partial: true },
    ];
    const [chosen, ranked, summed, scored, approved] = newSessionOf(contest, {
      ...filled,
      questions,
    }).questions;
    expect(chosen?.parameters).toEqual({ min: 2, max: 3, againstAll: true });
    expect(ranked?.parameters).toEqual({ points: ['5', '3', '1'], partial: true });
    expect(summed?.parameters).toEqual({ sumOfPlaces: true });
    expect(scored?.parameters).toMatchObject({
      aggregate: 'trimmed-mean',
      rounding: { at: 'total', digits: 3 },
      partial: true,
    });
    expect(approved?.parameters).toEqual({ partial: true });
  });

  it('leaves out who is not on the roll', () => {
    const body = newSessionOf(contest, {
      ...filled,
      rollIds: ['a', 'c'],
      secretaryId: '',
      secretaryName: 'Лебедева',
    });
    expect(body.roll.map((each) => each.memberId)).toEqual(['a', 'c']);
    expect(body).toMatchObject({ secretaryName: 'Лебедева' });
    expect(body).not.toHaveProperty('secretaryId');
  });
});

const codesOf = (...given: Parameters<typeof faultsOf>) =>
  Object.fromEntries(Object.entries(faultsOf(...given)).map(([path, { code }]) => [path, code]));

describe('faults before anything is sent', () => {
  it('stand at the paths that the server would name', () => {
    const faults = codesOf(contest, {
      ...filled,
      place: ' ',
      timeZone: 'Mars/Olympus',
      establishedSeats: '1',
      presidingId: 'nobody',
      questions: [
        motionForm('', 'x'),
        { ...nominationForm(nomination, { kind: 'rank' }), points: '1, 3', winners: '0' },
      ],
    });
    expect(faults).toEqual({
      place: 'empty',
      timeZone: 'time-zone',
      establishedSeats: 'seats',
      presidingId: 'not-on-roll',
      'questions.0.title': 'empty',
      'questions.1.parameters.points': 'rising-points',
      'questions.1.places.count': 'whole',
    });
  });

  it('[5.5] find a scale that contradicts itself', () => {
    const form = nominationForm(nomination, { kind: 'score' });
    const criteria = [
      { ...form.criteria[0]!, min: '10', max: '5' },
      { ...form.criteria[0]!, criterionId: 'other', step: 'много' },
    ];
    expect(codesOf(contest, { ...filled, questions: [{ ...form, criteria }] })).toEqual({
      'questions.0.parameters.criteria.0.max': 'max-not-above-min',
      'questions.0.parameters.criteria.1.step': 'decimal',
    });
  });

  it('[7.2] refuse a casting vote of a presiding member who votes', () => {
    const ruleSet = { ...presets['mfc-central'], ties: ['casting-vote' as const] };
    expect(codesOf(contest, { ...filled, ruleSet })).toEqual({ 'ruleSet.ties': 'casting-vote' });
    const silentChair = {
      ...contest,
      members: contest.members.map((each) => (each.memberId === 'a' ? { ...each, votes: false } : each)),
    };
    expect(faultsOf(silentChair, { ...filled, ruleSet })).toEqual({});
  });
});

it('has a field for what is said of a rule, a question or a criterion', () => {
  expect(isShown('ruleSet.quorum.counts')).toBe(true);
  expect(isShown('questions.12.parameters.criteria.0.max')).toBe(true);
  expect(isShown('questions.0.nominees')).toBe(false);
});

it('shows a fault of a list at the field of the list', () => {
  const question = {
    ...nominationForm(nomination, { kind: 'choose' }),
    places: 'ranked',
    rankedCounts: '1, x',
  } as const;
  expect(codesOf(contest, { ...filled, questions: [question] })).toEqual({
    'questions.0.places.counts': 'whole',
  });
});

it('reads numbers however they are separated', () => {
  expect(numbersIn('5, 3, 1')).toEqual(['5', '3', '1']);
  expect(numbersIn('7,5; 3')).toEqual(['7.5', '3']);
  expect(numbersIn('5-3-1')).toEqual(['5', '3', '1']);
});

describe('[1.6] a convened session in the form', () => {
  it('is the plan it was convened with, whatever its rules', () =>
    fc.assert(
      fc.property(plans, (plan) => {
        const session = evolve(undefined, {
          event: { ...plan, type: 'session-convened' },
          position: 1,
          recordedAt: '2021-06-25T10:00:00.000Z',
        } as unknown as JournalEntry);
        const fields = fieldsOf(session);
        const its = withSeatsOf(session, contest);
        const again = newSessionOf(its, fields);
        expect(again).toMatchObject(pick(plan, plain));
        if (plan.ruleSet.oneWinPerEntrant) expect(again.earlierWinners).toEqual(plan.earlierWinners);
        expect(rollOf(its, fields).map(({ memberId }) => memberId)).toEqual(
          plan.roll.map(({ memberId }) => memberId),
        );
        again.questions.forEach((question, at) => {
          const { parameters, decision, ...draft } = plan.questions[at]!;
          expect(question).toMatchObject({
            ...pick(draft, ['questionId', 'title', 'wording', 'kind', 'places']),
          });
          expect({ partial: false, againstAll: false, ...question.parameters }).toMatchObject(parameters);
          if (decision) expect(question.decision).toEqual(decision);
        });
        expect(changesBetween(again, newSessionOf(its, fieldsOf(session)))).toEqual({});
      }),
      { numRuns: 200 },
    ));

  it('sends nothing but what is another one now, an emptied list as such', () => {
    const before = newSessionOf(contest, { ...filled, invited: 'Петров П.П.' });
    const after = newSessionOf(contest, { ...filled, place: 'г. Киров', invited: '' });
    expect(changesBetween(before, after)).toEqual({ place: 'г. Киров', invited: [] });
    const withoutSeat = newSessionOf(contest, { ...filled, secretaryId: '', secretaryName: 'Громов Г.Г.' });
    expect(changesBetween(after, withoutSeat)).toMatchObject({
      secretaryId: null,
      secretaryName: 'Громов Г.Г.',
    });
  });
});

const plain = [
  'number',
  'date',
  'place',
  'timeZone',
  'form',
  'presidingId',
  'ruleSet',
  'establishedSeats',
] as const;
const pick = <Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]) =>
  Object.fromEntries(keys.map((key) => [key, whole[key]]));
