import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  aNomination,
  aPlan,
  approves,
  aSeat,
  chooses,
  laureates,
  moreThan,
  ranked,
  ranks,
  seats,
  share,
} from '../../testing/a-session.ts';
import { given } from '../../testing/given.ts';
import {
  inSession,
  type LivedSession,
  member,
  secretary,
  spread,
  type Ballots,
} from '../../testing/lived-session.ts';
import type { TieBreaker } from '../plan/rule-set.ts';
import type { QuestionDraft, Winner } from '../session.ts';

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

describe('the lot from the journal', () => {
  it('[7.3] orders by SHA-256 of the closing hash and the nominee, for anybody to repeat', () => {
    const session = voted(among(['lot'], { places: ranked(1, 1, 1) }), threeEqual);
    const closing = session.entries.at(-1)!;
    expect(closing.event.type).toBe('round-closed');
    const drawn = (id: string) => createHash('sha256').update(`${closing.hash}:${id}`).digest('hex');
    const order = ['a', 'b', 'c'].sort((x, y) => (drawn(x) < drawn(y) ? -1 : 1));
    expect(session.result().winners.map((each) => each.nomineeId)).toEqual(order);
    expect(session.outcome()).toMatchObject({ decidedBy: 'lot' });
  });

  it('[7.3] takes only the tied', () => {
    const ballots = spread([
      [3, chooses('a')],
      [2, chooses('b')],
      [2, chooses('c')],
    ]);
    const session = voted(among(['lot'], { places: laureates(2) }), ballots);
    expect(session.outcome()).toMatchObject({
      among: ['b', 'c'],
      winners: [{ nomineeId: 'a' }, { place: 1 }],
    });
  });
});

describe('the lot by hand', () => {
  const lot = (session: LivedSession, ...nomineeIds: readonly string[]) =>
    ({ type: 'record-lot', roundId: session.round().roundId, nomineeIds, witnesses: 'Two members' }) as const;

  it('[7.2] is awaited, and orders as it was drawn', () => {
    const session = voted(among(['lot-by-hand'], { places: ranked(1, 1, 1) }), threeEqual);
    expect(session.outcome()).toMatchObject({
      kind: 'tied',
      awaiting: 'lot-by-hand',
      among: ['a', 'b', 'c'],
    });
    session.tell(lot(session, 'c', 'a', 'b'));
    expect(places(session.result().winners)).toBe('c1 a2 b3');
    expect(session.round().tieBreaking.lots).toMatchObject([
      { nomineeIds: ['c', 'a', 'b'], witnesses: 'Two members' },
    ]);
  });

  it('[7.2] orders all of the tied, save where fewer are enough', () => {
    const session = voted(among(['lot-by-hand'], { places: ranked(1, 1, 1) }), threeEqual);
    given(session).when(lot(session, 'c')).thenRefused('incomplete-ballot');
    given(session).when(lot(session)).thenRefused('incomplete-ballot');
    given(session)
      .when(lot(session, 'c', 'a'))
      .thenRecords('lot-recorded');
    given(session)
      .when(lot(session, 'c', 'x', 'a'))
      .thenRefused('choice-not-offered');
    given(session)
      .when(lot(session, 'c', 'c', 'a'))
      .thenRefused('choice-not-offered');
    const one = voted(among(['lot-by-hand']), threeEqual);
    given(one).when(lot(one, 'c')).thenRecords('lot-recorded');
    expect(places(one.tell(lot(one, 'c')).result().winners)).toBe('c1');
  });

  it('[13] is recorded by the secretary, when awaited, before the deadline', () => {
    const session = voted(among(['lot-by-hand']), threeEqual);
    given(session).when(lot(session, 'a'), member('m1')).thenRefused('forbidden');
    given(session)
      .when(lot(session, 'a'), secretary, { now: session.session.deadline })
      .thenRefused('deadline-passed');
    const clear = voted(among(['lot-by-hand']), { m1: chooses('a') });
    given(clear).when(lot(clear, 'a')).thenRefused('not-allowed-by-rules');
  });

  it('[7.2] declined: the later ones are tried, by an officer’s word', () => {
    const session = voted(among(['lot-by-hand', 'shared']), threeEqual);
    const decline = { type: 'decline-tie-breaker', roundId: session.round().roundId } as const;
    given(session).when(decline, member('m2')).thenRefused('forbidden');
    expect(session.tell(decline, member('m1')).outcome()).toMatchObject({ kind: 'won', decidedBy: 'shared' });
    given(session).when(decline).thenRefused('not-allowed-by-rules');
  });

  it('[7.2] two ties of one round have a lot each', () => {
    const question = aNomination('choose', 'a b c d', { ties: ['lot-by-hand'], places: ranked(1, 1, 1, 1) });
    const session = voted(
      question,
      spread([
        [3, chooses('a')],
        [3, chooses('b')],
        [1, chooses('c')],
        [1, chooses('d')],
      ]),
    );
    session.tell(lot(session, 'b'));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand', among: ['c', 'd'] });
    expect(places(session.outcome()?.winners)).toBe('b1 a2');
    session.tell(lot(session, 'd', 'c'));
    expect(places(session.result().winners)).toBe('b1 a2 d3 c4');
  });
});

describe('the casting vote among nominees', () => {
  const chaired = (question: QuestionDraft): LivedSession =>
    inSession(
      aPlan({
        roll: [...seats(5), aSeat('chair', { votes: false })],
        presidingId: 'chair',
        questions: [question],
      }),
    );
  const give = (session: LivedSession, nomineeId: string) =>
    ({ type: 'give-casting-vote', roundId: session.round().roundId, nomineeId }) as const;

  it('[7.2] names one of the tied and adds a vote and a ballot', () => {
    const session = chaired(among(['casting-vote'])).vote({ m1: chooses('a'), m2: chooses('b') });
    given(session).when(give(session, 'c'), member('chair')).thenRefused('choice-not-offered');
    session.tell(give(session, 'b'), member('chair'));
    expect(session.outcome()).toMatchObject({
      kind: 'won',
      winners: [{ nomineeId: 'b' }],
      decidedBy: 'casting-vote',
      among: ['a', 'b'],
    });
    expect(session.round().tally).toMatchObject({ ballots: 3, votes: { a: 1, b: 2, c: 0 } });
  });

  it('[7.2] does not raise the floor that the tied have passed', () => {
    const decision = { kind: 'plurality', floor: share('participants', moreThan(1, 2)) } as const;
    const question = aNomination('approval', 'a b c', {
      places: laureates(2),
      decision,
      ties: ['casting-vote', 'shared'],
    });
    // Three of five are for each; with the extra ballot three of six would not be more than a half.
    const session = chaired(question).vote({
      m1: approves('a+ b+ c+'),
      m2: approves('a+ b+ c+'),
      m3: approves('a+ b+ c+'),
      m4: approves('a- b- c-'),
      m5: approves('a- b- c-'),
    });
    session.tell(give(session, 'b'), member('chair'));
    expect(places(session.result().winners)).toBe('b1 a1 c1');
    expect(session.outcome()?.steps?.map(({ tieBreaker, effect }) => [tieBreaker, effect])).toEqual([
      ['casting-vote', 'narrowed'],
      ['shared', 'settled'],
    ]);
  });

  it('[7.2] leaves points as they are', () => {
    const question = aNomination('rank', 'a b', {
      parameters: { points: ['3', '1'] },
      ties: ['casting-vote'],
    });
    const session = chaired(question).vote({ m1: ranks('a', 'b'), m2: ranks('b', 'a') });
    session.tell(give(session, 'b'), member('chair'));
    expect(session.round().tally).toMatchObject({
      ballots: 3,
      points: { a: '4', b: '4' },
      votes: { a: 1, b: 1 },
    });
    expect(session.result().winners).toEqual([{ nomineeId: 'b', place: 1 }]);
  });
});
