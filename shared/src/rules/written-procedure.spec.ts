import { describe, expect, it } from '@jest/globals';
import {
  aMotion,
  aNomination,
  aPlan,
  atLeast,
  majority,
  moreThan,
  quorum,
  says,
  share,
} from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { LivedSession, member, spread } from '../testing/lived-session.ts';
import { verify } from '../verifier/verify.ts';
import { planFaults } from './plan/check-plan.ts';
import type { RuleSet } from './plan/rule-set.ts';

const inThreeDays = '2021-06-28T18:00:00.000Z';

/** Five members, nobody in a hall; convened on 25 June, results due on the 30th. */
const convened = (rules: Partial<RuleSet> = {}): LivedSession =>
  new LivedSession(
    aPlan({
      form: 'correspondence',
      rules: { visibility: 'turnout', absentee: true, ...rules },
      questions: [aMotion(), aMotion({ questionId: 'p' })],
    }),
    '2021-06-25T09:00:00.000Z',
  );
const voting = (rules: Partial<RuleSet> = {}): LivedSession =>
  convened(rules).open().tell({ type: 'open-round', questionId: 'q', closesAt: inThreeDays });

describe('[1.8] a written procedure', () => {
  it('opens without anybody present, and nobody is marked as such', () => {
    const session = convened({ selfCheckIn: true }).open();
    given(session)
      .when({ type: 'mark-attendance', memberId: 'm2', attendance: 'in-person' })
      .thenRefused('not-allowed-by-rules');
    given(session)
      .when({ type: 'check-in', attendance: 'remote' }, member('m2'))
      .thenRefused('not-allowed-by-rules');
    session.openRound();
    expect(session.round()).toMatchObject({ entitled: ['m1', 'm2', 'm3', 'm4', 'm5'], present: [] });
  });

  it('passes the chair to whoever is asked', () =>
    given(convened().open())
      .when({ type: 'pass-chair', memberId: 'm3' })
      .then({ type: 'chair-passed', memberId: 'm3' }));

  it('takes own and written ballots and none by hand', () => {
    const session = voting().cast({ m1: says('for') });
    const enter = {
      type: 'enter-ballot',
      roundId: session.round().roundId,
      memberId: 'm2',
      ballot: says('for'),
    };
    given(session)
      .when({ ...enter, basis: 'by-hand' } as never)
      .thenRefused('not-allowed-by-rules');
    given(session)
      .when({ ...enter, basis: 'written', document: '7' } as never)
      .thenRecords('ballot-entered');
    given(voting({ absentee: false }))
      .when({ ...enter, basis: 'written', document: '7' } as never)
      .thenRefused('not-allowed-by-rules');
  });

  it('ends at the moment it was opened for, days later, and not by hand before', () => {
    const session = voting().cast(spread([[4, says('for')]]));
    given(session)
      .when({ type: 'close-round', roundId: session.round().roundId })
      .thenRefused('not-allowed-by-rules');
    session.waitUntil('2021-06-29T07:00:00.000Z');
    expect(session.round()).toMatchObject({
      status: 'closed',
      closedBy: 'duration',
      effectiveAt: inThreeDays,
    });
    expect(session.result().status).toBe('adopted');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('ends with the deadline where that comes first', () => {
    const session = convened().open();
    session.tell({ type: 'open-round', questionId: 'q', closesAt: '2021-07-20T00:00:00.000Z' });
    session.waitUntil('2021-07-01T00:00:00.000Z');
    expect(session.round()).toMatchObject({ closedBy: 'deadline', effectiveAt: '2021-06-30T21:00:00.000Z' });
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('ends with the ballot of the last seat entitled, where the rules say so', () => {
    const session = voting({ closeWhenAllVoted: true }).cast(spread([[4, says('for')]]));
    expect(session.round().status).toBe('open');
    expect(session.cast({ m5: says('against') }).round()).toMatchObject({ closedBy: 'all-voted' });
    const recused = voting({ closeWhenAllVoted: true });
    recused.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m5'));
    expect(recused.cast(spread([[4, says('for')]])).round()).toMatchObject({ closedBy: 'all-voted' });
  });

  it.each<readonly [string, string | undefined, number | undefined, 'out-of-range' | 'invalid']>([
    ['in the past', '2021-06-25T08:00:00.000Z', undefined, 'out-of-range'],
    ['more than 60 days away', '2021-08-25T10:00:00.000Z', undefined, 'out-of-range'],
    ['both ways', inThreeDays, 60, 'invalid'],
  ])('is not open until a moment %s', (_how, closesAt, seconds, code) =>
    given(convened().open())
      .when({
        type: 'open-round',
        questionId: 'q',
        ...(closesAt !== undefined && { closesAt }),
        ...(seconds !== undefined && { seconds }),
      })
      .thenRefused(code),
  );

  it('alone lasts until a moment', () =>
    given(new LivedSession(aPlan()).arrive().open())
      .when({ type: 'open-round', questionId: 'q', closesAt: '2021-06-30T18:00:00.000Z' })
      .thenRefused('not-allowed-by-rules', 'closesAt'));

  it('[3.3] has the quorum of its ballots, whatever the rule set says of attendance', () => {
    const rules = { quorum: quorum({ threshold: moreThan(1, 2), counts: ['in-person'], ofBallots: false }) };
    const few = voting(rules)
      .cast(spread([[2, says('for')]]))
      .waitUntil(inThreeDays);
    expect(few.round()).toMatchObject({ quorumStood: false });
    expect(few.outcome()).toMatchObject({ kind: 'no-quorum' });
    const enough = voting(rules)
      .cast(spread([[3, says('for')]]))
      .waitUntil(inThreeDays);
    expect(enough.round()).toMatchObject({ quorumStood: true });
    expect(enough.outcome()).toMatchObject({ kind: 'adopted' });
  });

  it.each([
    ['the session', { rules: { decision: majority('present', moreThan(1, 2)) } }],
    [
      'a floor',
      { rules: { decision: { kind: 'plurality', floor: share('present', atLeast(1, 2)) } as const } },
    ],
    ['a question', { questions: [aMotion({ decision: majority('present', moreThan(1, 2)) })] }],
  ] as const)('[6.1] is not convened with a majority of those present in %s', (_where, changes) => {
    expect(planFaults(aPlan(changes))).toEqual([]);
    expect(planFaults(aPlan({ ...changes, form: 'correspondence' }))).toMatchObject([
      { path: expect.stringContaining('base'), code: 'nobody-present' },
    ]);
  });

  it('[6.1] nor is a question with such a majority added later', () =>
    given(convened())
      .when({
        type: 'add-question',
        question: aNomination('choose', 'a b', {
          questionId: 'x',
          decision: majority('present', moreThan(1, 2)),
        }),
      })
      .thenRefused('invalid'));
});
