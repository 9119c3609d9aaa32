import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aCriterion,
  aNomination,
  aNominee,
  aPlan,
  approves,
  chooses,
  laureates,
  ranked,
  ranks,
  scores,
} from '../../testing/a-session.ts';
import { inSession, type LivedSession, spread, type Ballots } from '../../testing/lived-session.ts';
import type { TieBreaker } from '../plan/rule-set.ts';
import { countedBack, firstToBreak } from './ties.ts';
import type { Nominee, QuestionDraft, Winner } from '../session.ts';

const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');

const voted = (question: QuestionDraft, ballots: Ballots, members = 9): LivedSession =>
  inSession(aPlan({ members, questions: [question] })).vote(ballots);

const among = (ties: readonly TieBreaker[], more: Partial<QuestionDraft> = {}): QuestionDraft =>
  aNomination('choose', 'a b c', { ties, ...more });

/** a, b and c with two votes each; `m1` presides and chose a. */
const threeEqual: Ballots = spread([
  [2, chooses('a')],
  [2, chooses('b')],
  [2, chooses('c')],
]);

describe('own-vote', () => {
  it('[7.2] the nominee whom the presiding member chose comes first', () => {
    const session = voted(among(['own-vote']), threeEqual);
    expect(session.outcome()).toEqual({
      kind: 'won',
      winners: [{ nomineeId: 'a', place: 1 }],
      notAwarded: 0,
      decidedBy: 'own-vote',
      among: ['a', 'b', 'c'],
      steps: [
        { tieBreaker: 'own-vote', among: ['a', 'b', 'c'], effect: 'settled', order: [['a'], ['b', 'c']] },
      ],
    });
  });

  it('[7.2] passes on what it does not separate: the presiding member chose another, abstained or was silent', () => {
    const others = { m2: chooses('a'), m3: chooses('b'), m4: chooses('a'), m5: chooses('b') };
    for (const ballots of [others, { ...others, m1: abstention }, { ...others, m1: chooses('c') }]) {
      const session = voted(among(['own-vote', 'shared']), ballots);
      expect(session.outcome()).toMatchObject({ decidedBy: 'shared', among: ['a', 'b'] });
    }
  });

  it('[7.2] narrows, and the next one decides among the rest', () => {
    const nominees = [
      aNominee('a', { priorScore: '5' }),
      aNominee('b', { priorScore: '7' }),
      aNominee('c', { priorScore: '9' }),
    ];
    // Two each by approval; the presiding member is for a and b.
    const question = aNomination('approval', '', { nominees, ties: ['own-vote', 'prior-score'] });
    const session = voted(question, {
      m1: approves('a+ b+ c-'),
      m2: approves('a+ b- c+'),
      m3: approves('a- b+ c+'),
    });
    expect(session.outcome()).toMatchObject({
      winners: [{ nomineeId: 'b' }],
      decidedBy: 'prior-score',
      among: ['a', 'b'],
    });
    expect(session.outcome()?.steps).toMatchObject([
      { tieBreaker: 'own-vote', effect: 'narrowed', order: [['a', 'b'], ['c']] },
      { tieBreaker: 'prior-score', effect: 'settled', order: [['b'], ['a']] },
    ]);
  });

  it('[7.2] settles when what it leaves equal fits the places', () => {
    const question = aNomination('approval', 'a b c', { places: laureates(2), ties: ['own-vote'] });
    const session = voted(question, {
      m1: approves('a+ b+ c-'),
      m2: approves('a+ b- c+'),
      m3: approves('a- b+ c+'),
    });
    expect(places(session.result().winners)).toBe('a1 b1');
    expect(session.outcome()?.steps).toMatchObject([{ effect: 'settled' }]);
  });

  it('[7.2] approval: for before not, against and abstaining alike', () => {
    const question = aNomination('approval', 'a b c', { ties: ['own-vote'] });
    const session = voted(question, { m1: approves('a- b0 c+'), m2: approves('a+ b+ c-') });
    expect(places(session.result().winners)).toBe('c1');
    const same = voted(question, { m1: approves('a- b0 c-'), m2: approves('a+ b+ c-') });
    expect(same.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b'] });
  });

  it('[7.2] rank: by place, placed before not placed', () => {
    const question = aNomination('rank', 'a b c', {
      parameters: { points: ['3', '1'] },
      ties: ['own-vote'],
      places: ranked(1, 1, 1),
    });
    // a: 1+3 = 4 · b: 3+1 = 4.
    const session = voted(question, { m1: ranks('b', 'a'), m2: ranks('a', 'b') });
    expect(places(session.result().winners)).toBe('b1 a2');
    const partial = aNomination('rank', 'a b c', {
      parameters: { points: ['3', '3'], partial: true },
      ties: ['own-vote'],
    });
    expect(places(voted(partial, { m1: ranks('c'), m2: ranks('a') }).result().winners)).toBe('c1');
  });

  it('[7.2] score: by the own exact total, weights included, without rounding', () => {
    const criteria = [aCriterion('c', { step: '0.1' }), aCriterion('d', { step: '0.1', weight: '2' })];
    const parameters = { criteria, rounding: { at: 'total', digits: 0 } } as const;
    const question = aNomination('score', 'a b', { parameters, ties: ['own-vote'] });
    const score = (a: [string, string], b: [string, string]) => ({
      scores: { a: { c: a[0], d: a[1] }, b: { c: b[0], d: b[1] } },
    });
    // m1: a 5 + 2·5 = 15, b 5.2 + 2·5 = 15.2; both show as 15.
    expect(places(voted(question, { m1: score(['5', '5'], ['5.2', '5']) }).result().winners)).toBe('b1');
    // The weights decide: a 6 + 2·4 = 14 beside b 4 + 2·5 = 14 are equal.
    expect(voted(question, { m1: score(['6', '4'], ['4', '5']) }).outcome()?.kind).toBe('tied');
  });

  it('[7.2] a written ballot of the presiding member counts like any other', () => {
    const session = inSession(
      aPlan({ questions: [among(['own-vote'])], rules: { absentee: true } }),
    ).openRound();
    const { roundId } = session.round();
    session.cast({ m2: chooses('a'), m3: chooses('b'), m4: chooses('a') });
    session.tell({
      type: 'enter-ballot',
      roundId,
      memberId: 'm1',
      ballot: chooses('b'),
      basis: 'written',
      document: '7',
    });
    expect(session.close().outcome()).toMatchObject({ winners: [{ nomineeId: 'b' }], decidedBy: 'own-vote' });
  });
});

describe('what is known of the nominees', () => {
  const nominees = (...more: readonly Partial<Nominee>[]) =>
    more.map((each, index) => aNominee('abc'[index]!, each));

  it('[7.2] prior-score: the higher first, compared as numbers', () => {
    const question = among(['prior-score'], {
      nominees: nominees({ priorScore: '9.5' }, { priorScore: '10' }, { priorScore: '9.50' }),
      places: ranked(1, 2),
    });
    const session = voted(question, threeEqual);
    expect(places(session.result().winners)).toBe('b1 a2 c2');
  });

  it('[7.2] prior-score passes on where one of the tied has none', () => {
    const question = among(['prior-score', 'shared'], {
      nominees: nominees({ priorScore: '9.5' }, { priorScore: '10' }, {}),
    });
    expect(voted(question, threeEqual).outcome()).toMatchObject({ decidedBy: 'shared' });
  });

  it('[7.2] earlier-application: the earlier first', () => {
    const question = among(['earlier-application'], {
      nominees: nominees(
        { appliedAt: '2021-03-02T00:00:00.000Z' },
        { appliedAt: '2021-03-01T23:59:59.999Z' },
        { appliedAt: '2021-03-02T00:00:00.001Z' },
      ),
      places: ranked(1, 1, 1),
    });
    expect(places(voted(question, threeEqual).result().winners)).toBe('b1 a2 c3');
  });

  it('[7.2] equal keys pass on', () => {
    const question = among(['earlier-application', 'prior-score', 'shared'], {
      nominees: nominees(
        ...Array.from({ length: 3 }, () => ({ appliedAt: '2021-03-02T00:00:00.000Z', priorScore: '1' })),
      ),
    });
    const { steps } = voted(question, threeEqual).outcome() ?? {};
    expect(steps?.map((each) => each.effect)).toEqual(['passed-on', 'passed-on', 'settled']);
  });

  it('[7.2] all of them chained: each narrows what the one before left', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) =>
      aNominee(id, {
        priorScore: id === 'a' ? '1' : '2',
        appliedAt: id === 'b' ? '2021-03-05T00:00:00.000Z' : '2021-03-01T00:00:00.000Z',
      }),
    );
    const question = aNomination('choose', '', {
      nominees: four,
      ties: ['own-vote', 'prior-score', 'earlier-application', 'lot-by-hand'],
    });
    // One vote each, the presiding member silent: b, c, d by score; c, d by application; the lot between them.
    const session = voted(question, {
      m2: chooses('a'),
      m3: chooses('b'),
      m4: chooses('c'),
      m5: chooses('d'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand', among: ['c', 'd'] });
    session.tell({ type: 'record-lot', roundId: session.round().roundId, nomineeIds: ['d'], witnesses: 'W' });
    expect(session.outcome()).toMatchObject({
      kind: 'won',
      winners: [{ nomineeId: 'd' }],
      decidedBy: 'lot-by-hand',
      among: ['c', 'd'],
    });
    expect(session.outcome()?.steps?.map((each) => each.effect)).toEqual([
      'passed-on',
      'narrowed',
      'narrowed',
      'settled',
    ]);
  });
});

describe('countback', () => {
  const placed = (points: readonly string[], more: Partial<QuestionDraft> = {}): QuestionDraft =>
    aNomination('rank', 'a b c', { parameters: { points }, ties: ['countback', 'lot-by-hand'], ...more });

  it('[7.2] whoever has no first place falls back', () => {
    // Two points each: a and c have one first place, b none.
    const session = voted(placed(['2', '1', '0']), { m1: ranks('a', 'b', 'c'), m2: ranks('c', 'b', 'a') });
    expect(session.outcome()?.steps).toMatchObject([
      { tieBreaker: 'countback', effect: 'narrowed', order: [['a', 'c'], ['b']] },
      { tieBreaker: 'lot-by-hand', among: ['a', 'c'], effect: 'awaited' },
    ]);
  });

  it('[7.2] where first places are equal second ones count, and so on', () => {
    // Four points and one first place each; second places: a 2, c 1, b 0.
    const session = voted(placed(['2', '1', '1'], { places: ranked(1, 1, 1) }), {
      m1: ranks('a', 'c', 'b'),
      m2: ranks('b', 'a', 'c'),
      m3: ranks('c', 'a', 'b'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'won', decidedBy: 'countback' });
    expect(places(session.result().winners)).toBe('a1 c2 b3');
  });

  it('[7.2] is of all nominees of the round, and looks at the sum of places too', () => {
    const question = aNomination('rank', 'a b c', {
      parameters: { sumOfPlaces: true },
      ties: ['countback'],
    });
    // a: 1+3 = 4 · b: 2+2 = 4 · c: 3+1 = 4.
    const session = voted(question, { m1: ranks('a', 'b', 'c'), m2: ranks('c', 'b', 'a') });
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'c'] });
  });

  it('[7.2] of scores: most ballots on which the own exact total is the highest', () => {
    const criteria = [aCriterion('c', { max: '10' }), aCriterion('d', { weight: '2', max: '10' })];
    const question = aNomination('score', 'a b c', { parameters: { criteria }, ties: ['countback'] });
    const all = (a: string, b: string, c: string) => ({
      scores: Object.fromEntries(Object.entries({ a, b, c }).map(([id, each]) => [id, { c: each, d: each }])),
    });
    // a: 9+1+5 = 15 · b: 6+6+3 = 15 · c: 1+2+5: a is highest once alone and once with c, b once.
    const session = voted(question, {
      m1: all('9', '6', '1'),
      m2: all('1', '6', '2'),
      m3: all('5', '3', '5'),
    });
    expect(session.outcome()).toMatchObject({ winners: [{ nomineeId: 'a' }], decidedBy: 'countback' });
  });

  it('[7.2] passes on in choices, in approvals and in the runoff of a ranking', () => {
    expect(voted(among(['countback', 'shared']), threeEqual).outcome()).toMatchObject({
      decidedBy: 'shared',
    });
    const runoff = inSession(
      aPlan({ questions: [placed(['1', '1'], { ties: ['runoff', 'countback', 'shared'] })] }),
    )
      .vote({ m1: ranks('a', 'b'), m2: ranks('b', 'a') })
      .vote({ m1: chooses('a'), m2: chooses('b') });
    expect(runoff.round().outcome?.steps?.map((each) => [each.tieBreaker, each.effect])).toEqual([
      ['runoff', 'passed-on'],
      ['countback', 'passed-on'],
      ['shared', 'settled'],
    ]);
  });

  it('[7.2] tells which places it looked at, down to the last that told somebody apart', () => {
    const { session } = voted(placed(['1', '1', '0'], { places: ranked(1, 1) }), {
      m1: ranks('a', 'b', 'c'),
      m2: ranks('b', 'a', 'c'),
      m3: ranks('a', 'c', 'b'),
      m4: ranks('b', 'c', 'a'),
    });
    // a: I 2, II 1, III 1 · b: I 2, II 1, III 1: no place tells them apart.
    const [question] = session.questions;
    expect(countedBack(question!.rounds[0]!, ['a', 'b']).map(({ place, counts }) => [place, counts])).toEqual(
      [1, 2, 3].map((place) => [
        place,
        ['a', 'b'].map((nomineeId) => ({ nomineeId, count: place === 1 ? 2 : 1 })),
      ]),
    );
    expect(countedBack(question!.rounds[0]!, ['a', 'c'])).toMatchObject([
      {
        of: 'places',
        place: 1,
        counts: [
          { nomineeId: 'a', count: 2 },
          { nomineeId: 'c', count: 0 },
        ],
      },
    ]);
  });
});

describe('what is not for nominees', () => {
  it('[7.2] rejected passes on: the tie stays', () =>
    expect(voted(among(['rejected']), threeEqual).outcome()).toMatchObject({
      kind: 'tied',
      steps: [{ tieBreaker: 'rejected', effect: 'passed-on' }],
    }));

  it('[7.2] while somebody is awaited nothing has decided', () => {
    const question = aNomination('approval', 'a b c', { ties: ['own-vote', 'lot-by-hand'] });
    const session = voted(question, {
      m1: approves('a+ b+ c-'),
      m2: approves('a+ b- c+'),
      m3: approves('a- b+ c+'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand', among: ['a', 'b'] });
    expect(session.outcome()).not.toHaveProperty('decidedBy');
  });

  it('[5.5] equal totals of scores are a tie', () => {
    const question = aNomination('score', 'a b', {
      parameters: { criteria: [aCriterion('c')] },
      ties: ['lot-by-hand'],
    });
    expect(
      voted(question, { m1: scores({ a: '5', b: '7' }), m2: scores({ a: '7', b: '5' }) }).outcome(),
    ).toMatchObject({ kind: 'tied', among: ['a', 'b'] });
  });
});

describe('what a tie of an open round would come to first', () => {
  const told = (question: QuestionDraft, plan: Parameters<typeof aPlan>[0] = {}) => {
    const { session } = inSession(aPlan({ questions: [question], ...plan })).openRound();
    const [asked] = session.questions;
    return firstToBreak({ session, question: asked!, round: asked!.rounds[0]! });
  };
  const presidesWithoutVote = () => {
    const { roll } = aPlan();
    return { roll: roll.map((seat) => (seat.memberId === 'm1' ? { ...seat, votes: false } : seat)) };
  };

  it('[7.2] is no casting vote where the presiding member has a vote, and no own vote where they have none', () => {
    expect(told(among(['own-vote', 'casting-vote']), presidesWithoutVote())).toBe('casting-vote');
    expect(told(among(['own-vote', 'lot']))).toBe('own-vote');
  });

  it('[7.2] is no comparison of what not every nominee has', () => {
    const scored = [aNominee('a', { priorScore: '5' }), aNominee('b', { priorScore: '4' })];
    expect(told(among(['prior-score', 'lot'], { nominees: scored }))).toBe('prior-score');
    expect(told(among(['prior-score', 'lot'], { nominees: [scored[0]!, aNominee('b')] }))).toBe('lot');
  });

  it('[7.2] is nothing where no rule is for nominees', () => {
    expect(told(among(['rejected']))).toBeUndefined();
  });
});
