import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aCriterion,
  aMotion,
  aNomination,
  aPlan,
  approves,
  chooses,
  laureates,
  ranked,
  ranks,
  says,
  scores,
} from '../../testing/a-session.ts';
import { inSession, spread, type Ballots } from '../../testing/lived-session.ts';
import { shown } from './exact.ts';
import { ballotKinds } from '../kinds/registry.ts';
import type { Ballot, BallotParameters, QuestionDraft } from '../session.ts';

const voted = (question: QuestionDraft, ballots: Ballots, members = 5) =>
  inSession(aPlan({ members, questions: [question] })).vote(ballots);

/** Exact totals of a scoring, shown. */
const totals = (parameters: BallotParameters, ...ballots: readonly Ballot[]) =>
  Object.fromEntries(
    [...ballotKinds.score.standings(ballots, { nomineeIds: ['a', 'b'], parameters })].map(([id, total]) => [
      id,
      shown(total),
    ]),
  );

describe('motion', () => {
  it('[5.1] counts sides; [5.6] who abstains votes neither way', () =>
    expect(
      voted(aMotion(), { m1: says('for'), m2: says('against'), m3: abstention, m4: says('for') }).round()
        .tally,
    ).toEqual({
      ballots: 4,
      votes: { for: 2, against: 1 },
      abstained: 1,
      notVoted: 1,
      recused: 0,
    }));

  it('keeps a line for every side, zeros included', () =>
    expect(voted(aMotion(), {}).round().tally).toMatchObject({
      ballots: 0,
      votes: { for: 0, against: 0 },
      abstained: 0,
      notVoted: 5,
    }));
});

describe('approval', () => {
  it('[5.2] counts every nominee by itself; an abstention as a whole abstains on each', () => {
    const ballots = { m1: approves('a+ b-'), m2: approves('a+ b0'), m3: approves('a- b-'), m4: abstention };
    expect(voted(aNomination('approval', 'a b'), ballots).round().tally).toEqual({
      ballots: 4,
      votes: { a: 2, b: 0 },
      against: { a: 1, b: 2 },
      abstentions: { a: 1, b: 2 },
      abstained: 1,
      notVoted: 1,
      recused: 0,
    });
  });

  it('[5.2] a partial ballot says nothing of the others', () => {
    const question = aNomination('approval', 'a b', { parameters: { partial: true } });
    expect(voted(question, { m1: approves('a+'), m2: approves('b-') }).round().tally).toMatchObject({
      votes: { a: 1, b: 0 },
      against: { a: 0, b: 1 },
      abstentions: { a: 0, b: 0 },
      abstained: 0,
    });
  });
});

describe('choose', () => {
  it('[5.3] counts each chosen nominee, against-all beside them', () => {
    const question = aNomination('choose', 'a b c', {
      parameters: { min: 1, max: 2, againstAll: true },
      places: laureates(2),
    });
    const ballots = { m1: chooses('a', 'b'), m2: chooses('b'), m3: says('against-all'), m4: abstention };
    expect(voted(question, ballots).round().tally).toMatchObject({
      ballots: 4,
      votes: { a: 1, b: 2, c: 0, 'against-all': 1 },
      abstained: 1,
    });
  });
});

describe('rank', () => {
  // a: 5+3+5+1 = 14 · b: 3+5+1+3 = 12 · c: 1+0+3+5 = 9 · d: 0+1+0+0 = 1
  const ballots = {
    m1: ranks('a', 'b', 'c'),
    m2: ranks('b', 'a', 'd'),
    m3: ranks('a', 'c', 'b'),
    m4: ranks('c', 'b', 'a'),
    m5: abstention,
  };

  it('[5.4] adds a points table; highest sum first', () => {
    const session = voted(
      aNomination('rank', 'a b c d', { parameters: { points: ['5', '3', '1'] }, places: ranked(1, 1, 1) }),
      ballots,
    );
    expect(session.round().tally).toMatchObject({
      points: { a: '14', b: '12', c: '9', d: '1' },
      votes: { a: 2, b: 1, c: 1, d: 0 },
      abstained: 1,
    });
    expect(session.outcome()?.winners).toEqual([
      { nomineeId: 'a', place: 1 },
      { nomineeId: 'b', place: 2 },
      { nomineeId: 'c', place: 3 },
    ]);
  });

  it('[5.4] 10-7-5-3-1 over fewer nominees than places', () => {
    const question = aNomination('rank', 'a b', { parameters: { points: ['10', '7', '5', '3', '1'] } });
    expect(
      voted(question, { m1: ranks('a', 'b'), m2: ranks('b', 'a'), m3: ranks('b', 'a') }).round().tally.points,
    ).toEqual({ a: '24', b: '27' });
  });

  it('[5.4] points are exact: tenths add up', () => {
    const question = aNomination('rank', 'a b', { parameters: { points: ['0.2', '0.1'] } });
    // 0.1 + 0.2 each: a tie, which binary floating point would not see against 0.3.
    const session = voted(question, { m1: ranks('a', 'b'), m2: ranks('b', 'a') });
    expect(session.round().tally.points).toEqual({ a: '0.3', b: '0.3' });
    expect(session.outcome()).toMatchObject({ decidedBy: 'own-vote', winners: [{ nomineeId: 'a' }] });
  });

  it('[5.4] the sum of places: lowest first', () => {
    const question = aNomination('rank', 'a b c', {
      parameters: { sumOfPlaces: true },
      places: ranked(1, 1, 1),
    });
    // a: 1+2+3+3 = 9 · b: 2+1+1+2 = 6 · c: 3+3+2+1 = 9, and m1 prefers a.
    const session = voted(question, {
      m1: ranks('a', 'b', 'c'),
      m2: ranks('b', 'a', 'c'),
      m3: ranks('b', 'c', 'a'),
      m4: ranks('c', 'b', 'a'),
    });
    expect(session.round().tally.points).toEqual({ a: '9', b: '6', c: '9' });
    expect(session.outcome()).toMatchObject({
      winners: [
        { nomineeId: 'b', place: 1 },
        { nomineeId: 'a', place: 2 },
        { nomineeId: 'c', place: 3 },
      ],
      decidedBy: 'own-vote',
    });
  });

  it('[5.4] a sum of places to which nobody contributed wins nothing', () => {
    const question = aNomination('rank', 'a b', { parameters: { sumOfPlaces: true } });
    expect(voted(question, { m1: abstention, m2: abstention }).outcome()?.kind).toBe('no-winner');
  });

  it('[5.4] whom nobody placed wins nothing', () => {
    const question = aNomination('rank', 'a b c', {
      parameters: { points: ['5', '3'], partial: true },
      places: ranked(1, 1, 1),
    });
    expect(voted(question, { m1: ranks('a'), m2: ranks('a', 'c') }).outcome()).toMatchObject({
      winners: [
        { nomineeId: 'a', place: 1 },
        { nomineeId: 'c', place: 2 },
      ],
      notAwarded: 1,
    });
  });
});

describe('score', () => {
  const two = [aCriterion('c', { weight: '2' }), aCriterion('x', { weight: '0.5' })];
  const given = (c: string, x: string): Ballot => ({ scores: { a: { c, x }, b: { c: '0', x: '0' } } });
  // c: (7+8+9)/3 = 8. x: (5+6+6)/3 = 17/3.
  const three = [given('7', '5'), given('8', '6'), given('9', '6')];
  // c: (6+8+9)/3 = 23/3. x as before. 2·23/3 + 0.5·17/3 = 109/6 = 18.1666…
  const thirds = [given('6', '5'), given('8', '6'), given('9', '6')];

  it('[5.5] the total is the sum of weight × mean', () => {
    expect(totals({ criteria: two }, ...three)).toEqual({ a: '18.833333', b: '0' });
    expect(totals({ criteria: two, rounding: { at: 'none', digits: 1 } }, ...thirds)).toMatchObject({
      a: '18.166667',
    });
  });

  it('[5.5] rounds once, at the end', () => {
    expect(totals({ criteria: two, rounding: { at: 'total', digits: 1 } }, ...three)).toMatchObject({
      a: '18.8',
    });
    expect(totals({ criteria: two, rounding: { at: 'total', digits: 1 } }, ...thirds)).toMatchObject({
      a: '18.2',
    });
  });

  it('[5.5] rounds the mean, then weight × mean, then adds', () => {
    // x: 5.7, then 0.5·5.7 = 2.85 → 2.9. With c = 8: 18.9. With c = 7.7: 15.4 + 2.9.
    expect(totals({ criteria: two, rounding: { at: 'criterion', digits: 1 } }, ...three)).toMatchObject({
      a: '18.9',
    });
    expect(totals({ criteria: two, rounding: { at: 'criterion', digits: 1 } }, ...thirds)).toMatchObject({
      a: '18.3',
    });
    expect(totals({ criteria: two, rounding: { at: 'criterion', digits: 0 } }, ...thirds)).toMatchObject({
      a: '19',
    });
  });

  it('[5.5] adds without a mean', () =>
    expect(totals({ criteria: two, aggregate: 'sum' }, ...three)).toMatchObject({ a: '56.5' }));

  it.each([
    [['1', '8', '9', '10'], '8.5'],
    [['10', '10', '4'], '10'],
    [['4', '4', '4'], '4'],
    [['1', '10'], '5.5'],
    [['3'], '3'],
    [['2', '2', '9', '9', '10'], '6.666667'],
  ])('[5.5] the mean of %j without one highest and one lowest is %s', (given, total) =>
    expect(
      totals(
        { criteria: [aCriterion('c')], aggregate: 'trimmed-mean' },
        ...given.map((a) => scores({ a, b: '0' })),
      ),
    ).toMatchObject({ a: total }),
  );

  it('[5.5] the mean is over those who scored; a criterion that nobody scored gives nothing', () => {
    const parameters = { criteria: two, partial: true };
    expect(
      totals(
        parameters,
        { scores: { a: { c: '8' } } },
        { scores: { a: { c: '9' }, b: { c: '1' } } },
        abstention,
      ),
    ).toEqual({ a: '17', b: '2' });
  });

  it('[5.5] compares exactly what looks equal to six digits', () => {
    const criteria = [aCriterion('c', { step: '0.000001' })];
    const question = aNomination('score', 'a b', { parameters: { criteria } });
    const session = voted(question, {
      m1: scores({ a: '7', b: '7.333333' }),
      m2: scores({ a: '7', b: '7.333333' }),
      m3: scores({ a: '8', b: '7.333333' }),
    });
    expect(session.round().tally.points).toEqual({ a: '7.333333', b: '7.333333' });
    expect(session.outcome()).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'a', place: 1 }] });
    expect(session.outcome()).not.toHaveProperty('decidedBy');
  });

  it('[5.5] rounding makes equal what was not', () => {
    const criteria = [aCriterion('c', { step: '0.1' })];
    const question = aNomination('score', 'a b', {
      parameters: { criteria, rounding: { at: 'total', digits: 0 } },
      ties: [],
    });
    expect(voted(question, { m1: scores({ a: '7.4', b: '6.5' }) }).outcome()).toMatchObject({
      kind: 'tied',
      among: ['a', 'b'],
    });
  });

  it('[5.5] steps are counted from the minimum', () => {
    const criteria = [aCriterion('c', { min: '0.5', max: '9.5', step: '3' })];
    const paper = { nomineeIds: ['a'], parameters: { criteria } };
    expect(ballotKinds.score.check(scores({ a: '3.5' }), paper)).toBeUndefined();
    expect(ballotKinds.score.check(scores({ a: '3' }), paper)).toMatchObject({ code: 'out-of-range' });
  });
});

describe('the running count', () => {
  it.each([
    [aMotion(), says('for'), says('against')],
    [aNomination('approval', 'a b'), approves('a+ b-'), approves('a0 b+')],
    [aNomination('choose', 'a b', { parameters: { againstAll: true } }), chooses('a'), says('against-all')],
    [aNomination('rank', 'a b', { parameters: { points: ['2', '1'] } }), ranks('a', 'b'), ranks('b', 'a')],
    [
      aNomination('score', 'a b', { parameters: { criteria: [aCriterion('c')] } }),
      scores({ a: '1', b: '2' }),
      scores({ a: '3', b: '4' }),
    ],
  ] satisfies [QuestionDraft, Ballot, Ballot][])(
    'is that of the closing, through changes and withdrawals (%#)',
    (question, first, second) => {
      const session = inSession(aPlan({ questions: [question] })).openRound();
      session
        .cast({ m1: first, m2: second, m3: abstention, m4: first })
        .cast({ m1: second, m3: first, m2: abstention });
      session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, { memberId: 'm4' });
      const running = session.round().tally;
      expect(session.close().round().tally).toEqual(running);
    },
  );

  it('[5.6] spreads over all who are entitled', () => {
    const { ballots, notVoted } = voted(aMotion(), spread([[3, says('for')]])).round().tally;
    expect([ballots, notVoted]).toEqual([3, 2]);
  });
});
