import { describe, expect, it } from '@jest/globals';
import { abstention, aNomination, aPlan, chooses, laureates, ranked } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, type LivedSession, member, spread, type Ballots } from '../testing/lived-session.ts';
import type { QuestionDraft, Winner } from './session.ts';

const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');
const votes = (...counts: readonly number[]): Ballots =>
  spread(counts.map((count, index) => [count, chooses('abcdefgh'[index]!)] as const));
const withdraw = (nomineeId: string) =>
  ({ type: 'withdraw-nominee', questionId: 'q', nomineeId, reason: 'asked' }) as const;
const opened = (question: QuestionDraft): LivedSession =>
  inSession(aPlan({ members: 9, questions: [question] }));

describe('withdrawing', () => {
  it('[4.5] before the round: listed, marked, and not on the ballot', () => {
    const session = opened(aNomination('choose', 'a b c')).tell(withdraw('b')).openRound();
    expect(session.question().nominees).toMatchObject([{}, { nomineeId: 'b', withdrawn: true }, {}]);
    expect(session.round().nomineeIds).toEqual(['a', 'c']);
    given(session)
      .when(
        { type: 'cast-ballot', roundId: session.round().roundId, ballot: chooses('b'), replaces: null },
        member('m1'),
      )
      .thenRefused('choice-not-offered');
  });

  it('[4.5] in an open round refused, and never twice', () => {
    const session = opened(aNomination('choose', 'a b')).tell(withdraw('b'));
    given(session).when(withdraw('b')).thenRefused('not-allowed-by-rules');
    given(session).when(withdraw('x')).thenRefused('not-found');
    given(session.openRound()).when(withdraw('a')).thenRefused('round-open');
  });

  it('[4.5] a finished outcome does not change, not at the closing of the session either', () => {
    const session = opened(aNomination('choose', 'a b')).vote(votes(2, 1)).tell(withdraw('a'));
    expect(places(session.result().winners)).toBe('a1');
    session.tell({ type: 'close-session' }).open();
    expect(places(session.result().winners)).toBe('a1');
    expect(session.outcome()).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'a' }] });
  });

  it('[4.5] nor one that a runoff decided', () => {
    const session = opened(aNomination('choose', 'a b c', { ties: ['runoff'] }))
      .vote(votes(3, 3, 3))
      .vote(votes(2, 1, 1));
    session.tell(withdraw('a')).tell(withdraw('b')).tell({ type: 'close-session' });
    expect(places(session.result().winners)).toBe('a1');
  });

  it('[4.5] nor that nobody won', () => {
    const session = opened(aNomination('choose', 'a b', { ties: ['runoff'] }))
      .vote(votes(3, 3))
      .vote({ m1: abstention });
    expect(session.result().status).toBe('no-winner');
    expect(session.tell(withdraw('b')).result().status).toBe('no-winner');
  });

  it('[4.5] between the rounds of a tie: the others are left, and one left alone has won', () => {
    const session = opened(aNomination('choose', 'a b c', { ties: ['runoff'] }))
      .vote(votes(3, 3, 3))
      .tell(withdraw('c'));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'runoff', among: ['a', 'b'] });
    session.tell(withdraw('a'));
    expect(session.outcome()).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'b', place: 1 }] });
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[4.5] all of the tied: nobody wins', () => {
    const session = opened(aNomination('choose', 'a b', { ties: ['lot-by-hand'] })).vote(votes(3, 3));
    session.tell(withdraw('a')).tell(withdraw('b'));
    expect(places(session.result().winners)).toBe('b1');
    const three = opened(
      aNomination('choose', 'a b c', { ties: ['lot-by-hand'], places: laureates(2) }),
    ).vote(votes(3, 3, 3));
    expect(places(three.tell(withdraw('a')).result().winners)).toBe('b1 c1');
  });

  it('[4.5] a tie that follows a runoff is that of the runoff, whoever withdrew from it', () => {
    const session = opened(aNomination('choose', 'a b c', { ties: ['runoff', 'lot-by-hand'] }))
      .vote(votes(3, 3, 3))
      .vote(votes(2, 2, 1));
    session.tell(withdraw('c'));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand', among: ['a', 'b'] });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    session.tell({ type: 'record-lot', roundId: session.round().roundId, nomineeIds: ['b'], witnesses: 'W' });
    expect(places(session.result().winners)).toBe('b1');
  });

  it('[4.5] a declined tie-breaker stays declined', () => {
    const session = opened(aNomination('choose', 'a b c', { ties: ['runoff', 'lot-by-hand'] })).vote(
      votes(3, 3, 3),
    );
    session.tell({ type: 'decline-tie-breaker', roundId: session.round().roundId }).tell(withdraw('c'));
    expect(session.outcome()).toMatchObject({ awaiting: 'lot-by-hand', among: ['a', 'b'] });
  });

  it('[4.4] [4.5] a place won before stands, although its winner withdraws while the next is decided', () => {
    const session = opened(aNomination('choose', 'a b c', { places: ranked(1, 1), ties: ['runoff'] }))
      .vote(votes(4, 2, 2))
      .tell(withdraw('a'));
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['b', 'c'] });
    session.vote({ m1: chooses('c') });
    expect(places(session.result().winners)).toBe('a1 c2');
  });

  it('[4.5] after an annulment somebody withdrawn wins nothing', () => {
    const session = opened(aNomination('choose', 'a b', { ties: ['runoff'] }))
      .vote(votes(3, 3))
      .vote(votes(1));
    session.tell(withdraw('a')).annul();
    expect(places(session.result().winners)).toBe('b1');
  });
});

describe('too few nominees', () => {
  const question = aNomination('choose', 'a b c', { minEntries: 3 });

  it('[4.2] opening is refused, and the secretary may declare the question void', () => {
    const session = opened(question).tell(withdraw('c'));
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('too-few-nominees');
    given(session)
      .when({ type: 'declare-void', questionId: 'q', reason: 'few' }, member('m1'))
      .thenRefused('forbidden');
    session.tell({ type: 'declare-void', questionId: 'q', reason: 'few' });
    expect(session.question()).toMatchObject({
      voidReason: 'few',
      result: { status: 'void', winners: [], notAwarded: 0 },
    });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('too-few-nominees');
    given(session)
      .when({ type: 'declare-void', questionId: 'q', reason: 'few' })
      .thenRefused('not-allowed-by-rules');
  });

  it('[4.2] with enough of them it is not void', () => {
    given(opened(question))
      .when({ type: 'declare-void', questionId: 'q', reason: 'few' })
      .thenRefused('not-allowed-by-rules');
    given(opened(question)).when({ type: 'open-round', questionId: 'q' }).thenRecords('round-opened');
  });

  it('[4.2] without a number one is needed', () =>
    given(opened(aNomination('choose', 'a')).tell(withdraw('a')))
      .when({ type: 'open-round', questionId: 'q' })
      .thenRefused('too-few-nominees'));

  it('[4.2] void stays void at the closing', () => {
    const session = opened(question)
      .tell(withdraw('c'))
      .tell({ type: 'declare-void', questionId: 'q', reason: 'few' });
    expect(session.tell({ type: 'close-session' }).open().result().status).toBe('void');
  });
});
