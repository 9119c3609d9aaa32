import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aCriterion,
  aNomination,
  aPlan,
  approves,
  atLeast,
  chooses,
  laureates,
  majority,
  moreThan,
  ranked,
  ranks,
  says,
  scores,
  share,
} from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, type LivedSession, spread, type Ballots } from '../testing/lived-session.ts';
import type { QuestionDraft, QuestionResult, Winner } from './session.ts';

const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');

const opened = (question: QuestionDraft, members = 9): LivedSession =>
  inSession(aPlan({ members, questions: [question] }));

const votes = (...counts: readonly number[]): Ballots =>
  spread(counts.map((count, index) => [count, chooses('abcdefgh'[index]!)] as const));

const runoffFirst = aNomination('choose', 'a b c', { ties: ['runoff', 'lot-by-hand'] });

describe('a runoff after a tie', () => {
  it('[7.2] is awaited, and held among the tied', () => {
    const session = opened(runoffFirst).vote(votes(3, 3, 2));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'runoff', among: ['a', 'b'] });
    session.openRound();
    expect(session.round()).toMatchObject({
      number: 2,
      kind: 'runoff',
      nomineeIds: ['a', 'b'],
      openPlaces: [{ place: 1, count: 1 }],
    });
    expect(session.question().rounds[0]?.outcome).toMatchObject({ kind: 'tied' });
    expect(session.question().rounds[0]?.outcome).not.toHaveProperty('awaiting');
    session.cast({ m1: chooses('b') }).close();
    expect(session.result()).toEqual({
      status: 'awarded',
      winners: [{ nomineeId: 'b', place: 1 }],
      notAwarded: 0,
    });
    expect(session.question().rounds[0]?.outcome).toMatchObject({ kind: 'tied', decidedBy: 'runoff' });
  });

  it('[7.2] in a runoff the runoff passes on: the next tie-breaker is awaited there', () => {
    const session = opened(runoffFirst)
      .vote(votes(3, 3, 2))
      .vote(votes(2, 2));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand', among: ['a', 'b'] });
    expect(session.question().rounds[0]?.outcome).not.toHaveProperty('awaiting');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    session.tell({ type: 'record-lot', roundId: session.round().roundId, nomineeIds: ['b'], witnesses: 'W' });
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[7.2] declined, the next tie-breaker is tried on the first round', () => {
    const session = opened(runoffFirst).vote(votes(3, 3, 2));
    session.tell({ type: 'decline-tie-breaker', roundId: session.round().roundId });
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand' });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
  });

  it('[6.4, 7.2] a place freed by sharing in a runoff is one with the rest of it', () => {
    const nomination = aNomination('approval', 'a b c d', {
      places: ranked(1, 2),
      ties: ['runoff', 'shared'],
    });
    const first = spread([
      [1, approves('a+ b+ c+ d+')],
      [2, approves('a+ b- c+ d-')],
    ]);
    const again = { m1: approves('a+ c+') };
    const after = (edition: { edition?: 2 }): QuestionResult => {
      const { edition: _second, ...plan } = aPlan({ members: 3, questions: [nomination] });
      return inSession({ ...plan, ...edition })
        .vote(first)
        .vote(again)
        .result();
    };
    expect(after({ edition: 2 })).toMatchObject({ status: 'awarded', notAwarded: 0 });
    expect(places(after({ edition: 2 }).winners)).toBe('a1 c1 b2 d2');
    // What the first edition counted stays as it was: a runoff between b and d is awaited.
    expect(after({}).status).toBe('undecided');
  });

  it('[7.5] nothing decides: the officers open a runoff, and another, each among those still tied', () => {
    const session = opened(aNomination('choose', 'a b c d', { ties: [] })).vote(votes(2, 2, 2, 1));
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b', 'c'] });
    session.vote(votes(3, 3, 1));
    expect(session.round()).toMatchObject({ kind: 'runoff', nomineeIds: ['a', 'b', 'c'] });
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b'] });
    session.vote(votes(2, 2));
    expect(session.round()).toMatchObject({ number: 3, kind: 'runoff', nomineeIds: ['a', 'b'] });
    session.vote(votes(1, 2));
    expect(session.round()).toMatchObject({ number: 4, nomineeIds: ['a', 'b'] });
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[4.4] places won in an earlier round stand', () => {
    const session = opened(
      aNomination('choose', 'a b c d', { places: ranked(1, 1, 1), ties: ['runoff'] }),
    ).vote(votes(4, 2, 2, 1));
    expect(places(session.outcome()?.winners)).toBe('a1');
    session.openRound();
    expect(session.round()).toMatchObject({
      nomineeIds: ['b', 'c'],
      openPlaces: [
        { place: 2, count: 1 },
        { place: 3, count: 1 },
      ],
    });
    session
      .cast(
        spread([
          [1, chooses('b')],
          [2, chooses('c')],
        ]),
      )
      .close();
    expect(places(session.result().winners)).toBe('a1 c2 b3');
  });

  it('[4.4] [7.5] a place won in a runoff stands too: the next one is for the other', () => {
    const question = aNomination('choose', 'a b c d', { places: laureates(2), ties: [] });
    const session = opened(question)
      .vote(votes(2, 2, 2, 1))
      .vote(votes(3, 2, 2));
    expect(session.outcome()).toMatchObject({
      kind: 'tied',
      among: ['b', 'c'],
      winners: [{ nomineeId: 'a', place: 1 }],
    });
    session.openRound();
    expect(session.round()).toMatchObject({ nomineeIds: ['b', 'c'], openPlaces: [{ place: 1, count: 1 }] });
    session.cast({ m1: chooses('c') }).close();
    expect(places(session.result().winners)).toBe('a1 c1');
  });

  it('[7.1] two ties of one round have a runoff each', () => {
    const session = opened(
      aNomination('choose', 'a b c d', { places: ranked(1, 1, 1, 1), ties: ['runoff'] }),
    ).vote(votes(3, 3, 1, 1));
    session.vote(votes(2, 3));
    expect(session.result().status).toBe('undecided');
    expect(session.question().rounds[0]?.outcome).toMatchObject({
      kind: 'tied',
      awaiting: 'runoff',
      among: ['c', 'd'],
    });
    session.openRound();
    expect(session.round().nomineeIds).toEqual(['c', 'd']);
    session.cast({ m1: chooses('c'), m2: chooses('d'), m3: chooses('d') }).close();
    expect(places(session.result().winners)).toBe('b1 a2 d3 c4');
  });

  it('[4.4] a runoff of rank is a choice of as many as there are open places', () => {
    const question = aNomination('rank', 'a b c d', {
      parameters: { points: ['3', '2', '1'] },
      places: laureates(2),
      ties: ['runoff'],
    });
    // a, b and c have 3+2+1 each; two places.
    const session = opened(question).vote({
      m1: ranks('a', 'b', 'c'),
      m2: ranks('b', 'c', 'a'),
      m3: ranks('c', 'a', 'b'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b', 'c'] });
    session.openRound();
    expect(session.round()).toMatchObject({
      ballotKind: 'choose',
      parameters: { min: 1, max: 2 },
      nomineeIds: ['a', 'b', 'c'],
    });
    session
      .cast({ m1: chooses('a', 'b'), m2: chooses('b'), m3: chooses('c', 'a'), m4: chooses('a') })
      .close();
    expect(places(session.result().winners)).toBe('a1 b1');
  });

  it('[4.4] also where each of the tied would get one of the ranked places', () => {
    const question = aNomination('rank', 'a b', {
      parameters: { points: ['3', '1'] },
      places: ranked(1, 1),
      ties: ['runoff'],
    });
    const session = opened(question)
      .vote({ m1: ranks('a', 'b'), m2: ranks('b', 'a') })
      .openRound();
    expect(session.round().parameters).toEqual({ min: 1, max: 2 });
    session.cast({ m1: chooses('a', 'b'), m2: chooses('b') }).close();
    expect(places(session.result().winners)).toBe('b1 a2');
  });

  it('[4.4] [6.2] a minimum score is not asked of the votes of a runoff', () => {
    const decision = { kind: 'plurality', minimumScore: '6' } as const;
    const question = aNomination('score', 'a b c', {
      parameters: { criteria: [aCriterion('c')] },
      decision,
      ties: ['runoff'],
    });
    const session = opened(question)
      .vote({ m1: scores({ a: '7', b: '7', c: '5' }) })
      .vote({ m1: chooses('b') });
    expect(session.round().ballotKind).toBe('choose');
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[4.4] a runoff of an approval stays one, a choice keeps against-all', () => {
    const approval = opened(aNomination('approval', 'a b', { ties: ['runoff'] }))
      .vote({ m1: approves('a+ b+') })
      .openRound();
    expect(approval.round()).toMatchObject({ ballotKind: 'approval', kind: 'runoff' });
    const question = aNomination('choose', 'a b c', { parameters: { againstAll: true }, ties: ['runoff'] });
    const session = opened(question)
      .vote(votes(2, 2, 1))
      .vote({ m1: says('against-all'), m2: chooses('a') });
    expect(session.outcome()?.kind).toBe('no-winner');
    expect(session.result()).toEqual({ status: 'no-winner', winners: [], notAwarded: 1 });
  });

  it('[6.5] a runoff that nobody wins leaves its place not awarded, not those won before', () => {
    const question = aNomination('choose', 'a b c', { places: ranked(1, 1), ties: ['runoff'] });
    const session = opened(question)
      .vote(votes(3, 2, 2))
      .vote({ m1: abstention });
    expect(session.result()).toEqual({
      status: 'awarded',
      winners: [{ nomineeId: 'a', place: 1 }],
      notAwarded: 1,
    });
  });

  it('[6.4] a place shared in a runoff counts on', () => {
    const question = aNomination('choose', 'a b c d', {
      places: ranked(1, 1, 1),
      ties: ['runoff', 'shared'],
    });
    const session = opened(question)
      .vote(votes(3, 3, 2, 1))
      .vote(votes(2, 2));
    expect(session.outcome()).toMatchObject({
      kind: 'won',
      decidedBy: 'shared',
      winners: [
        { nomineeId: 'a', place: 1 },
        { nomineeId: 'b', place: 1 },
      ],
    });
    expect(places(session.result().winners)).toBe('a1 b1 c2 d3');
    expect(session.result().notAwarded).toBe(0);
  });

  it('[3.4] a runoff without a quorum settles nothing; another one does', () => {
    const session = opened(runoffFirst, 5)
      .vote(votes(2, 2, 1))
      .openRound()
      .cast({ m1: chooses('a') });
    session.leave('m3', 'm4', 'm5').close();
    expect(session.outcome()?.kind).toBe('no-quorum');
    expect(session.result().status).toBe('undecided');
    expect(session.question().rounds[0]?.outcome).toMatchObject({ kind: 'tied', awaiting: 'runoff' });
    session.arrive('m3', 'm4', 'm5').vote({ m1: chooses('b') });
    expect(session.round()).toMatchObject({ number: 3, kind: 'runoff', nomineeIds: ['a', 'b'] });
    expect(places(session.result().winners)).toBe('b1');
  });
});

describe('a round after no winner', () => {
  const moreThanHalf = majority('present', moreThan(1, 2));
  const question = aNomination('choose', 'a b c d', { decision: moreThanHalf, ties: ['lot'] });

  it('[4.4] under a majority: among the top two', () => {
    const session = opened(question).vote(votes(4, 3, 2));
    expect(session.outcome()?.kind).toBe('no-winner');
    expect(session.result().status).toBe('undecided');
    session.vote(votes(4, 5));
    expect(session.round()).toMatchObject({ number: 2, kind: 'next', nomineeIds: ['a', 'b'] });
    expect(session.result()).toMatchObject({ status: 'awarded', winners: [{ nomineeId: 'b', place: 1 }] });
  });

  it('[12.6] [4.4] which the first edition called a runoff, and held where nobody had won at all', () => {
    const { edition: _edition, ...plan } = aPlan({ members: 9, questions: [question] });
    const session = inSession(plan)
      .vote(votes(4, 3, 2))
      .vote(votes(4, 5));
    expect(session.round()).toMatchObject({ number: 2, kind: 'runoff', nomineeIds: ['a', 'b'] });
    expect(places(session.result().winners)).toBe('b1');
    const several = { ...question, places: laureates(2) };
    const other = inSession({ ...plan, questions: [several] }).vote(votes(5, 3, 1));
    expect(other.result()).toMatchObject({ status: 'awarded', notAwarded: 1 });
  });

  it('[4.4] and all equal to the second', () => {
    const session = opened(question)
      .vote(votes(4, 2, 2, 1))
      .openRound();
    expect(session.round().nomineeIds).toEqual(['a', 'b', 'c']);
    expect(
      opened(question)
        .vote(votes(3, 3, 3))
        .openRound()
        .round().nomineeIds,
    ).toEqual(['a', 'b', 'c']);
  });

  it('[4.4] the question stays undecided until the session closes', () => {
    const session = opened(question)
      .vote(votes(4, 3, 2))
      .tell({ type: 'close-session' });
    expect(session.result()).toEqual({ status: 'no-winner', winners: [], notAwarded: 1 });
    session.open();
    expect(session.result().status).toBe('undecided');
  });

  it('[4.4] a runoff between two that nobody wins is the last', () => {
    const session = opened(question)
      .vote(votes(4, 3, 2))
      .vote(votes(4, 4));
    expect(session.result().status).toBe('no-winner');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
  });

  it('[4.4] a runoff among three that nobody wins leads to one among two', () => {
    const session = opened(question)
      .vote(votes(4, 2, 2, 1))
      .vote(votes(4, 3, 2));
    expect(session.result().status).toBe('undecided');
    session.vote(votes(5, 4));
    expect(session.round()).toMatchObject({ number: 3, nomineeIds: ['a', 'b'] });
    expect(places(session.result().winners)).toBe('a1');
  });

  it('[4.4] also when the runoff that nobody won followed a tie', () => {
    const decision = majority('present', atLeast(1, 3));
    const session = opened(aNomination('choose', 'a b c', { decision, ties: ['runoff'] })).vote(
      votes(3, 3, 3),
    );
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'runoff', among: ['a', 'b', 'c'] });
    session.vote(votes(2, 2, 1));
    expect(session.outcome()?.kind).toBe('no-winner');
    expect(session.result().status).toBe('undecided');
    session.vote(votes(4, 1));
    expect(session.round()).toMatchObject({ number: 3, kind: 'next', nomineeIds: ['a', 'b'] });
    expect(places(session.result().winners)).toBe('a1');
  });

  it('[4.4] a floor of a plurality leads to none', () => {
    const floored = {
      ...question,
      decision: { kind: 'plurality', floor: share('present', moreThan(1, 2)) },
    } as const;
    const session = opened(floored).vote(votes(4, 3, 2));
    expect(session.result().status).toBe('no-winner');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
  });

  it('[4.4] a single nominee has nobody to run against', () => {
    const session = opened(aNomination('approval', 'a', { decision: moreThanHalf })).vote({
      m1: approves('a+'),
    });
    expect(session.result().status).toBe('no-winner');
  });

  it('[3.4] without a quorum there is no winner and no runoff: the round is annulled and repeated', () => {
    const session = opened(question, 5)
      .openRound()
      .cast({ m1: chooses('a') })
      .leave('m3', 'm4', 'm5')
      .close();
    expect(session.result().status).toBe('undecided');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    session
      .annul()
      .arrive('m3')
      .vote(spread([[3, chooses('a')]]));
    expect(session.round().kind).toBe('revote');
    expect(places(session.result().winners)).toBe('a1');
  });
});

describe('the kinds of a round', () => {
  it('[4.4] the first has all nominees, the number follows', () => {
    const session = opened(runoffFirst).openRound();
    expect(session.round()).toMatchObject({
      number: 1,
      kind: 'first',
      nomineeIds: ['a', 'b', 'c'],
      ballotKind: 'choose',
    });
  });

  it('[4.4] a decided question has no further round', () => {
    const session = opened(runoffFirst).vote({ m1: chooses('a') });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
  });
});
