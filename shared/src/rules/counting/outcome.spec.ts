import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aCriterion,
  aNomination,
  aNominee,
  aPlan,
  approves,
  atLeast,
  chooses,
  laureates,
  moreThan,
  ranked,
  ranks,
  says,
  scores,
  share,
} from '../../testing/a-session.ts';
import { given } from '../../testing/given.ts';
import { inSession, type LivedSession, spread, type Ballots } from '../../testing/lived-session.ts';
import type { QuestionDraft, Winner } from '../session.ts';

const voted = (question: QuestionDraft, ballots: Ballots, members = 9): LivedSession =>
  inSession(aPlan({ members, questions: [question] })).vote(ballots);

/** `'a1 b1 c2'`: nominees with their places. */
const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');

/** So many ballots for each, in order: `votes(3, 2, 0)` for a, b and c. */
const votes = (...counts: readonly number[]): Ballots =>
  spread(counts.map((count, index) => [count, chooses('abcdefgh'[index]!)] as const));

describe('plurality', () => {
  it('[6.2] the most votes win, however few', () => {
    const session = voted(aNomination('choose', 'a b c'), votes(1, 2, 1));
    expect(session.outcome()).toEqual({
      kind: 'won',
      winners: [{ nomineeId: 'b', place: 1 }],
      notAwarded: 0,
    });
    expect(session.result()).toEqual({
      status: 'awarded',
      winners: [{ nomineeId: 'b', place: 1 }],
      notAwarded: 0,
    });
  });

  it('[6.2] [6.5] zero votes never win; the place is not awarded', () => {
    const session = voted(aNomination('choose', 'a b c', { places: laureates(3) }), votes(2, 1, 0));
    expect(session.outcome()).toMatchObject({ kind: 'won', notAwarded: 1 });
    expect(places(session.result().winners)).toBe('a1 b1');
  });

  it('[6.5] nobody qualifies: no winner', () => {
    const nobody: readonly Ballots[] = [{}, { m1: abstention, m2: abstention }];
    for (const ballots of nobody) {
      const session = voted(aNomination('choose', 'a b'), ballots);
      expect(session.outcome()).toMatchObject({ kind: 'no-winner', winners: [], notAwarded: 1 });
      expect(session.result().status).toBe('no-winner');
    }
  });

  it('[6.2] zero votes of a single nominee do not win either', () =>
    expect(
      voted(aNomination('approval', 'a'), { m1: approves('a-'), m2: approves('a0') }).outcome()?.kind,
    ).toBe('no-winner'));

  it('[6.2] a total of zero wins nothing, whoever gave it', () => {
    const criteria = [aCriterion('c')];
    const question = aNomination('score', 'a b', { parameters: { criteria }, places: laureates(2) });
    const session = voted(question, { m1: scores({ a: '1', b: '0' }) });
    expect(places(session.result().winners)).toBe('a1');
    expect(session.result().notAwarded).toBe(1);
    expect(voted(question, { m1: scores({ a: '0', b: '0' }) }).result().status).toBe('no-winner');
    const points = aNomination('rank', 'a b', { parameters: { points: ['1', '0'] }, places: laureates(2) });
    expect(places(voted(points, { m1: ranks('a', 'b') }).result().winners)).toBe('a1');
  });

  it('[6.2] where a score may be below zero, zero is a total like any other', () => {
    const criteria = [aCriterion('c', { min: '-5' })];
    const question = aNomination('score', 'a b', { parameters: { criteria } });
    expect(places(voted(question, { m1: scores({ a: '0', b: '-1' }) }).result().winners)).toBe('a1');
  });

  it('[12.6] [6.2] in the first edition a total of zero won', () => {
    const criteria = [aCriterion('c')];
    const { edition: _edition, ...plan } = aPlan({
      questions: [aNomination('score', 'a', { parameters: { criteria } })],
    });
    expect(
      inSession(plan)
        .vote({ m1: scores({ a: '0' }) })
        .result().status,
    ).toBe('awarded');
  });

  it('[6.2] a minimum score: reached is enough, 5.9 of 6 is not', () => {
    const decision = { kind: 'plurality', minimumScore: '6' } as const;
    const parameters = { criteria: [aCriterion('c', { step: '0.1' })] };
    const question = aNomination('score', 'a b c', { parameters, decision, places: ranked(1, 1, 1) });
    const session = voted(question, { m1: scores({ a: '7', b: '6', c: '5.9' }) });
    expect(places(session.result().winners)).toBe('a1 b2');
    expect(session.result().notAwarded).toBe(1);
    expect(voted(question, { m1: scores({ a: '5', b: '4', c: '3' }) }).result().status).toBe('no-winner');
  });

  it('[6.2] a minimum score compares exactly: a mean of 6 from 5.9, 6 and 6.1', () => {
    const decision = { kind: 'plurality', minimumScore: '6' } as const;
    const question = aNomination('score', 'a', {
      parameters: { criteria: [aCriterion('c', { step: '0.1' })] },
      decision,
    });
    const session = voted(question, {
      m1: scores({ a: '5.9' }),
      m2: scores({ a: '6' }),
      m3: scores({ a: '6.1' }),
    });
    expect(session.result().status).toBe('awarded');
  });
});

describe('too few who scored', () => {
  const criteria = [aCriterion('c'), aCriterion('d')];
  const question = aNomination('score', 'a b c', {
    parameters: { criteria, partial: true, minimumScorers: 2 },
    places: laureates(2),
    ties: [],
  });
  const gives = (given: Readonly<Record<string, readonly [string, string?]>>) => ({
    scores: Object.fromEntries(
      Object.entries(given).map(([id, [c, d]]) => [id, { c, ...(d !== undefined && { d }) }]),
    ),
  });

  it('[5.9] whom fewer scored on every criterion is not judged, however high the total', () => {
    const session = voted(question, {
      m1: gives({ a: ['10', '10'], b: ['5', '5'] }),
      m2: gives({ a: ['10'], b: ['6', '6'], c: ['1', '1'] }),
      m3: gives({ c: ['1', '1'] }),
    });
    expect(session.outcome()).toMatchObject({ kind: 'won', notJudged: ['a'] });
    expect(places(session.result().winners)).toBe('b1 c1');
  });

  it('[5.9] and where nobody is judged nobody wins', () => {
    const session = voted(question, { m1: gives({ a: ['10', '10'] }) });
    expect(session.outcome()).toMatchObject({ kind: 'no-winner', notJudged: ['a', 'b', 'c'] });
  });
});

describe('everybody who meets what is asked', () => {
  const overHalf = { kind: 'plurality', floor: share('present', moreThan(1, 2)) } as const;

  it('[6.4] wins alike, however many they are, and nothing is left to award', () => {
    const question = aNomination('approval', 'a b c', {
      decision: overHalf,
      places: { kind: 'all' },
      ties: ['lot-by-hand'],
    });
    // Of nine: a and b have five each, c has four.
    const session = voted(
      question,
      spread([
        [4, approves('a+ b+ c+')],
        [1, approves('a+ b+ c-')],
        [4, approves('a- b- c0')],
      ]),
    );
    expect(session.outcome()).toEqual({
      kind: 'won',
      winners: [
        { nomineeId: 'a', place: 1 },
        { nomineeId: 'b', place: 1 },
      ],
      notAwarded: 0,
    });
    expect(session.result()).toMatchObject({ status: 'awarded', notAwarded: 0 });
  });

  it('[6.4] or nobody does, and no further round follows', () => {
    for (const decision of [overHalf, { kind: 'majority', majority: overHalf.floor } as const]) {
      const question = aNomination('approval', 'a b', { decision, places: { kind: 'all' } });
      const session = voted(question, { m1: approves('a+ b+') });
      expect(session.result()).toEqual({ status: 'no-winner', winners: [], notAwarded: 0 });
      given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    }
  });

  it('[6.4] [5.5] by a minimum score as well', () => {
    const question = aNomination('score', 'a b c', {
      parameters: { criteria: [aCriterion('c')] },
      decision: { kind: 'plurality', minimumScore: '6' },
      places: { kind: 'all' },
    });
    expect(places(voted(question, { m1: scores({ a: '7', b: '5', c: '6' }) }).result().winners)).toBe(
      'a1 c1',
    );
  });
});

describe('approval and choice', () => {
  it('[6.3] nominees below the floor drop out, the rest are ordered by votes for, not by the difference', () => {
    const decision = { kind: 'plurality', floor: share('for-and-against', moreThan(1, 2)) } as const;
    const question = aNomination('approval', 'a b', { decision });
    // a: 5 for, 4 against. b: 4 for, none against.
    const session = voted(
      question,
      spread([
        [4, approves('a- b+')],
        [5, approves('a+ b0')],
      ]),
    );
    expect(places(session.result().winners)).toBe('a1');
  });

  it('[6.3] nobody above the floor of a plurality: no winner, and no runoff', () => {
    const decision = { kind: 'plurality', floor: share('present', moreThan(1, 2)) } as const;
    const session = voted(aNomination('choose', 'a b c', { decision }), votes(4, 3, 2));
    expect(session.result().status).toBe('no-winner');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
  });

  it.each([
    [2, 3, 4, 'no-winner'],
    [2, 4, 3, 'won'],
    [4, 1, 4, 'no-winner'],
    [5, 0, 4, 'won'],
  ])('[6.3] a %i, b %i, against all %i: %s', (a, b, against, kind) => {
    const question = aNomination('choose', 'a b', { parameters: { againstAll: true } });
    const session = voted(
      question,
      spread([
        [a, chooses('a')],
        [b, chooses('b')],
        [against, says('against-all')],
      ]),
    );
    expect(session.outcome()?.kind).toBe(kind);
    expect(session.result().status).toBe(kind === 'won' ? 'awarded' : 'no-winner');
  });

  it('[6.3] nobody against all, and nobody for anyone: that is not against-all winning, but nobody qualifying', () =>
    expect(
      voted(aNomination('choose', 'a b', { parameters: { againstAll: true } }), {}).outcome()?.kind,
    ).toBe('no-winner'));
});

describe('places', () => {
  it('[6.4] laureates are equal', () =>
    expect(
      places(
        voted(aNomination('choose', 'a b c', { places: laureates(2) }), votes(4, 3, 2)).result().winners,
      ),
    ).toBe('a1 b1'));

  it('[6.4] ranked places, each with its count', () =>
    expect(
      places(
        voted(aNomination('choose', 'a b c d', { places: ranked(1, 2) }), votes(4, 2, 2, 1)).result().winners,
      ),
    ).toBe('a1 b2 c2'));

  it('[7.1] equality within one place is no tie', () => {
    const session = voted(aNomination('choose', 'a b c', { places: ranked(2, 1), ties: [] }), votes(3, 3, 2));
    expect(places(session.result().winners)).toBe('a1 b1 c2');
  });

  it('[7.1] equality below the last place is no tie', () =>
    expect(places(voted(aNomination('choose', 'a b c', { ties: [] }), votes(5, 2, 2)).result().winners)).toBe(
      'a1',
    ));

  it('[7.1] for laureates equality across the last place is a tie', () => {
    const session = voted(
      aNomination('choose', 'a b c d', { places: laureates(2), ties: [] }),
      votes(4, 2, 2, 1),
    );
    expect(session.outcome()).toMatchObject({
      kind: 'tied',
      among: ['b', 'c'],
      winners: [{ nomineeId: 'a', place: 1 }],
    });
    expect(session.result().status).toBe('undecided');
  });

  it('[7.1] for ranked places equality across any boundary is a tie, although all of them win something', () => {
    const session = voted(
      aNomination('choose', 'a b c', { places: ranked(1, 1, 1), ties: [] }),
      votes(3, 3, 2),
    );
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b'], winners: [] });
  });

  it('[7.1] equality of fewer than there are places for is no tie', () =>
    expect(
      voted(aNomination('choose', 'a b', { places: laureates(2), ties: [] }), votes(2, 2)).result(),
    ).toMatchObject({ status: 'awarded', notAwarded: 0 }));

  it.each([
    [ranked(1, 1, 1), votes(3, 3, 2, 1), 'a1 b1 c2 d3', 0],
    [ranked(1, 2), votes(3, 3, 2, 1), 'a1 b1 c2 d2', 0],
    [ranked(1, 1, 1), votes(4, 2, 2, 1), 'a1 b2 c2 d3', 0],
    [ranked(1, 1), votes(4, 2, 2, 1), 'a1 b2 c2', 0],
    [ranked(1, 1, 1), votes(3, 3), 'a1 b1', 2],
    [laureates(2), votes(4, 2, 2, 1), 'a1 b1 c1', 0],
    [laureates(1), votes(2, 2, 2), 'a1 b1 c1', 0],
    [ranked(2, 1), votes(4, 2, 2, 1), 'a1 b1 c1 d2', 0],
  ])('[6.4] a shared place counts on: %j', (offered, ballots, expected, notAwarded) => {
    const session = voted(aNomination('choose', 'a b c d', { places: offered, ties: ['shared'] }), ballots);
    expect(places(session.result().winners)).toBe(expected);
    expect(session.result().notAwarded).toBe(notAwarded);
    expect(session.outcome()?.decidedBy).toBe('shared');
  });
});

describe('one win per entrant', () => {
  const nominees = (prefix: string) => [
    aNominee(`${prefix}x`, { entrantId: 'x' }),
    aNominee(`${prefix}y`, { entrantId: 'y' }),
    aNominee(`${prefix}z`, { entrantId: 'z' }),
  ];
  const question = (id: string, more: Partial<QuestionDraft> = {}): QuestionDraft =>
    aNomination('choose', '', { questionId: id, nominees: nominees(id), ...more });
  const plan = (more: Parameters<typeof aPlan>[0] = {}) =>
    aPlan({
      members: 5,
      rules: { oneWinPerEntrant: true },
      questions: [question('q'), question('p')],
      ...more,
    });

  it('[6.6] an entrant that has won before is passed over, and the result says so', () => {
    const session = inSession(plan()).vote(
      spread([
        [3, chooses('qx')],
        [1, chooses('qy')],
      ]),
    );
    session.vote(
      spread([
        [3, chooses('px')],
        [2, chooses('py')],
      ]),
      'p',
    );
    expect(session.outcome('p')).toEqual({
      kind: 'won',
      winners: [{ nomineeId: 'py', place: 1 }],
      notAwarded: 0,
      passedOver: ['px'],
    });
    expect(session.round('p').earlierWins).toEqual([{ nomineeId: 'px', questionId: 'q' }]);
  });

  it('[6.6] a tie with an entrant passed over is none', () => {
    const session = inSession(plan()).vote({ m1: chooses('qx') });
    session.vote(
      spread([
        [2, chooses('px')],
        [2, chooses('py')],
      ]),
      'p',
    );
    expect(session.outcome('p')).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'py' }] });
    expect(session.outcome('p')).not.toHaveProperty('decidedBy');
  });

  it('[6.6] so is one listed as an earlier winner at opening', () => {
    const session = inSession(plan({ earlierWinners: ['y'] })).vote(
      spread([
        [3, chooses('qy')],
        [1, chooses('qz')],
      ]),
    );
    expect(session.outcome()).toMatchObject({ winners: [{ nomineeId: 'qz' }], passedOver: ['qy'] });
    expect(session.round().earlierWins).toEqual([{ nomineeId: 'qy', questionId: null }]);
  });

  it('[6.6] [6.5] if only such entrants have votes, nobody wins', () => {
    const session = inSession(plan({ earlierWinners: ['x', 'y'] })).vote(
      spread([
        [3, chooses('qx')],
        [1, chooses('qy')],
      ]),
    );
    expect(session.outcome()).toMatchObject({ kind: 'no-winner', passedOver: ['qx', 'qy'] });
  });

  it('[6.6] without the rule an entrant wins twice', () => {
    const session = inSession(plan({ rules: {} }))
      .vote({ m1: chooses('qx') })
      .vote({ m1: chooses('px') }, 'p');
    expect(session.result('p').winners).toEqual([{ nomineeId: 'px', place: 1 }]);
  });

  it('[6.6] entries without an entrant are nobody’s second win', () => {
    const session = inSession(
      plan({ questions: [aNomination('choose', 'a b'), aNomination('choose', 'a b', { questionId: 'p' })] }),
    );
    session.vote({ m1: chooses('a') }).vote({ m1: chooses('a') }, 'p');
    expect(session.result('p').status).toBe('awarded');
  });

  it('[6.6] a round that a later outcome relied on cannot be annulled, until that one is', () => {
    const session = inSession(plan())
      .vote({ m1: chooses('qx') })
      .vote(
        spread([
          [2, chooses('px')],
          [1, chooses('py')],
        ]),
        'p',
      );
    const annul = {
      type: 'annul-round',
      roundId: session.round().roundId,
      ground: 'breach',
      reason: 'x',
    } as const;
    given(session).when(annul).thenRefused('relied-on');
    session.annul('p');
    given(session).when(annul).thenRecords('round-annulment-requested');
  });

  it('[6.6] a round that nothing relied on can be annulled, and its entrant wins again', () => {
    const session = inSession(plan())
      .vote({ m1: chooses('qx') })
      .annul();
    session.vote({ m1: chooses('px') }, 'p');
    expect(session.result('p').winners).toEqual([{ nomineeId: 'px', place: 1 }]);
  });
});

describe('ranking with a floor is not offered', () => {
  it('[6.3] points are ordered, whatever share they are', () => {
    const session = voted(aNomination('rank', 'a b', { parameters: { points: ['3', '1'] } }), {
      m1: ranks('b', 'a'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'b' }] });
  });

  it('[6.1] a threshold of exactly all: everybody present', () => {
    const decision = { kind: 'majority', majority: share('present', atLeast(1, 1)) } as const;
    expect(
      voted(aNomination('approval', 'a', { decision }), spread([[9, approves('a+')]])).result().status,
    ).toBe('awarded');
    expect(
      voted(aNomination('approval', 'a', { decision }), spread([[8, approves('a+')]])).result().status,
    ).toBe('no-winner');
  });
});
