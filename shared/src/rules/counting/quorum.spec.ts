import { describe, expect, it } from '@jest/globals';
import { abstention, aPlan, aSeat, atLeast, moreThan, quorum, says, seats } from '../../testing/a-session.ts';
import { given } from '../../testing/given.ts';
import { inSession, LivedSession, member, spread } from '../../testing/lived-session.ts';
import { quorumOf } from './quorum.ts';
import type { SessionPlan } from '../session.ts';

const convened = (plan: SessionPlan): LivedSession => new LivedSession(plan);
const opening = { type: 'open-session' } as const;

describe('quorum', () => {
  it('[3.2] at least a half of ten appointed is five', () => {
    const plan = aPlan({ members: 10, rules: { quorum: quorum({ threshold: atLeast(1, 2) }) } });
    given(convened(plan).arrive('m1', 'm2', 'm3', 'm4'))
      .when(opening)
      .thenRefused('no-quorum');
    given(convened(plan).arrive('m1', 'm2', 'm3', 'm4', 'm5'))
      .when(opening)
      .then({ type: 'session-opened' });
  });

  it('[3.2] more than a half of ten is six, of nine five', () => {
    const rules = { quorum: quorum({ threshold: moreThan(1, 2) }) };
    const five = ['m1', 'm2', 'm3', 'm4', 'm5'];
    given(convened(aPlan({ members: 10, rules })).arrive(...five))
      .when(opening)
      .thenRefused('no-quorum');
    given(convened(aPlan({ members: 10, rules })).arrive(...five, 'm6'))
      .when(opening)
      .thenRecords('session-opened');
    given(convened(aPlan({ members: 9, rules })).arrive(...five))
      .when(opening)
      .thenRecords('session-opened');
  });

  it('[3.2] says what is there and what is needed', () => {
    const { session } = convened(
      aPlan({ members: 7, rules: { quorum: quorum({ threshold: atLeast(2, 3) }) } }),
    ).arrive('m1', 'm2');
    expect(quorumOf(session)).toEqual({ present: 2, base: 7, needed: 5, stands: false });
  });

  it('[3.1] established counts vacant seats', () => {
    const plan = aPlan({
      members: 4,
      establishedSeats: 9,
      rules: { quorum: quorum({ base: 'established' }) },
    });
    given(convened(plan).arrive()).when(opening).thenRefused('no-quorum');
    given(convened({ ...plan, establishedSeats: 8 }).arrive())
      .when(opening)
      .thenRecords('session-opened');
  });

  it('[3.1] [1.2] a seat without a vote counts in neither base nor count', () => {
    const plan = aPlan({
      roll: [...seats(2), aSeat('g1', { votes: false }), aSeat('g2', { votes: false })],
      establishedSeats: 2,
    });
    expect(quorumOf(convened(plan).arrive('m1', 'g1', 'g2').session)).toMatchObject({ present: 1, base: 2 });
  });

  it('[3.1] remote counts only where the rules say so', () => {
    const remote = (counts: SessionPlan['ruleSet']['quorum']['counts']) => {
      const session = convened(
        aPlan({ members: 2, rules: { quorum: quorum({ counts, threshold: atLeast(1, 1) }) } }),
      ).arrive('m1');
      session.tell({ type: 'mark-attendance', memberId: 'm2', attendance: 'remote' });
      return quorumOf(session.session).present;
    };
    expect(remote(['in-person', 'remote'])).toBe(2);
    expect(remote(['in-person'])).toBe(1);
    expect(remote(['remote'])).toBe(1);
  });

  it.each([
    [['in-person', 'substitute'], 'in-person', 2],
    [['in-person'], 'in-person', 1],
    [['in-person', 'substitute'], 'remote', 1],
    [['in-person', 'remote', 'substitute'], 'remote', 2],
  ] as const)('[3.1] a substitute under %j who attends %s: %i', (counts, attendance, present) => {
    const session = convened(
      aPlan({ members: 2, rules: { substitutes: true, quorum: quorum({ counts }) } }),
    ).arrive('m1');
    session.tell({
      type: 'appoint-substitute',
      memberId: 'm2',
      name: 'Somebody',
      accountLogin: 'x',
      mandate: '7',
    });
    session.tell({ type: 'mark-attendance', memberId: 'm2', attendance });
    expect(quorumOf(session.session).present).toBe(present);
  });

  it('[3.3] is checked anew at the opening of every round', () => {
    const session = inSession(aPlan({ members: 5 }));
    session.leave('m5', 'm4');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRecords('round-opened');
    session.leave('m3');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('no-quorum');
  });

  it('[3.1] recused seats leave base and count together', () => {
    // Six appointed, three present: a half. One of the three recuses: 2 of 5 is less than a half.
    const away = (recusedStay: boolean) => {
      const session = convened(aPlan({ members: 6, rules: { quorum: quorum({ recusedStay }) } }))
        .arrive('m1', 'm2', 'm3')
        .open();
      return session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m3'));
    };
    given(away(false)).when({ type: 'open-round', questionId: 'q' }).thenRefused('no-quorum');
    given(away(true)).when({ type: 'open-round', questionId: 'q' }).thenRecords('round-opened');
  });

  it('[3.1] an absent member who recuses leaves the base alone', () => {
    const session = convened(aPlan({ members: 5 }))
      .arrive('m1', 'm2', 'm3')
      .open();
    session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m5'));
    expect(quorumOf(session.session, session.question())).toMatchObject({ present: 3, base: 4 });
    expect(quorumOf(session.session)).toMatchObject({ present: 3, base: 5 });
  });

  it('[3.4] lost while the round is open does not close it, but nobody wins at the closing', () => {
    const session = inSession(aPlan({ members: 5 })).openRound();
    session.cast(spread([[5, says('for')]])).leave('m3', 'm4', 'm5');
    expect(session.round().status).toBe('open');
    session.close();
    expect(session.outcome()).toMatchObject({ kind: 'no-quorum', winners: [] });
    expect(session.round().quorumStood).toBe(false);
    expect(session.result().status).toBe('undecided');
  });

  it('[3.4] regained before the closing is there', () => {
    const session = inSession(aPlan({ members: 5 })).openRound();
    session
      .leave('m3', 'm4', 'm5')
      .arrive('m5')
      .cast({ m1: says('for') })
      .close();
    expect(session.outcome()?.kind).toBe('adopted');
  });

  it('[3.3] of ballots: abstentions are ballots, silence is not', () => {
    const plan = aPlan({ members: 6, rules: { quorum: quorum({ ofBallots: true }) } });
    const enough = inSession(plan).vote({ m1: says('for'), m2: abstention, m3: abstention });
    expect(enough.outcome()?.kind).toBe('adopted');
    const few = inSession(plan).vote({ m1: says('for'), m2: says('for') });
    expect(few.outcome()?.kind).toBe('no-quorum');
    expect(few.round().quorumStood).toBe(false);
  });

  it('[3.1] absentee ballots count only at the closing', () => {
    const rules = {
      absentee: true,
      quorum: quorum({ counts: ['in-person', 'absentee'], threshold: atLeast(3, 5) }),
    } as const;
    const session = convened(aPlan({ members: 5, rules }))
      .arrive('m1', 'm2', 'm3')
      .open()
      .openRound();
    const { roundId } = session.round();
    session.leave('m3');
    session.tell({
      type: 'enter-ballot',
      roundId,
      memberId: 'm5',
      ballot: says('for'),
      basis: 'written',
      document: '7',
    });
    expect(quorumOf(session.session, session.question()).present).toBe(2);
    expect(session.close().round().quorumStood).toBe(true);
  });

  it('[3.1] a written ballot of somebody present counts once', () => {
    const rules = {
      absentee: true,
      quorum: quorum({ counts: ['in-person', 'absentee'], threshold: atLeast(3, 5) }),
    } as const;
    const session = convened(aPlan({ members: 5, rules }))
      .arrive('m1', 'm2', 'm3')
      .open()
      .openRound();
    const { roundId } = session.round();
    session.leave('m3');
    session.tell({
      type: 'enter-ballot',
      roundId,
      memberId: 'm2',
      ballot: says('for'),
      basis: 'written',
      document: '7',
    });
    expect(session.close().round().quorumStood).toBe(false);
  });

  it('[3.1] a ballot of their own does not make absent those who left after casting it', () => {
    const rules = {
      absentee: true,
      quorum: quorum({ counts: ['in-person', 'absentee'], threshold: atLeast(3, 5) }),
    } as const;
    const session = convened(aPlan({ members: 5, rules }))
      .arrive('m1', 'm2', 'm3')
      .open()
      .openRound()
      .cast({ m3: says('for') });
    session.leave('m3');
    expect(session.close().round().quorumStood).toBe(false);
  });

  it('[3.1] without absentee in the rules a written ballot brings no quorum', () => {
    const rules = { absentee: true, quorum: quorum({ threshold: atLeast(3, 5) }) };
    const session = convened(aPlan({ members: 5, rules }))
      .arrive('m1', 'm2', 'm3')
      .open()
      .openRound();
    const { roundId } = session.round();
    session.leave('m3');
    session.tell({
      type: 'enter-ballot',
      roundId,
      memberId: 'm5',
      ballot: says('for'),
      basis: 'written',
      document: '7',
    });
    expect(session.close().outcome()?.kind).toBe('no-quorum');
  });
});
