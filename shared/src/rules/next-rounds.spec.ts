import { describe, expect, it } from '@jest/globals';
import {
  aMotion,
  aNomination,
  aNominee,
  aPlan,
  approves,
  chooses,
  laureates,
  majority,
  moreThan,
  ranked,
  says,
} from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, spread, type Ballots, type LivedSession } from '../testing/lived-session.ts';
import { verify } from '../verifier/verify.ts';
import type { DecisionRule, NextRoundPolicy, TieBreaker } from './plan/rule-set.ts';
import type { QuestionDraft, Winner } from './session.ts';

const places = (winners: readonly Winner[] = []): string =>
  winners.map(({ nomineeId, place }) => `${nomineeId}${place}`).join(' ');
const votes = (...counts: readonly number[]): Ballots =>
  spread(counts.map((count, index) => [count, chooses('abcdefgh'[index]!)] as const));
const overHalf = { base: 'present', threshold: moreThan(1, 2) } as const;
const third = { base: 'present', threshold: { n: 1, d: 3, compare: 'at-least' } } as const;
const by = (nextRound: NextRoundPolicy, maxRounds?: number): DecisionRule => ({
  kind: 'majority',
  majority: overHalf,
  nextRound,
  ...(maxRounds !== undefined && { maxRounds }),
});
const asked = (ids: string, decision: DecisionRule, more: Partial<QuestionDraft> = {}): QuestionDraft =>
  aNomination('choose', ids, { decision, ties: [], ...more });
const opened = (question: QuestionDraft, members = 9): LivedSession =>
  inSession(aPlan({ members, questions: [question] }));
const next = (session: LivedSession) => session.openRound().round();
const refusesAnother = (session: LivedSession) =>
  given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');

describe('the best go on', () => {
  it('[4.4] twice as many as there are open places, and all equal to the last of them', () => {
    const session = opened(asked('a b c d e f', by('top-two'), { places: laureates(2) }));
    expect(next(session.vote(votes(3, 2, 1, 1, 1, 0)))).toMatchObject({
      kind: 'next',
      number: 2,
      nomineeIds: ['a', 'b', 'c', 'd', 'e'],
      openPlaces: [{ place: 1, count: 2 }],
      parameters: { min: 1, max: 1 },
    });
  });

  it('[4.4] for what is still open: who has won stays a winner and stands no more', () => {
    const question = aNomination('approval', 'a b c d', {
      decision: majority('present', moreThan(1, 2)),
      places: ranked(1, 1),
      ties: [],
    });
    const session = opened(question).vote(
      spread([
        [4, approves('a+ b+ c- d-')],
        [2, approves('a+ b- c+ d-')],
        [3, approves('a- b- c- d+')],
      ]),
    );
    expect(session.outcome()).toMatchObject({ kind: 'won', winners: [{ nomineeId: 'a' }], notAwarded: 1 });
    expect(session.result()).toEqual({ status: 'undecided', winners: [], notAwarded: 0 });
    expect(next(session)).toMatchObject({
      kind: 'next',
      nomineeIds: ['b', 'd'],
      openPlaces: [{ place: 2, count: 1 }],
    });
    session.cast(spread([[5, approves('b+ d-')]])).close();
    expect(places(session.result().winners)).toBe('a1 b2');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[4.4] [1.4] what stays open when the session closes is not awarded', () => {
    const session = opened(asked('a b c', by('top-two'), { places: laureates(2) })).vote(votes(6, 2, 1));
    expect(session.result().status).toBe('undecided');
    session.tell({ type: 'close-session' });
    expect(session.result()).toMatchObject({
      status: 'awarded',
      winners: [{ nomineeId: 'a' }],
      notAwarded: 1,
    });
  });

  it('[4.4] and once, not again as the same', () => {
    const session = opened(asked('a b c', by('top-two')))
      .vote(votes(4, 3, 2))
      .vote(votes(3, 3));
    expect(session.round().kind).toBe('next');
    expect(session.result().status).toBe('no-winner');
    refusesAnother(session);
  });
});

describe('the same again', () => {
  it('[4.4] the same nominees, until somebody wins or the rounds are over', () => {
    const session = opened(asked('a b c', by('repeat', 3)))
      .vote(votes(4, 3, 2))
      .vote(votes(4, 3, 2));
    expect(session.round()).toMatchObject({ kind: 'next', number: 2, nomineeIds: ['a', 'b', 'c'] });
    expect(session.result().status).toBe('undecided');
    session.vote(votes(4, 4, 1));
    expect(session.result()).toEqual({ status: 'no-winner', winners: [], notAwarded: 1 });
    refusesAnother(session);
  });

  it('[4.4] ten rounds where the rule does not say how many', () => {
    const session = opened(asked('a b', by('repeat')));
    for (let held = 1; held <= 10; held += 1) session.vote(votes(4, 4));
    expect(session.result().status).toBe('no-winner');
    refusesAnother(session);
  });

  it('[4.4] [9.2] an annulled one does not count, and is repeated as what it was', () => {
    const session = opened(asked('a b c', by('repeat', 2)))
      .vote(votes(4, 3, 2))
      .vote(votes(4, 3, 2))
      .annul();
    expect(next(session)).toMatchObject({
      kind: 'revote',
      repeatsNext: true,
      nomineeIds: ['a', 'b', 'c'],
    });
    session.cast(votes(5, 4)).close();
    expect(places(session.result().winners)).toBe('a1');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[4.4] a motion that is not adopted is put again', () => {
    const motion = aMotion({ decision: by('repeat') });
    const session = opened(motion).vote({ m1: says('for') });
    expect(session.outcome()?.kind).toBe('rejected');
    expect(session.result().status).toBe('undecided');
    session.vote(spread([[5, says('for')]]));
    expect(session.round()).toMatchObject({ kind: 'next', number: 2, ballotKind: 'motion' });
    expect(session.result().status).toBe('adopted');
    const closed = opened(motion)
      .vote({ m1: says('for') })
      .tell({ type: 'close-session' });
    expect(closed.result().status).toBe('rejected');
    for (const policy of ['top-two', 'eliminate-last'] as const) {
      const other = opened(aMotion({ decision: by(policy) })).vote({ m1: says('for') });
      expect(other.result().status).toBe('rejected');
    }
  });
});

describe('the last leave', () => {
  const tried = (ids: string, ties: readonly TieBreaker[] = [], more: Partial<QuestionDraft> = {}) =>
    opened(asked(ids, by('eliminate-last'), { ties, ...more }));

  it('[4.4] whoever has fewest votes, and those equal to them together', () => {
    expect(next(tried('a b c d').vote(votes(3, 3, 2, 1))).nomineeIds).toEqual(['a', 'b', 'c']);
    expect(next(tried('a b c d').vote(votes(4, 3, 1, 1))).nomineeIds).toEqual(['a', 'b']);
    expect(next(tried('a b c d').vote(votes(4, 3, 2, 0))).nomineeIds).toEqual(['a', 'b', 'c']);
  });

  it('[4.4] where fewer than two would remain, the tie-breakers that need no person say who', () => {
    const nominees = ['a', 'b', 'c'].map((id, index) => aNominee(id, { priorScore: String(9 - index) }));
    const ties = ['lot-by-hand', 'runoff', 'prior-score'] as const;
    expect(next(tried('', ties, { nominees }).vote(votes(3, 2, 2))).nomineeIds).toEqual(['a', 'b']);
    // The presiding member m1 chose b.
    const own = { m1: chooses('b'), m2: chooses('c'), m3: chooses('a'), m4: chooses('a') };
    expect(next(tried('a b c', ['own-vote']).vote(own)).nomineeIds).toEqual(['a', 'b']);
    const { nomineeIds } = next(tried('a b c', ['lot']).vote(votes(3, 2, 2)));
    expect(nomineeIds).toHaveLength(2);
    expect(nomineeIds).toContain('a');
  });

  it('[4.4] none of them does: the same vote is held again', () => {
    expect(next(tried('a b c').vote(votes(3, 2, 2))).nomineeIds).toEqual(['a', 'b', 'c']);
    expect(next(tried('a b').vote(votes(3, 2))).nomineeIds).toEqual(['a', 'b']);
  });

  it('[4.4] round by round to the last two', () => {
    const session = tried('a b c d')
      .vote(votes(3, 3, 2, 1))
      .vote(votes(4, 3, 2))
      .vote(votes(4, 5));
    const rounds = session.question().rounds.map(({ nomineeIds }) => nomineeIds.join(''));
    expect(rounds).toEqual(['abcd', 'abc', 'ab']);
    expect(places(session.result().winners)).toBe('b1');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });
});

describe('ties and next rounds', () => {
  const decision: DecisionRule = { kind: 'majority', majority: third, nextRound: 'repeat' };

  it('[7.2] [4.4] a tie in a next round has a runoff of its own', () => {
    const session = opened(asked('a b c d', decision, { ties: ['runoff'] })).vote(votes(2, 2, 2, 2));
    expect(session.vote(votes(4, 4, 1)).outcome()).toMatchObject({ kind: 'tied', awaiting: 'runoff' });
    expect(next(session)).toMatchObject({ kind: 'runoff', number: 3, nomineeIds: ['a', 'b'] });
    session.cast(votes(5, 4)).close();
    expect(places(session.result().winners)).toBe('a1');
    expect(session.question().rounds.map(({ outcome }) => outcome?.kind)).toEqual([
      'no-winner',
      'tied',
      'won',
    ]);
  });

  it('[4.4] a next round with the nominees of a tie is not taken for its runoff', () => {
    const session = opened(asked('a b', decision, { ties: ['runoff'] }))
      .vote(votes(4, 4))
      .vote(votes(1, 1));
    expect(session.round()).toMatchObject({ kind: 'runoff' });
    expect(session.outcome()?.kind).toBe('no-winner');
    expect(next(session)).toMatchObject({ kind: 'next', number: 3, nomineeIds: ['a', 'b'] });
    session.cast(votes(5, 1)).close();
    expect(places(session.result().winners)).toBe('a1');
    expect(session.question().rounds[0]?.outcome).toMatchObject({ kind: 'tied', decidedBy: 'runoff' });
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[4.4] [7.2] a runoff for one of several places leaves the others to the round before it', () => {
    const question = asked(
      'a b c d e',
      { ...decision, nextRound: 'top-two' },
      {
        places: ranked(1, 1, 1),
        ties: ['runoff'],
        parameters: { min: 1, max: 2 },
      },
    );
    const session = opened(question).vote({
      m1: chooses('a', 'b'),
      m2: chooses('a', 'b'),
      m3: chooses('a', 'b'),
      m4: chooses('c', 'd'),
      m5: chooses('c', 'e'),
    });
    // a and b have the third that is needed, and are equal for the first place and the second.
    expect(session.outcome()).toMatchObject({ kind: 'tied', among: ['a', 'b'] });
    session.vote(votes(5, 4));
    expect(session.round().kind).toBe('runoff');
    expect(next(session)).toMatchObject({
      kind: 'next',
      nomineeIds: ['c', 'd', 'e'],
      openPlaces: [{ place: 3, count: 1 }],
    });
    session.cast(votes(0, 0, 6)).close();
    expect(places(session.result().winners)).toBe('a1 b2 c3');
  });
});

describe('entries', () => {
  it('[4.2] are asked for before the first round alone', () => {
    const session = opened(asked('a b c', by('repeat'), { minEntries: 3 })).vote(votes(4, 3, 2));
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'R' });
    expect(next(session).nomineeIds).toEqual(['a', 'b']);
  });

  it('[4.2] a next round needs two', () => {
    const session = opened(asked('a b', by('repeat'))).vote(votes(4, 3));
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'b', reason: 'R' });
    expect(session.result().status).toBe('no-winner');
    refusesAnother(session);
  });

  it('[12.6] [4.2] in the first edition they were asked for before every round', () => {
    const { edition: _edition, ...plan } = aPlan({
      members: 9,
      questions: [asked('a b c', majority('present', moreThan(1, 2)), { minEntries: 3 })],
    });
    const session = inSession(plan).vote(votes(4, 3, 2));
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'R' });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('too-few-nominees');
  });
});
