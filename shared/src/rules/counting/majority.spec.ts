import { describe, expect, it } from '@jest/globals';
import {
  abstention,
  aNomination,
  aPlan,
  aSeat,
  approves,
  atLeast,
  chooses,
  laureates,
  majority,
  moreThan,
  says,
  seats,
  share,
} from '../../testing/a-session.ts';
import { inSession, type LivedSession, member, spread } from '../../testing/lived-session.ts';
import { neededOf, reaches } from './majority.ts';
import type { DecisionRule } from '../plan/rule-set.ts';

/** The outcome of a motion on which so many of ten members are for, against and abstain; the rest are silent. */
function motionOfTen(
  decision: DecisionRule,
  [inFavour, against, abstaining]: readonly [number, number, number],
  change = (session: LivedSession) => session,
) {
  const session = inSession(aPlan({ members: 10, rules: { decision, ties: [] }, establishedSeats: 12 }));
  return change(session)
    .vote(
      spread([
        [inFavour, says('for')],
        [against, says('against')],
        [abstaining, abstention],
      ]),
    )
    .outcome()?.kind;
}

describe('thresholds', () => {
  it.each([
    [5, 10, atLeast(1, 2), true],
    [5, 11, atLeast(1, 2), false],
    [6, 11, atLeast(1, 2), true],
    [5, 10, moreThan(1, 2), false],
    [6, 10, moreThan(1, 2), true],
    [6, 9, atLeast(2, 3), true],
    [6, 10, atLeast(2, 3), false],
    [7, 10, atLeast(2, 3), true],
    [6, 9, moreThan(2, 3), false],
    [0, 0, atLeast(1, 2), true],
    [0, 0, moreThan(1, 2), false],
    [0, 10, atLeast(0, 1), true],
    [10, 10, atLeast(1, 1), true],
  ])('[3.2] [6.1] %i of %i against %j: %s', (part, base, threshold, reached) => {
    expect(reaches(part, base, threshold)).toBe(reached);
    expect(part >= neededOf(base, threshold)).toBe(reached);
  });
});

describe('a majority on a motion', () => {
  it('[6.1] for-and-against leaves abstentions out: 3 of 5 is more than half', () =>
    expect(motionOfTen(majority('for-and-against', moreThan(1, 2)), [3, 2, 5])).toBe('adopted'));

  it('[6.1] participants counts abstentions: 3 of 10 is not more than half', () =>
    expect(motionOfTen(majority('participants', moreThan(1, 2)), [3, 2, 5])).toBe('rejected'));

  it('[6.1] participants leaves the silent out: 3 of 5', () =>
    expect(motionOfTen(majority('participants', moreThan(1, 2)), [3, 2, 0])).toBe('adopted'));

  it('[6.1] present counts the silent: 5 of 10 is not more than half', () =>
    expect(motionOfTen(majority('present', moreThan(1, 2)), [5, 0, 0])).toBe('rejected'));

  it('[6.1] present counts whoever holds a ballot although they have left', () => {
    // Nine are present at the closing; with the one who voted and left the base is ten, and five are not more than half.
    const session = inSession(
      aPlan({ members: 10, rules: { decision: majority('present', moreThan(1, 2)) } }),
    ).openRound();
    session
      .cast(spread([[5, says('for')]]))
      .leave('m5')
      .close();
    expect(session.outcome()?.kind).toBe('rejected');
  });

  it('[6.1] present shrinks with those who leave without a ballot: 5 of 9', () => {
    const session = inSession(
      aPlan({ members: 10, rules: { decision: majority('present', moreThan(1, 2)) } }),
    ).openRound();
    session
      .cast(spread([[5, says('for')]]))
      .leave('m10')
      .close();
    expect(session.outcome()?.kind).toBe('adopted');
  });

  it('[6.1] appointed counts the absent: 5 of 10 at least a half, although 6 are present', () => {
    const absentees = (session: LivedSession) => session.leave('m7', 'm8', 'm9', 'm10');
    expect(motionOfTen(majority('appointed', atLeast(1, 2)), [5, 1, 0], absentees)).toBe('adopted');
    expect(motionOfTen(majority('appointed', atLeast(1, 2)), [4, 1, 0], absentees)).toBe('rejected');
  });

  it('[6.1] established counts vacant seats: 6 of 12', () => {
    expect(motionOfTen(majority('established', atLeast(1, 2)), [6, 0, 0])).toBe('adopted');
    expect(motionOfTen(majority('established', atLeast(1, 2)), [5, 0, 0])).toBe('rejected');
  });

  it('[6.1] compares thirds in whole numbers: 2 of 3', () =>
    expect(motionOfTen(majority('participants', atLeast(2, 3)), [2, 1, 0])).toBe('adopted'));

  it.each([
    ['present', false, 'adopted'],
    ['present', true, 'rejected'],
    ['appointed', false, 'adopted'],
    ['appointed', true, 'rejected'],
    ['established', false, 'adopted'],
    ['established', true, 'rejected'],
  ] as const)(
    '[6.1] a recused seat in the base %s, staying %s: 5 of nine or of ten, %s',
    (base, recusedStay, kind) => {
      const session = inSession(
        aPlan({ members: 10, rules: { decision: majority(base, moreThan(1, 2)), recusedStay, ties: [] } }),
      );
      session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m10'));
      expect(
        session
          .vote(
            spread([
              [5, says('for')],
              [4, says('against')],
            ]),
          )
          .outcome()?.kind,
      ).toBe(kind);
    },
  );

  it('[1.2] seats without a vote are in no base', () => {
    const roll = [...seats(4), aSeat('guest', { votes: false })];
    const session = inSession(aPlan({ roll, rules: { decision: majority('present', moreThan(1, 2)) } }));
    expect(session.vote(spread([[3, says('for')]])).outcome()?.kind).toBe('adopted');
    expect(session.round().present).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('[6.2] plurality means more for than against, however few', () => {
    expect(motionOfTen({ kind: 'plurality' }, [2, 1, 7])).toBe('adopted');
    expect(motionOfTen({ kind: 'plurality' }, [1, 2, 0])).toBe('rejected');
    expect(motionOfTen({ kind: 'plurality' }, [0, 0, 10])).toBe('rejected');
  });

  it('[6.2] a floor under plurality: 4 to 3 of ten present is no half', () => {
    expect(motionOfTen({ kind: 'plurality', floor: share('present', atLeast(1, 2)) }, [4, 3, 0])).toBe(
      'rejected',
    );
    expect(motionOfTen({ kind: 'plurality', floor: share('present', atLeast(1, 2)) }, [5, 3, 0])).toBe(
      'adopted',
    );
  });
});

describe('a majority on nominees', () => {
  const rule = (base: Parameters<typeof majority>[0]) => majority(base, moreThan(1, 2));

  it('[6.1] for-and-against is counted for each nominee of an approval by itself', () => {
    const question = aNomination('approval', 'a b', {
      places: laureates(2),
      decision: rule('for-and-against'),
    });
    const session = inSession(aPlan({ members: 5, questions: [question] }));
    // a: 1 for, 0 against, 4 abstain. b: 2 for, 3 against.
    session.vote({
      m1: approves('a+ b+'),
      m2: approves('a0 b+'),
      m3: approves('a0 b-'),
      m4: approves('a0 b-'),
      m5: approves('a0 b-'),
    });
    expect(session.outcome()).toMatchObject({
      kind: 'won',
      winners: [{ nomineeId: 'a', place: 1 }],
      notAwarded: 1,
    });
  });

  it('[6.1] for-and-against of a choice is the ballots that do not abstain, against-all among them', () => {
    const question = aNomination('choose', 'a b', {
      parameters: { againstAll: true },
      decision: rule('for-and-against'),
    });
    const plan = aPlan({ members: 7, questions: [question] });
    // 3 of 5 with two abstentions; 3 of 6 when one of these is against all.
    const most = spread([
      [3, chooses('a')],
      [1, chooses('b')],
      [1, says('against-all')],
      [2, abstention],
    ]);
    expect(inSession(plan).vote(most).outcome()?.kind).toBe('won');
    const half = spread([
      [3, chooses('a')],
      [1, chooses('b')],
      [2, says('against-all')],
      [1, abstention],
    ]);
    expect(inSession(plan).vote(half).outcome()?.kind).toBe('no-winner');
  });

  it('[6.1] participants of a choice counts the abstentions', () => {
    const question = aNomination('choose', 'a b', { decision: rule('participants') });
    const session = inSession(aPlan({ members: 7, questions: [question] }));
    expect(
      session
        .vote(
          spread([
            [3, chooses('a')],
            [1, chooses('b')],
            [2, abstention],
          ]),
        )
        .outcome()?.kind,
    ).toBe('no-winner');
  });

  it('[6.2] [6.3] plurality with a floor: below it nominees drop out, the rest stand by their votes', () => {
    const decision = { kind: 'plurality', floor: share('present', atLeast(2, 5)) } as const;
    const question = aNomination('approval', 'a b c', { places: laureates(3), decision });
    const session = inSession(aPlan({ members: 5, questions: [question] }));
    session.vote({ m1: approves('a+ b+ c+'), m2: approves('a+ b+ c-'), m3: approves('a+ b- c-') });
    expect(session.outcome()).toMatchObject({
      winners: [{ nomineeId: 'a' }, { nomineeId: 'b' }],
      notAwarded: 1,
    });
  });
});
