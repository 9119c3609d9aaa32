import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  aNomination,
  aNominee,
  aPlan,
  chooses,
  ranked,
  ranks,
  rules,
  scores,
} from '../testing/a-session.ts';
import { inSession, type Ballots, type LivedSession } from '../testing/lived-session.ts';
import { verify } from '../verifier/verify.ts';
import { questionFaults } from './plan/check-plan.ts';
import type { QuestionDraft, Winner } from './session.ts';

const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');
const brought = (...priorScores: readonly string[]) =>
  priorScores.map((priorScore, index) => aNominee('abc'[index]!, { priorScore }));
const voted = (question: QuestionDraft, ballots: Ballots): LivedSession =>
  inSession(aPlan({ questions: [question] })).vote(ballots);
const said = (question: QuestionDraft) =>
  questionFaults(question, rules({ ties: [] })).map(({ path, code }) => `${path} ${code}`);

const scored = (more: Partial<QuestionDraft> = {}): QuestionDraft =>
  aNomination('score', '', {
    nominees: brought('10', '2', '0'),
    parameters: { criteria: [aCriterion('c', { step: '0.5' })], carry: { weight: '0.5' } },
    places: ranked(1, 1, 1),
    ties: [],
    ...more,
  });

describe('points brought from before', () => {
  it('[5.8] are added to the total by their weight, in a column of their own', () => {
    const session = voted(scored(), { m1: scores({ a: '3', b: '8', c: '7.5' }) });
    const { tally } = session.round();
    expect(tally.points).toEqual({ a: '8', b: '9', c: '7.5' });
    expect(tally.carried).toEqual({ a: '5', b: '1', c: '0' });
    expect(places(session.result().winners)).toBe('b1 a2 c3');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[5.8] after rounding, and exactly', () => {
    const parameters = {
      criteria: [aCriterion('c', { step: '0.1' })],
      rounding: { at: 'total', digits: 0 },
      carry: { weight: '0.3' },
    } as const;
    const session = voted(scored({ parameters, nominees: brought('0.1', '0.2', '0') }), {
      m1: scores({ a: '7.4', b: '6.6', c: '7' }),
    });
    expect(session.round().tally.points).toEqual({ a: '7.03', b: '7.06', c: '7' });
  });

  it('[5.8] [5.4] and to points for places', () => {
    const ranking = aNomination('rank', '', {
      nominees: brought('1', '4', '9'),
      parameters: { points: ['5', '3', '1'], carry: { weight: '1' } },
      ties: [],
    });
    const session = voted(ranking, { m1: ranks('a', 'b', 'c') });
    expect(session.round().tally).toMatchObject({
      points: { a: '6', b: '7', c: '10' },
      carried: { a: '1', b: '4', c: '9' },
      votes: { a: 1, b: 0, c: 0 },
    });
    expect(places(session.result().winners)).toBe('c1');
  });

  it('[5.8] [6.2] a minimum is of the whole total, and nobody wins on what was brought alone', () => {
    const parameters = { criteria: [aCriterion('c')], partial: true, carry: { weight: '1' } };
    const decision = { kind: 'plurality', minimumScore: '9' } as const;
    const session = voted(scored({ parameters, decision }), { m1: scores({ b: '7', c: '8' }) });
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[5.8] [4.4] a runoff counts votes, and a revote counts them again', () => {
    const question = scored({ nominees: brought('2', '2', '0'), places: ranked(1), ties: ['runoff'] });
    const equal = { m1: scores({ a: '5', b: '5', c: '1' }) };
    const session = voted(question, equal).annul().vote(equal);
    expect(session.round()).toMatchObject({ kind: 'revote', tally: { carried: { a: '1', b: '1', c: '0' } } });
    session.vote({ m1: chooses('b') });
    expect(session.round()).toMatchObject({ kind: 'runoff', ballotKind: 'choose' });
    expect(session.round().tally).not.toHaveProperty('carried');
    expect(places(session.result().winners)).toBe('b1');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[5.8] [7.2] are no part of the presiding member’s own vote', () => {
    const question = scored({ nominees: brought('4', '2', '0'), places: ranked(1), ties: ['own-vote'] });
    // a: mean 5 + 2 = 7 · b: mean 6 + 1 = 7; m1 gave b more.
    const session = voted(question, {
      m1: scores({ a: '5', b: '6', c: '0' }),
      m2: scores({ a: '5', b: '6', c: '0' }),
    });
    expect(session.outcome()).toMatchObject({ decidedBy: 'own-vote', winners: [{ nomineeId: 'b' }] });
  });
});

describe('convening', () => {
  it('[5.8] needs something from everybody, and a weight above zero', () => {
    expect(said(scored({ nominees: [aNominee('a', { priorScore: '1' }), aNominee('b')] }))).toEqual([
      'nominees.1.priorScore missing',
    ]);
    const weighing = (weight: string) =>
      scored({ parameters: { criteria: [aCriterion('c')], carry: { weight } } });
    expect(said(weighing('0'))).toEqual(['parameters.carry.weight not-above-zero']);
    expect(said(weighing('x'))).toEqual(['parameters.carry.weight decimal']);
  });

  it('[5.8] is for points alone, and leaves nothing for prior-score to decide', () => {
    const carry = { weight: '1' };
    expect(said(aNomination('choose', 'a b', { parameters: { carry } }))).toEqual([
      'parameters.carry carry-without-points',
    ]);
    expect(said(aNomination('rank', 'a b', { parameters: { sumOfPlaces: true, carry } }))).toEqual([
      'parameters.carry carry-without-points',
    ]);
    expect(said(scored({ ties: ['prior-score'] }))).toEqual(['ties prior-score-carried']);
  });
});
