import { describe, expect, it } from '@jest/globals';
import { aMotion, aNomination, aPlan, aSeat, says, seats } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, LivedSession, member, secretary } from '../testing/lived-session.ts';
import { verify } from '../verifier/verify.ts';
import type { SessionCommand } from './commands.ts';
import { eventOf } from './events.ts';

const twoMotions = [aMotion(), aMotion({ questionId: 'p' })];
const late = aMotion({ questionId: 'late' });

describe('convening', () => {
  it('[1.1] begins the journal with the whole plan', () => {
    const plan = aPlan({ number: '7', invited: ['Guest'] });
    const { entries, session } = new LivedSession(plan);
    expect(entries).toHaveLength(1);
    expect(eventOf(entries[0]!)).toEqual({ type: 'session-convened', ...plan });
    expect(session).toMatchObject({ status: 'convened', number: '7', presidingId: 'm1' });
    expect(session.roll.every((seat) => seat.attendance === 'expected')).toBe(true);
  });

  it('[1.1] can be amended until the opening', () => {
    const session = new LivedSession(aPlan());
    session.tell({ type: 'amend-session', changes: { place: 'Kazan', roll: seats(7), establishedSeats: 7 } });
    expect(session.session).toMatchObject({ place: 'Kazan', establishedSeats: 7 });
    expect(session.session.roll).toHaveLength(7);
    session.arrive().open();
    given(session)
      .when({ type: 'amend-session', changes: { place: 'Tver' } })
      .thenRefused('not-allowed-by-rules');
  });

  it('[1.1] an amendment that does not hold together is refused', () => {
    const session = new LivedSession(aPlan());
    given(session)
      .when({ type: 'amend-session', changes: { presidingId: 'nobody' } })
      .thenRefused('invalid');
    given(session)
      .when({ type: 'amend-session', changes: { roll: seats(6) } })
      .thenRefused('invalid');
  });

  it('[1.1] an amendment keeps what was recorded of the seats and questions that stay', () => {
    const session = new LivedSession(
      aPlan({ rules: { substitutes: true }, questions: [aNomination('choose', 'a b')] }),
    );
    session.tell({ type: 'mark-attendance', memberId: 'm2', attendance: 'absent', reason: 'ill' });
    session.tell({
      type: 'appoint-substitute',
      memberId: 'm3',
      name: 'Somebody',
      accountLogin: 'x',
      mandate: '7',
    });
    session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m4'));
    session.tell({ type: 'note-minutes', questionId: 'q', edits: null, reported: 'heard' });
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'b', reason: 'asked' });
    session.tell({
      type: 'amend-session',
      changes: { roll: seats(6), establishedSeats: 6, questions: [aNomination('choose', 'a b c')] },
    });
    expect(session.session.roll[1]).toMatchObject({ attendance: 'absent', reason: 'ill' });
    expect(session.session.roll[2]?.substitute).toEqual({ name: 'Somebody', mandate: '7' });
    expect(session.question().recused).toMatchObject([{ memberId: 'm4' }]);
    expect(session.question().minutes?.reported).toBe('heard');
    expect(session.question().nominees.map((each) => each.withdrawn ?? false)).toEqual([false, true, false]);
  });

  it('[1.1] questions can be added until the closing', () => {
    const session = new LivedSession(aPlan()).tell({ type: 'add-question', question: late });
    given(session).when({ type: 'add-question', question: late }).thenRefused('invalid');
    const adjourned = inSession(aPlan()).tell({ type: 'adjourn-session', reason: 'late' });
    given(adjourned).when({ type: 'add-question', question: late }).thenRecords('question-added');
    given(inSession(aPlan()).tell({ type: 'close-session' }))
      .when({ type: 'add-question', question: late })
      .thenRefused('session-not-open');
  });

  it('[1.1] an added question is checked like the others', () =>
    given(inSession(aPlan()))
      .when({ type: 'add-question', question: { ...aNomination('score', 'a b'), questionId: 'late' } })
      .thenRefused('invalid'));

  it('[1.3] a question added during a round disturbs nothing', () => {
    const session = inSession(aPlan()).openRound().tell({ type: 'add-question', question: late });
    expect(
      session
        .cast({ m1: says('for') })
        .close()
        .outcome()?.kind,
    ).toBe('adopted');
    expect(session.vote({ m1: says('against') }, 'late').result('late').status).toBe('rejected');
  });
});

describe('the chair', () => {
  it('[1.2] passes, and who presided when is recorded', () => {
    const session = inSession(aPlan()).tell({ type: 'pass-chair', memberId: 'm2' }, member('m1'));
    expect(session.session.presidingId).toBe('m2');
    expect(session.session.presided).toEqual([
      { memberId: 'm1', from: 1 },
      { memberId: 'm2', from: session.position },
    ]);
    expect(session.openRound().round().presidingId).toBe('m2');
  });

  it('[1.2] does not pass while a round is open, nor to somebody away', () => {
    const session = inSession(aPlan()).leave('m3');
    given(session).when({ type: 'pass-chair', memberId: 'm3' }).thenRefused('not-present');
    given(session).when({ type: 'pass-chair', memberId: 'nobody' }).thenRefused('not-found');
    given(session.openRound()).when({ type: 'pass-chair', memberId: 'm2' }).thenRefused('round-open');
  });
});

describe('the life of a session', () => {
  it('[1.4] votes need it open', () => {
    const convened = new LivedSession(aPlan()).arrive();
    given(convened).when({ type: 'open-round', questionId: 'q' }).thenRefused('session-not-open');
    given(convened).when({ type: 'close-session' }).thenRefused('session-not-open');
    given(convened).when({ type: 'adjourn-session', reason: 'x' }).thenRefused('session-not-open');
    given(inSession(aPlan())).when({ type: 'open-session' }).thenRefused('not-allowed-by-rules');
  });

  it('[1.4] closing or adjourning with a round open is refused', () => {
    const session = inSession(aPlan()).openRound();
    given(session).when({ type: 'close-session' }).thenRefused('round-open');
    given(session).when({ type: 'adjourn-session', reason: 'x' }, member('m1')).thenRefused('round-open');
  });

  it('[1.4] after an adjournment attendance and quorum begin anew', () => {
    const session = inSession(aPlan()).tell({ type: 'adjourn-session', reason: 'night' });
    expect(session.session.status).toBe('adjourned');
    given(session).when({ type: 'open-session' }).thenRefused('no-quorum');
    session.arrive('m1', 'm2', 'm3').open();
    expect(session.session.openings.map((each) => each.what)).toEqual(['opened', 'adjourned', 'opened']);
    expect(session.session.roll.map((seat) => seat.attendance)).toEqual([
      'in-person',
      'in-person',
      'in-person',
      'expected',
      'expected',
    ]);
  });

  it('[1.4] after the closing only records are taken', () => {
    const session = inSession(aPlan())
      .vote({ m1: says('for') })
      .tell({ type: 'close-session' });
    const { roundId } = session.round();
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('session-not-open');
    given(session)
      .when({ type: 'mark-attendance', memberId: 'm2', attendance: 'left' })
      .thenRefused('session-not-open');
    given(session).when({ type: 'pass-chair', memberId: 'm2' }).thenRefused('session-not-open');
    given(session)
      .when({ type: 'recuse', questionId: 'q', reason: 'x' }, member('m2'))
      .thenRefused('session-not-open');
    given(session)
      .when({ type: 'extend-deadline', moment: '2022-01-01T00:00:00.000Z', document: '1' })
      .thenRefused('session-not-open');
    given(session)
      .when({ type: 'declare-void', questionId: 'q', reason: 'x' })
      .thenRefused('session-not-open');
    given(session)
      .when({ type: 'annul-round', roundId, ground: 'breach', reason: 'x' })
      .thenRefused('session-not-open');
    given(session)
      .when({ type: 'note-minutes', questionId: 'q', edits: null, reported: 'x' })
      .thenRecords('minutes-noted');
    given(session)
      .when({ type: 'file-dissent', questionId: 'q', text: 'x' }, member('m2'))
      .thenRecords('dissent-filed');
  });

  it('[1.4] a closed session is opened again to annul', () => {
    const session = inSession(aPlan())
      .vote({ m1: says('for') })
      .tell({ type: 'close-session' })
      .open();
    expect(session.annul().round().status).toBe('annulled');
    expect(session.result().status).toBe('undecided');
  });
});

describe('one round at a time', () => {
  it('[1.5] a second round is refused, on another question or on the same', () => {
    const session = inSession(aPlan({ questions: twoMotions })).openRound();
    given(session).when({ type: 'open-round', questionId: 'p' }).thenRefused('another-round-open');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('another-round-open');
    given(session.close()).when({ type: 'open-round', questionId: 'p' }).thenRecords('round-opened');
  });

  it('[1.5] parallel rounds, but never two of one question', () => {
    const session = inSession(aPlan({ questions: twoMotions, rules: { parallelRounds: true } })).openRound();
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('round-open');
    session
      .openRound('p')
      .cast({ m1: says('for') }, 'p')
      .cast({ m1: says('against') }, 'q');
    session.close('p').close('q');
    expect([session.result('p').status, session.result('q').status]).toEqual(['adopted', 'rejected']);
  });
});

describe('what does not exist', () => {
  it('is not found', () => {
    const session = inSession(aPlan());
    given(session).when({ type: 'open-round', questionId: 'x' }).thenRefused('not-found');
    given(session).when({ type: 'close-round', roundId: 'x' }).thenRefused('not-found');
    given(session)
      .when({ type: 'cast-ballot', roundId: 'x', ballot: says('for'), replaces: null }, member('m1'))
      .thenRefused('not-found');
    given(session)
      .when({ type: 'mark-attendance', memberId: 'x', attendance: 'left' })
      .thenRefused('not-found');
    given(session)
      .when({ type: 'note-minutes', questionId: 'x', edits: null }, secretary)
      .thenRefused('not-found');
  });

  it('[1.2] a seat may lack a vote and still preside', () => {
    const roll = [aSeat('chair', { role: 'chair', votes: false }), ...seats(2)];
    const session = inSession(aPlan({ roll, presidingId: 'chair' }));
    given(session).when({ type: 'open-round', questionId: 'q' }, member('chair')).thenRecords('round-opened');
  });
});

describe('cancelling', () => {
  const cancelled = (): LivedSession =>
    new LivedSession(aPlan()).tell({ type: 'cancel-session', reason: 'no quorum expected' });

  it('[1.6] is for a session that has not opened, and keeps it in its journal', () => {
    const session = cancelled();
    expect(session.session).toMatchObject({
      status: 'cancelled',
      openings: [{ what: 'cancelled', reason: 'no quorum expected' }],
    });
    expect(verify(session.entries)).toMatchObject({ sound: true });
    for (const over of [
      inSession(aPlan()),
      inSession(aPlan()).tell({ type: 'adjourn-session', reason: 'x' }),
    ])
      given(over).when({ type: 'cancel-session', reason: 'x' }).thenRefused('not-allowed-by-rules');
  });

  it.each<SessionCommand>([
    { type: 'open-session' },
    { type: 'cancel-session', reason: 'again' },
    { type: 'amend-session', changes: { place: 'Kazan' } },
    { type: 'add-question', question: late },
    { type: 'mark-attendance', memberId: 'm2', attendance: 'in-person' },
    { type: 'note-minutes', questionId: 'q', edits: null, reported: 'x' },
    { type: 'extend-deadline', moment: '2021-07-30T00:00:00.000Z', document: '7' },
    { type: 'issue-protocol' },
  ])('[1.6] nothing follows it: $type', (command) =>
    given(cancelled()).when(command).thenRefused('session-not-open'),
  );
});

describe('taking a question off the agenda', () => {
  const drop = { type: 'drop-question', questionId: 'q', reason: 'withdrawn by its author' } as const;

  it('[1.7] leaves it there, dropped, and it is not voted on', () => {
    const session = inSession(aPlan({ questions: twoMotions })).tell(drop);
    expect(session.question()).toMatchObject({
      result: { status: 'dropped', winners: [], notAwarded: 0 },
      dropReason: 'withdrawn by its author',
    });
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('not-allowed-by-rules');
    given(session).when(drop).thenRefused('not-allowed-by-rules');
    session.tell({ type: 'close-session' }).tell({ type: 'open-session' });
    expect(session.result().status).toBe('dropped');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[1.7] is possible before the opening, and an amendment does not bring it back', () => {
    const session = new LivedSession(aPlan({ questions: twoMotions })).tell(drop);
    session.tell({ type: 'amend-session', changes: { questions: twoMotions } });
    expect(session.question()).toMatchObject({
      result: { status: 'dropped' },
      dropReason: 'withdrawn by its author',
    });
  });

  it('[1.7] comes too late once it has been put to the vote, and after the closing', () => {
    const session = inSession(aPlan({ questions: twoMotions })).openRound();
    given(session).when(drop).thenRefused('not-allowed-by-rules');
    session.close().annul();
    given(session).when(drop).thenRefused('not-allowed-by-rules');
    given(inSession(aPlan()).tell({ type: 'close-session' }))
      .when(drop)
      .thenRefused('session-not-open');
  });
});

describe('amending', () => {
  it('[1.1] takes back who the secretary is', () => {
    const session = new LivedSession(aPlan({ secretaryId: 'm2' }));
    session.tell({ type: 'amend-session', changes: { secretaryId: null, secretaryName: 'Somebody' } });
    expect(session.session.secretaryId).toBeUndefined();
    expect(session.session.secretaryName).toBe('Somebody');
    session.tell({ type: 'amend-session', changes: { secretaryId: 'm3', secretaryName: null } });
    expect(session.session).not.toHaveProperty('secretaryName');
    expect(verify(session.entries)).toMatchObject({ sound: true });
  });

  it('[1.1] [6.6] reaches everything that a session is convened with', () => {
    const { contestId: _, contestTitle: __, rehearsal: ___, ...plan } = aPlan({ members: 7, number: '9' });
    const changes = {
      ...plan,
      invited: ['Guest'],
      earlierWinners: ['y'],
      organisation: 'O',
      commission: 'C',
    };
    const session = new LivedSession(aPlan()).tell({ type: 'amend-session', changes });
    const { roll, questions, ...rest } = changes;
    expect(session.session).toMatchObject(rest);
    expect(session.session.roll).toHaveLength(roll.length);
    expect(session.session.questions).toHaveLength(questions.length);
  });
});
