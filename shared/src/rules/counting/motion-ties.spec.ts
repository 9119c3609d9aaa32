import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aMotion,
  aPlan,
  aSeat,
  atLeast,
  majority,
  moreThan,
  says,
  seats,
  share,
} from '../../testing/a-session.ts';
import { given } from '../../testing/given.ts';
import { inSession, type LivedSession, member, secretary, spread } from '../../testing/lived-session.ts';
import type { DecisionRule, TieBreaker } from '../plan/rule-set.ts';
import type { SessionPlan } from '../session.ts';

const plurality: DecisionRule = { kind: 'plurality' };
const moreThanHalfPresent = majority('present', moreThan(1, 2));

/** A motion with this many for, against and abstaining of so many present. */
function motion(
  decision: DecisionRule,
  present: number,
  [inFavour, against, abstaining = 0]: readonly number[],
  ties: readonly TieBreaker[] = [],
) {
  const session = inSession(aPlan({ members: present, questions: [aMotion({ decision, ties })] }));
  return session.vote(
    spread([
      [inFavour!, says('for')],
      [against!, says('against')],
      [abstaining, abstention],
    ]),
  );
}

describe('what is a tie on a motion', () => {
  it.each([
    [plurality, 10, [5, 5], 'tied'],
    [plurality, 10, [1, 1], 'tied'],
    [plurality, 10, [0, 0], 'rejected'],
    [plurality, 10, [0, 0, 10], 'rejected'],
    [plurality, 10, [4, 5], 'rejected'],
    [moreThanHalfPresent, 10, [5, 5], 'tied'],
    [moreThanHalfPresent, 11, [5, 5], 'tied'],
    [moreThanHalfPresent, 11, [5, 5, 1], 'tied'],
    [moreThanHalfPresent, 10, [4, 4], 'rejected'],
    [moreThanHalfPresent, 10, [4, 4, 2], 'rejected'],
    [moreThanHalfPresent, 12, [5, 5], 'rejected'],
    [moreThanHalfPresent, 10, [5, 4], 'rejected'],
    [moreThanHalfPresent, 10, [6, 4], 'adopted'],
    [majority('participants', moreThan(1, 2)), 10, [4, 4, 1], 'tied'],
    [majority('participants', moreThan(1, 2)), 10, [4, 4, 2], 'rejected'],
    [majority('for-and-against', moreThan(1, 2)), 10, [2, 2, 6], 'tied'],
    [majority('present', moreThan(2, 4)), 10, [5, 5], 'tied'],
    [majority('present', atLeast(1, 2)), 10, [5, 5], 'adopted'],
    [majority('present', moreThan(2, 3)), 10, [5, 5], 'rejected'],
    [majority('present', moreThan(51, 100)), 10, [5, 5], 'rejected'],
    [majority('present', atLeast(11, 20)), 10, [5, 5], 'rejected'],
    [majority('for-and-against', moreThan(2, 5)), 10, [5, 5], 'adopted'],
  ] satisfies [DecisionRule, number, number[], string][])(
    '[7.1] %j, %i present, %j: %s',
    (decision, present, sides, kind) => expect(motion(decision, present, sides).outcome()?.kind).toBe(kind),
  );

  it('[7.1] a floor that one vote more would not reach is no tie', () => {
    const decision = { kind: 'plurality', floor: share('present', atLeast(2, 3)) } as const;
    expect(motion(decision, 10, [2, 2], ['own-vote']).outcome()).toMatchObject({ kind: 'rejected' });
  });

  it('[7.5] nothing decides: tied, the question undecided, and no runoff of a motion', () => {
    const session = motion(plurality, 4, [2, 2], ['runoff', 'lot', 'lot-by-hand', 'shared', 'prior-score']);
    expect(session.outcome()).toMatchObject({ kind: 'tied' });
    expect(session.outcome()).not.toHaveProperty('awaiting');
    expect(session.result().status).toBe('undecided');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    session.annul().vote({ m1: says('for') });
    expect(session.round().kind).toBe('revote');
    expect(session.result().status).toBe('adopted');
  });
});

describe('breaking a tie on a motion', () => {
  it('[7.2] own-vote: the side of the presiding member', () => {
    expect(motion(plurality, 4, [2, 2], ['own-vote', 'rejected']).outcome()).toMatchObject({
      kind: 'adopted',
      decidedBy: 'own-vote',
    });
    const against = inSession(aPlan({ members: 4, questions: [aMotion({ ties: ['own-vote'] })] }));
    against.vote({ m1: says('against'), m2: says('for') });
    expect(against.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'own-vote' });
  });

  it('[7.2] own-vote also when entered by hand', () => {
    const session = inSession(
      aPlan({ members: 4, questions: [aMotion({ ties: ['own-vote'] })] }),
    ).openRound();
    const { roundId } = session.round();
    session.tell({ type: 'enter-ballot', roundId, memberId: 'm1', ballot: says('for'), basis: 'by-hand' });
    expect(
      session
        .cast({ m2: says('against') })
        .close()
        .outcome(),
    ).toMatchObject({ kind: 'adopted', decidedBy: 'own-vote' });
  });

  it('[7.2] own-vote passes on an abstention and on silence', () => {
    const session = inSession(
      aPlan({ members: 5, questions: [aMotion({ ties: ['own-vote', 'rejected'] })] }),
    );
    session.vote({ m1: abstention, m2: says('for'), m3: says('against') });
    expect(session.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'rejected' });
    expect(session.outcome()?.steps?.map(({ tieBreaker, effect }) => [tieBreaker, effect])).toEqual([
      ['own-vote', 'passed-on'],
      ['rejected', 'settled'],
    ]);
  });

  it('[7.2] own-vote is that of who presided over the round, not of who presides now', () => {
    const session = inSession(aPlan({ members: 4, questions: [aMotion({ ties: ['own-vote'] })] }));
    session.tell({ type: 'pass-chair', memberId: 'm2' }).vote({ m1: says('for'), m2: says('against') });
    expect(session.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'own-vote' });
  });

  it('[7.2] rejected: a tied motion fails', () =>
    expect(motion(plurality, 4, [2, 2], ['rejected']).result().status).toBe('rejected'));

  it('[7.2] own-vote under a majority adopts what one vote more would have adopted', () =>
    expect(motion(moreThanHalfPresent, 11, [5, 5], ['own-vote']).outcome()).toMatchObject({
      kind: 'adopted',
    }));
});

describe('the casting vote', () => {
  const chaired = (
    over: Partial<SessionPlan> = {},
    ties: readonly TieBreaker[] = ['casting-vote'],
  ): LivedSession =>
    inSession(
      aPlan({
        roll: [
          ...seats(4).map((seat) => ({ ...seat, role: 'member' as const })),
          aSeat('chair', { votes: false, role: 'chair' }),
        ],
        presidingId: 'chair',
        questions: [aMotion({ ties })],
        ...over,
      }),
    );
  const tied = (session = chaired()) => session.vote({ m1: says('for'), m2: says('against') });
  const give = (session: LivedSession, choice?: 'for' | 'against', nomineeId?: string) =>
    ({
      type: 'give-casting-vote',
      roundId: session.round().roundId,
      ...(choice && { choice }),
      ...(nomineeId && { nomineeId }),
    }) as const;

  it('[7.2] is awaited, and later tie-breakers with it', () => {
    const session = tied(chaired({}, ['casting-vote', 'rejected']));
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'casting-vote' });
    expect(session.outcome()).not.toHaveProperty('decidedBy');
    expect(session.result().status).toBe('undecided');
  });

  it.each(['for', 'against'] as const)('[7.2] %s: adds one to its side and to the ballots', (choice) => {
    const session = tied();
    session.tell(give(session, choice), member('chair'));
    expect(session.outcome()).toMatchObject({
      kind: choice === 'for' ? 'adopted' : 'rejected',
      decidedBy: 'casting-vote',
    });
    expect(session.round().tally).toMatchObject({
      ballots: 3,
      votes: { for: 1, against: 1, [choice]: 2 },
      notVoted: 2,
    });
    expect(session.round().ballots).toHaveLength(2);
    expect(session.round().tieBreaking.castingVotes).toMatchObject([{ memberId: 'chair', choice }]);
  });

  it('[6.1] [7.2] is one more ballot in the base of a majority', () => {
    const question = aMotion({
      ties: ['casting-vote'],
      decision: majority('participants', moreThan(1, 2)),
    });
    const session = chaired({ questions: [question] }).vote({
      m1: says('for'),
      m2: says('against'),
      m3: abstention,
    });
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'casting-vote' });
    // Two of four are not more than half; of three they would be.
    session.tell(give(session, 'for'), member('chair'));
    expect(session.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'casting-vote' });
  });

  it('[1.2] [6.1] comes from a seat that is in no base', () => {
    const question = aMotion({ decision: majority('appointed', atLeast(3, 4)) });
    const session = chaired({ questions: [question] }).vote({
      m1: says('for'),
      m2: says('for'),
      m3: says('for'),
    });
    expect(session.outcome()).toMatchObject({ kind: 'adopted' });
  });

  it('[13.1] belongs to the presiding member, and only when awaited', () => {
    const session = tied();
    given(session).when(give(session, 'for'), secretary).thenRefused('forbidden');
    given(session).when(give(session, 'for'), member('m1')).thenRefused('forbidden');
    session.tell(give(session, 'for'), member('chair'));
    given(session).when(give(session, 'for'), member('chair')).thenRefused('not-allowed-by-rules');
    const clear = chaired().vote({ m1: says('for') });
    given(clear).when(give(clear, 'against'), member('chair')).thenRefused('not-allowed-by-rules');
  });

  it('[7.2] is a side, nothing else', () => {
    const session = tied();
    given(session).when(give(session), member('chair')).thenRefused('choice-not-offered');
    given(session)
      .when(give(session, 'for', 'x'), member('chair'))
      .thenRefused('choice-not-offered');
  });

  it('[7.2] passes on where the presiding seat votes', () => {
    const session = tied(
      chaired({}, ['casting-vote', 'rejected']).tell({ type: 'pass-chair', memberId: 'm1' }),
    );
    expect(session.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'rejected' });
  });

  it('[7.2] is not given by a voting member to whom the chair passed meanwhile', () => {
    const session = tied().tell({ type: 'pass-chair', memberId: 'm3' });
    given(session).when(give(session, 'for'), member('m3')).thenRefused('not-allowed-by-rules');
  });

  it('[8.2] is not given by somebody recused', () => {
    const session = tied().tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('chair'));
    given(session).when(give(session, 'for'), member('chair')).thenRefused('recused');
  });

  it('[7.2] declined: the next tie-breaker decides', () => {
    const session = tied(chaired({}, ['casting-vote', 'rejected']));
    session.tell({ type: 'decline-tie-breaker', roundId: session.round().roundId }, member('chair'));
    expect(session.outcome()).toMatchObject({ kind: 'rejected', decidedBy: 'rejected' });
    expect(session.result().status).toBe('rejected');
  });

  it('[7.2] under a majority of those present it reaches what was lacking', () => {
    const session = tied(
      chaired({
        questions: [
          aMotion({ ties: ['casting-vote'], decision: majority('for-and-against', moreThan(1, 2)) }),
        ],
      }),
    );
    expect(session.tell(give(session, 'for'), member('chair')).outcome()).toMatchObject({
      kind: 'adopted',
      decidedBy: 'casting-vote',
    });
  });

  it('[11.2] is refused from the deadline on', () => {
    const session = tied();
    given(session)
      .when(give(session, 'for'), member('chair'), { now: session.session.deadline })
      .thenRefused('deadline-passed');
  });
});
