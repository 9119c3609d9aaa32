import { describe, expect, it } from '@jest/globals';
import { abstention, aMotion, aPlan, aSeat, says, seats } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, LivedSession, member, spread } from '../testing/lived-session.ts';
import { eventOf } from './events.ts';

const cast = (session: LivedSession) =>
  ({ type: 'cast-ballot', roundId: session.round().roundId, ballot: says('for'), replaces: null }) as const;

describe('attendance', () => {
  it('[2.1] every change is a fact with its time', () => {
    const session = inSession(aPlan()).leave('m2');
    expect(session.entries.at(-1)).toMatchObject({
      recordedAt: session.now,
      event: { type: 'attendance-marked', memberId: 'm2', attendance: 'left' },
    });
  });

  it('[2.1] a reason goes with the mark that gave it', () => {
    const session = new LivedSession(aPlan()).tell({
      type: 'mark-attendance',
      memberId: 'm2',
      attendance: 'absent',
      reason: 'ill',
    });
    expect(session.session.roll[1]).toMatchObject({ attendance: 'absent', reason: 'ill' });
    expect(session.arrive('m2').session.roll[1]).not.toHaveProperty('reason');
  });

  it('[2.1] members mark their own arrival only with selfCheckIn', () => {
    const command = { type: 'check-in', attendance: 'remote' } as const;
    given(new LivedSession(aPlan())).when(command, member('m2')).thenRefused('not-allowed-by-rules');
    const session = new LivedSession(aPlan({ rules: { selfCheckIn: true } }));
    given(session)
      .when(command, member('m2'))
      .then({ type: 'attendance-marked', memberId: 'm2', attendance: 'remote' });
    session
      .tell(command, member('m2'))
      .tell({ type: 'mark-attendance', memberId: 'm2', attendance: 'in-person' });
    expect(session.session.roll[1]?.attendance).toBe('in-person');
  });

  it.each(['expected', 'absent', 'left'] as const)('[2.2] a member who is %s cannot vote', (attendance) => {
    const session = inSession(aPlan())
      .openRound()
      .tell({ type: 'mark-attendance', memberId: 'm2', attendance });
    given(session).when(cast(session), member('m2')).thenRefused('not-present');
  });

  it('[2.2] a late arrival votes, and leaving keeps the ballot', () => {
    const session = new LivedSession(aPlan()).arrive('m1', 'm2', 'm3').open().openRound();
    session
      .arrive('m4')
      .cast({ m4: says('for') })
      .leave('m4')
      .close();
    expect(session.round().ballots).toMatchObject([{ memberId: 'm4' }]);
    expect(session.round().entitled).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(session.round().present).toEqual(['m1', 'm2', 'm3']);
    expect(session.outcome()?.kind).toBe('adopted');
  });

  it('[2.3] the closing freezes who was there', () => {
    const session = inSession(
      aPlan({ rules: { substitutes: true }, roll: [...seats(6), aSeat('guest', { votes: false })] }),
    );
    session.tell({
      type: 'appoint-substitute',
      memberId: 'm5',
      name: 'Somebody',
      accountLogin: 'x',
      mandate: '7',
    });
    session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m3')).leave('m6');
    session
      .openRound()
      .cast({ m1: says('for'), m2: abstention })
      .close();
    expect(eventOf(session.entries.at(-1)!)).toMatchObject({
      type: 'round-closed',
      by: 'hand',
      entitled: ['m1', 'm2', 'm4', 'm5'],
      present: ['m1', 'm2', 'm3', 'm4', 'm5'],
      recused: ['m3'],
      substituted: ['m5'],
      notVoted: ['m4', 'm5'],
      quorumStood: true,
    });
    const frozen = session.round();
    session.leave('m1', 'm2', 'm3', 'm4');
    expect(session.round()).toEqual(frozen);
  });

  it('[2.3] while the round is open the lists follow the hall', () => {
    const session = new LivedSession(aPlan()).arrive('m1', 'm2', 'm3').open().openRound();
    expect(session.round()).toMatchObject({
      entitled: ['m1', 'm2', 'm3'],
      tally: { ballots: 0, notVoted: 3, recused: 0 },
    });
    session.arrive('m4').leave('m3').tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m2'));
    expect(session.round()).toMatchObject({
      entitled: ['m1', 'm4'],
      present: ['m1', 'm2', 'm4'],
      recused: ['m2'],
      tally: { notVoted: 2, recused: 1 },
    });
  });
});

describe('recusal', () => {
  const recuse = { type: 'recuse', questionId: 'q', reason: 'kin' } as const;

  it('[8.1] a member recuses before and during a round', () => {
    const explained = { type: 'recusal-explained', questionId: 'q', memberId: 'm2', reason: 'kin' } as const;
    const facts = [{ type: 'member-recused', questionId: 'q', memberId: 'm2' }, explained] as const;
    given(new LivedSession(aPlan()))
      .when(recuse, member('m2'))
      .then(...facts);
    given(inSession(aPlan()).openRound())
      .when(recuse, member('m2'))
      .then(...facts);
    given(inSession(aPlan()).vote({ m1: says('for') }))
      .when(recuse, member('m2'))
      .thenRefused('round-not-open');
    given(inSession(aPlan()).tell(recuse, member('m2')))
      .when(recuse, member('m2'))
      .thenRefused('recused');
  });

  it('[8.1] concerns this question only', () => {
    const session = inSession(aPlan({ questions: [aMotion(), aMotion({ questionId: 'p' })] })).tell(
      recuse,
      member('m2'),
    );
    expect(session.vote({ m2: says('for') }, 'p').result('p').status).toBe('adopted');
  });

  it('[8.1] withdraws the ballot cast in the open round', () => {
    const session = inSession(aPlan())
      .openRound()
      .cast({ m1: says('for'), m2: says('against'), m3: says('for') });
    session.tell(recuse, member('m2'));
    expect(session.round().tally).toMatchObject({
      ballots: 2,
      votes: { for: 2, against: 0 },
      recused: 1,
      notVoted: 2,
    });
    expect(session.round().entitled).toEqual(['m1', 'm3', 'm4', 'm5']);
    session.close();
    expect(session.round().ballots.map((each) => each.memberId)).toEqual(['m1', 'm3']);
  });

  it('[8.2] a recused member cannot vote there, nor be voted for by hand', () => {
    const session = inSession(aPlan()).tell(recuse, member('m2')).openRound();
    const { roundId } = session.round();
    given(session).when(cast(session), member('m2')).thenRefused('recused');
    given(session)
      .when({ type: 'enter-ballot', roundId, memberId: 'm2', ballot: says('for'), basis: 'by-hand' })
      .thenRefused('recused');
  });

  it('[8.1] the secretary records it only before the round opens, with a document', () => {
    const theirs = { ...recuse, memberId: 'm2', document: 'statement 3' };
    given(inSession(aPlan())).when(theirs).thenRecords('member-recused', 'recusal-explained');
    given(inSession(aPlan()))
      .when({ ...recuse, memberId: 'm2' })
      .thenRefused('invalid');
    given(inSession(aPlan()).openRound()).when(theirs).thenRefused('round-open');
    given(inSession(aPlan())).when(recuse).thenRefused('invalid');
  });

  it('[8.6] nobody recuses somebody else', () =>
    given(inSession(aPlan()))
      .when({ ...recuse, memberId: 'm3', document: 'x' }, member('m2'))
      .thenRefused('forbidden'));

  it('[8.1] a secretary with a seat recuses alone like any member, also in the open round', () => {
    const both = { memberId: 'm2', secretaryId: 'one', signedIn: true };
    given(inSession(aPlan()).openRound())
      .when(recuse, both)
      .thenRecords('member-recused', 'recusal-explained');
    given(inSession(aPlan()).openRound())
      .when({ ...recuse, memberId: 'm2' }, both)
      .thenRecords('member-recused', 'recusal-explained');
    given(inSession(aPlan()).openRound())
      .when({ ...recuse, memberId: 'm3', document: 'x' }, both)
      .thenRefused('round-open');
  });

  it('[7.4] a recused presiding member passes the chair before the round opens', () => {
    const session = inSession(aPlan()).tell(recuse, member('m1'));
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('presiding-recused');
    session.tell({ type: 'pass-chair', memberId: 'm2' });
    given(session).when({ type: 'open-round', questionId: 'q' }, member('m2')).thenRecords('round-opened');
  });

  it('[7.4] whoever presides over the open round does not recuse', () =>
    given(inSession(aPlan()).openRound()).when(recuse, member('m1')).thenRefused('presiding-recused'));
});

describe('substitutes', () => {
  const appoint = {
    type: 'appoint-substitute',
    memberId: 'm2',
    name: 'Somebody',
    accountLogin: 'x',
    mandate: '7',
  } as const;
  const plan = aPlan({ rules: { substitutes: true } });

  it('[8.3] only where the rules allow them', () => {
    given(inSession(aPlan())).when(appoint).thenRefused('not-allowed-by-rules');
    given(inSession(plan))
      .when(appoint)
      .then({ type: 'substitute-appointed', memberId: 'm2', name: 'Somebody', mandate: '7' });
  });

  it('[12.5] [8.3] the sign-in of the substitute does not enter the journal', () =>
    expect(JSON.stringify(inSession(plan).tell(appoint).entries)).not.toContain('accountLogin'));

  it('[8.3] one person never holds two votes', () => {
    given(inSession(plan))
      .when({ ...appoint, name: 'Name of m3' })
      .thenRefused('not-allowed-by-rules');
    given(inSession(plan).tell(appoint))
      .when({ ...appoint, memberId: 'm3' })
      .thenRefused('not-allowed-by-rules');
    given(inSession(plan).tell(appoint))
      .when({ ...appoint, name: 'Another' })
      .thenRefused('not-allowed-by-rules');
  });

  it('[8.3] not once the seat has voted in the open round', () => {
    const session = inSession(plan)
      .openRound()
      .cast({ m2: says('for') });
    given(session).when(appoint).thenRefused('round-open');
    given(session.close()).when(appoint).thenRecords('substitute-appointed');
  });
});

describe('who presides', () => {
  it('[2.4] must be there for the session to open: the chair is passed first', () => {
    const session = new LivedSession(aPlan()).arrive('m2', 'm3', 'm4');
    given(session).when({ type: 'open-session' }).thenRefused('presiding-absent');
    session.tell({ type: 'pass-chair', memberId: 'm2' });
    given(session).when({ type: 'open-session' }).thenRecords('session-opened');
  });

  it('[2.4] and for every round, also after leaving', () => {
    const session = inSession(aPlan()).leave('m1');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('presiding-absent');
    session.tell({ type: 'pass-chair', memberId: 'm2' });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRecords('round-opened');
  });

  it('[2.4] a round that is open goes on and is closed without them', () => {
    const session = inSession(aPlan())
      .openRound()
      .leave('m1')
      .cast({ m2: says('for') })
      .close();
    expect(session.round()).toMatchObject({ status: 'closed' });
  });

  it('[2.4] and for the casting vote; another who presides gives it', () => {
    const roll = [aSeat('m0', { votes: false }), aSeat('s0', { votes: false }), ...seats(4)];
    const session = inSession(
      aPlan({ roll, presidingId: 'm0', establishedSeats: 4, rules: { ties: ['casting-vote'] } }),
    );
    session.vote(
      spread([
        [2, says('for')],
        [2, says('against')],
      ]),
    );
    const vote = { type: 'give-casting-vote', roundId: session.round().roundId, choice: 'for' } as const;
    session.leave('m0');
    given(session).when(vote, member('m0')).thenRefused('presiding-absent');
    session.tell({ type: 'pass-chair', memberId: 's0' });
    given(session).when(vote, member('s0')).thenRecords('casting-vote-given');
  });
});
