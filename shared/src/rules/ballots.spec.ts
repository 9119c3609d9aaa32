import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aCriterion,
  aMotion,
  aNomination,
  aPlan,
  aSeat,
  approves,
  chooses,
  ranks,
  says,
  scores,
  seats,
} from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, type LivedSession, member, secretary } from '../testing/lived-session.ts';
import type { RefusalCode } from './refusal.ts';
import type { RuleSet } from './plan/rule-set.ts';
import type { Ballot, QuestionDraft } from './session.ts';

const voting = (question: QuestionDraft, rules: Partial<RuleSet> = {}): LivedSession =>
  inSession(aPlan({ questions: [question], rules })).openRound();

function castBy(session: LivedSession, memberId: string, ballot: Ballot, replaces: number | null = null) {
  return given(session).when(
    { type: 'cast-ballot', roundId: session.round().roundId, ballot, replaces },
    member(memberId),
  );
}

function entered(
  session: LivedSession,
  memberId: string,
  basis: 'by-hand' | 'written' = 'by-hand',
  document?: string,
) {
  const { roundId } = session.round();
  return {
    type: 'enter-ballot',
    roundId,
    memberId,
    ballot: says('against'),
    basis,
    ...(document && { document }),
  } as const;
}

const choice = aNomination('choose', 'a b c', { parameters: { min: 2, max: 2 } });
const approval = aNomination('approval', 'a b');
const ranking = aNomination('rank', 'a b c d', { parameters: { points: ['5', '3', '1'] } });
const scoring = aNomination('score', 'a b', {
  parameters: { criteria: [aCriterion('c', { min: '1', max: '10', step: '0.5' })] },
});

describe('answers that a round does not take', () => {
  const cases: readonly (readonly [QuestionDraft, Ballot, RefusalCode, string])[] = [
    [aMotion(), says('against-all'), 'choice-not-offered', 'ballot.choice'],
    [aMotion(), chooses('a'), 'choice-not-offered', 'ballot.choice'],
    [approval, approves('a+'), 'incomplete-ballot', 'ballot.answers'],
    [approval, approves('a+ b+ z+'), 'choice-not-offered', 'ballot.answers.z'],
    [approval, says('for'), 'choice-not-offered', 'ballot.answers'],
    [{ ...approval, parameters: { partial: true } }, { answers: {} }, 'incomplete-ballot', 'ballot.answers'],
    [choice, chooses('a'), 'incomplete-ballot', 'ballot.nominees'],
    [choice, chooses('a', 'b', 'c'), 'out-of-range', 'ballot.nominees'],
    [choice, chooses('a', 'z'), 'choice-not-offered', 'ballot.nominees.1'],
    [choice, chooses('a', 'a'), 'choice-not-offered', 'ballot.nominees.1'],
    [choice, says('against-all'), 'choice-not-offered', 'ballot.choice'],
    [choice, says('for'), 'choice-not-offered', 'ballot.choice'],
    [choice, ranks('a', 'b'), 'choice-not-offered', 'ballot.nominees'],
    [
      { ...choice, parameters: { ...choice.parameters, againstAll: true } },
      says('for'),
      'choice-not-offered',
      'ballot.choice',
    ],
    [ranking, ranks('a', 'b'), 'incomplete-ballot', 'ballot.places'],
    [ranking, ranks('a', 'b', 'c', 'd'), 'out-of-range', 'ballot.places'],
    [ranking, ranks('a', 'b', 'a'), 'choice-not-offered', 'ballot.places.2'],
    [ranking, ranks('a', 'b', 'z'), 'choice-not-offered', 'ballot.places.2'],
    [ranking, chooses('a'), 'choice-not-offered', 'ballot.places'],
    [
      { ...ranking, parameters: { points: ['5', '3', '1'], partial: true } },
      ranks(),
      'incomplete-ballot',
      'ballot.places',
    ],
    [
      { ...ranking, parameters: { sumOfPlaces: true } },
      ranks('a', 'b', 'c'),
      'incomplete-ballot',
      'ballot.places',
    ],
    [scoring, scores({ a: '5' }), 'incomplete-ballot', 'ballot.scores'],
    [scoring, scores({ a: '5', b: '10.5' }), 'out-of-range', 'ballot.scores.b.c'],
    [scoring, scores({ a: '5', b: '0.5' }), 'out-of-range', 'ballot.scores.b.c'],
    [scoring, scores({ a: '5', b: '5.25' }), 'out-of-range', 'ballot.scores.b.c'],
    [scoring, scores({ a: '5', b: '1e1' }), 'out-of-range', 'ballot.scores.b.c'],
    [scoring, scores({ a: '5', b: '5', z: '5' }), 'choice-not-offered', 'ballot.scores.z'],
    [
      scoring,
      { scores: { a: { c: '5', x: '5' }, b: { c: '5' } } },
      'choice-not-offered',
      'ballot.scores.a.x',
    ],
    [scoring, chooses('a'), 'choice-not-offered', 'ballot.scores'],
    [
      { ...scoring, parameters: { ...scoring.parameters, partial: true } },
      { scores: {} },
      'incomplete-ballot',
      'ballot.scores',
    ],
  ];
  it.each(cases)('[5.7] %# %j', (question, ballot, code, named) => {
    const session = voting(question);
    const before = session.session;
    castBy(session, 'm2', ballot).thenRefused(code, named);
    expect(session.session).toBe(before);
  });

  it('[5.7] an answer in two forms at once counts in neither', () => {
    castBy(voting(ranking), 'm2', { choice: 'abstain', places: ['a', 'b', 'z'] }).thenRefused(
      'choice-not-offered',
    );
    castBy(voting(scoring), 'm2', { ...scores({ a: '1', b: '1' }), ...abstention }).thenRefused(
      'choice-not-offered',
    );
    castBy(voting(aMotion()), 'm2', { ...says('for'), ...chooses('a') }).thenRefused('choice-not-offered');
  });

  it.each([
    [aMotion(), says('for')],
    [approval, approves('a+ b0')],
    [{ ...approval, parameters: { partial: true } }, approves('b-')],
    [choice, chooses('c', 'a')],
    [{ ...choice, parameters: { againstAll: true } }, says('against-all')],
    [ranking, ranks('d', 'a', 'b')],
    [{ ...ranking, parameters: { points: ['5', '3', '1'], partial: true } }, ranks('d')],
    [{ ...ranking, parameters: { sumOfPlaces: true } }, ranks('d', 'c', 'b', 'a')],
    [scoring, scores({ a: '1', b: '9.5' })],
  ] satisfies [QuestionDraft, Ballot][])('[5.1] [5.2] [5.3] [5.4] [5.5] %# takes %j', (question, ballot) =>
    castBy(voting(question), 'm2', ballot).thenRecords('ballot-cast'),
  );

  it('[5.4] a table longer than the nominees asks for all of them', () => {
    const two = aNomination('rank', 'a b', { parameters: { points: ['5', '3', '1'] } });
    castBy(voting(two), 'm2', ranks('a', 'b')).thenRecords('ballot-cast');
    castBy(voting(two), 'm2', ranks('a')).thenRefused('incomplete-ballot');
  });

  it('[5.3] a minimum beyond the nominees left asks for all of them', () => {
    const session = inSession(aPlan({ questions: [choice] }));
    for (const nomineeId of ['b', 'c'])
      session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId, reason: 'x' });
    castBy(session.openRound(), 'm2', chooses('a')).thenRecords('ballot-cast');
  });

  it('[5.2] a nominee called like a built-in of the language is answered like any other', () => {
    const session = voting(aNomination('approval', 'constructor b', { parameters: { partial: true } }));
    session.cast({ m1: approves('b+'), m2: approves('b+ constructor-') }).close();
    expect(session.round().tally).toMatchObject({
      votes: { constructor: 0, b: 2 },
      against: { constructor: 1, b: 0 },
    });
  });
});

describe('abstaining', () => {
  it.each([aMotion(), approval, choice, ranking, scoring])(
    '[5.6] any kind takes it, or by the rules none (%#)',
    (question) => {
      castBy(voting(question), 'm2', abstention).thenRecords('ballot-cast');
      castBy(voting(question, { abstain: false }), 'm2', abstention).thenRefused('abstain-not-allowed');
    },
  );

  it('[5.6] without abstentions none hides among the answers of an approval', () =>
    castBy(voting(approval, { abstain: false }), 'm2', approves('a+ b0')).thenRefused('abstain-not-allowed'));

  it('[5.6] not voting, abstaining and being absent are three things', () => {
    const session = inSession(aPlan({ members: 6 }))
      .leave('m6')
      .vote({ m1: says('for'), m2: abstention });
    expect(session.round().tally).toEqual({
      ballots: 2,
      votes: { for: 1, against: 0 },
      abstained: 1,
      notVoted: 3,
      recused: 0,
    });
  });
});

describe('who casts', () => {
  it('[8.6] the sign-in is the voter', () => {
    const session = voting(aMotion());
    const { roundId } = session.round();
    castBy(session, 'm2', says('for')).then({
      type: 'ballot-cast',
      roundId,
      memberId: 'm2',
      ballot: says('for'),
      replaces: null,
    });
    given(session)
      .when({ type: 'cast-ballot', roundId, ballot: says('for'), replaces: null }, secretary)
      .thenRefused('not-on-the-roll');
    given(session)
      .when({ type: 'cast-ballot', roundId, ballot: says('for'), replaces: null }, member('stranger'))
      .thenRefused('not-on-the-roll');
    given(session)
      .when({ type: 'cast-ballot', roundId, ballot: says('for'), replaces: null }, {})
      .thenRefused('forbidden');
  });

  it('[1.2] a seat without a vote has none', () => {
    const session = inSession(aPlan({ roll: [...seats(3), aSeat('guest', { votes: false })] })).openRound();
    castBy(session, 'guest', says('for')).thenRefused('no-vote');
    given(session).when(entered(session, 'guest')).thenRefused('no-vote');
  });

  it('[9.2] a closed or annulled round takes no ballot', () => {
    const session = voting(aMotion())
      .cast({ m1: says('for') })
      .close();
    castBy(session, 'm2', says('for')).thenRefused('round-not-open');
    castBy(session.annul(), 'm2', says('for')).thenRefused('round-not-open');
  });
});

describe('changing a ballot', () => {
  it('[9.1] without changeUntilClose the first is the last', () => {
    const session = voting(aMotion(), { changeUntilClose: false }).cast({ m2: says('for') });
    castBy(session, 'm2', says('against')).thenRefused('already-voted');
    castBy(session, 'm2', says('against'), session.position).thenRefused('already-voted');
  });

  it('[9.1] a change names the ballot it replaces; the last one counts', () => {
    const session = voting(aMotion()).cast({ m2: says('for') });
    castBy(session, 'm2', says('against'), null).thenRefused('ballot-changed-elsewhere');
    castBy(session, 'm2', says('against'), session.position - 1).thenRefused('ballot-changed-elsewhere');
    castBy(session, 'm3', says('against'), session.position).thenRefused('ballot-changed-elsewhere');
    session.cast({ m2: says('against') }).cast({ m2: abstention });
    expect(session.round().tally).toMatchObject({ ballots: 1, votes: { for: 0, against: 0 }, abstained: 1 });
    expect(session.round().ballots).toMatchObject([
      { memberId: 'm2', ballot: abstention, changes: 2, position: session.position },
    ]);
    expect(session.entries.filter((each) => each.event.type === 'ballot-cast')).toHaveLength(3);
  });

  it('[9.1] a queued ballot of another device does not overwrite a later one', () => {
    const session = voting(aMotion()).cast({ m2: says('for') });
    const first = session.position;
    session.cast({ m2: says('against') });
    castBy(session, 'm2', says('for'), first).thenRefused('ballot-changed-elsewhere');
  });
});

describe('ballots by hand and in writing', () => {
  it('[8.5] by hand for somebody present, and marked', () => {
    const session = voting(aMotion()).leave('m3');
    given(session).when(entered(session, 'm3')).thenRefused('not-present');
    session.tell(entered(session, 'm2'));
    expect(session.round().ballots).toMatchObject([
      { memberId: 'm2', basis: 'by-hand', ballot: says('against'), changes: 0 },
    ]);
  });

  it('[8.5] in writing only with absentee and a document', () => {
    const without = voting(aMotion()).leave('m3');
    given(without)
      .when(entered(without, 'm3', 'written', '7'))
      .thenRefused('not-allowed-by-rules');
    const session = voting(aMotion(), { absentee: true }).leave('m3');
    given(session)
      .when(entered(session, 'm3', 'written'))
      .thenRefused('invalid');
    session.tell(entered(session, 'm3', 'written', '7'));
    expect(session.round().ballots).toMatchObject([{ memberId: 'm3', basis: 'written', document: '7' }]);
    given(session.close())
      .when(entered(session, 'm3', 'written', '8'))
      .thenRefused('round-not-open');
  });

  it.each([true, false])(
    '[8.5] [9.1] the own ballot replaces one by hand, with changes %s',
    (changeUntilClose) => {
      const session = voting(aMotion(), { changeUntilClose });
      session.tell(entered(session, 'm2'));
      const byHand = session.position;
      castBy(session, 'm2', says('for'), null).thenRecords('ballot-cast');
      castBy(session, 'm2', says('for'), byHand - 1).thenRefused('ballot-changed-elsewhere');
      session.cast({ m2: says('for') });
      expect(session.round().ballots).toMatchObject([{ basis: 'own', ballot: says('for'), changes: 1 }]);
      given(session).when(entered(session, 'm2')).thenRefused('already-voted-in-person');
      castBy(session, 'm2', says('against'), session.position)[
        changeUntilClose ? 'thenRecords' : 'thenRefused'
      ]((changeUntilClose ? 'ballot-cast' : 'already-voted') as never);
    },
  );

  it.each(['turnout', 'totals'] as const)(
    '[10.1] under %s a ballot that could not be entered does not tell who has voted',
    (visibility) => {
      const session = voting(aMotion(), { visibility });
      session.cast({ m2: says('for') });
      const impossible = { nominees: ['nobody'] };
      for (const memberId of ['m2', 'm3'])
        given(session)
          .when({ ...entered(session, memberId), ballot: impossible })
          .thenRefused('choice-not-offered');
    },
  );

  it('[8.5] the secretary corrects an own entry only where ballots may change', () => {
    const changing = voting(aMotion());
    changing.tell(entered(changing, 'm2'));
    given(changing).when(entered(changing, 'm2')).thenRecords('ballot-entered');
    const final = voting(aMotion(), { changeUntilClose: false });
    final.tell(entered(final, 'm2'));
    given(final).when(entered(final, 'm2')).thenRefused('already-voted');
  });

  it('[8.5] by hand is held to the same answers', () => {
    const session = voting(choice);
    const command = { ...entered(session, 'm2'), ballot: chooses('z', 'a') };
    given(session).when(command).thenRefused('choice-not-offered');
  });
});
