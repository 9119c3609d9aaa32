import { describe, expect, it } from '@jest/globals';
import type { Attendance, SessionPlan } from '../rules/session.ts';
import { inSession, member } from '../testing/lived-session.ts';
import { motion, plan, roll, ruleSet, side } from '../testing/protocol-samples.ts';
import { attendeesIn } from './people/attendees.ts';
import { recordOf } from './session-record.ts';

const rules = { ...ruleSet, substitutes: true, absentee: true };
const sessionOf = (more: Partial<SessionPlan> = {}) =>
  inSession(
    plan([motion('q', 'О плане', 'Утвердить план')], {
      ruleSet: rules,
      deadline: '2021-07-30T21:00:00.000Z',
      ...more,
    }),
  );
type Lived = ReturnType<typeof sessionOf>;

const mark = (session: Lived, memberId: string, attendance: Attendance): Lived =>
  session.tell({ type: 'mark-attendance', memberId, attendance });
const staysOf = (session: Lived, memberId: string) =>
  (recordOf(session.entries).stays.get(memberId) ?? []).map(({ attendance, until, bySubstitute }) => [
    bySubstitute ? 'substitute' : attendance,
    until === undefined ? 'to the end' : 'left',
  ]);

describe('stays', () => {
  it('[2.1] «absent» takes a mark of presence back', () =>
    expect(staysOf(mark(sessionOf(), 'm5', 'absent'), 'm5')).toEqual([]));

  it('[2.2] not that of a seat whose ballot counts: it has left', () => {
    const session = sessionOf()
      .openRound()
      .cast({ m5: side('for') });
    expect(staysOf(mark(session, 'm5', 'absent'), 'm5')).toEqual([['in-person', 'left']]);
  });

  it('[2.3] nor that of a seat which a closing has frozen as present', () => {
    const session = sessionOf().vote({ m1: side('for') });
    expect(staysOf(mark(session, 'm5', 'absent'), 'm5')).toEqual([['in-person', 'left']]);
  });

  it('[8.5] a written ballot is no presence', () => {
    const session = mark(sessionOf(), 'm5', 'left').openRound();
    session.tell({
      type: 'enter-ballot',
      roundId: session.round().roundId,
      memberId: 'm5',
      ballot: side('for'),
      basis: 'written',
      document: 'опросный лист № 1',
    });
    session.close();
    mark(mark(session, 'm5', 'in-person'), 'm5', 'absent');
    expect(staysOf(session, 'm5')).toEqual([['in-person', 'left']]);
  });

  it('[2.2] a mark taken back after the vote of an earlier stay leaves that stay alone', () => {
    const session = mark(sessionOf().vote({ m5: side('for') }), 'm5', 'left');
    mark(mark(session, 'm5', 'remote'), 'm5', 'absent');
    expect(staysOf(session, 'm5')).toEqual([['in-person', 'left']]);
  });

  it('[8.3] a substitute takes the seat from the member who sat there', () => {
    const session = sessionOf().tell({
      type: 'appoint-substitute',
      memberId: 'm5',
      name: 'Сидоров Олег Ильич',
      accountLogin: 'sidorov',
      mandate: 'доверенность № 7',
    });
    expect(staysOf(session, 'm5')).toEqual([
      ['in-person', 'left'],
      ['substitute', 'to the end'],
    ]);
    const record = recordOf(session.entries);
    expect(attendeesIn(record, record.session.roll[4]!).map(({ name, mandate }) => [name, mandate])).toEqual([
      ['Ким Александр Львович', undefined],
      ['Сидоров Олег Ильич', 'доверенность № 7'],
    ]);
  });

  it('[1.4] who sat until a closing sits on when the session is opened again', () => {
    const session = sessionOf().tell({ type: 'close-session' }, member('m1')).open();
    expect(staysOf(session, 'm5')).toEqual([
      ['in-person', 'left'],
      ['in-person', 'to the end'],
    ]);
  });
});

describe('namesakes on the roll', () => {
  const namesOf = (more: readonly { readonly post: string; readonly body: string }[]): string[] => {
    const seats = roll.map((seat, index) => ({
      ...seat,
      ...(more[index] && { ...more[index], name: 'Орлов Виктор Сергеевич' }),
    }));
    const { session, naming } = recordOf(sessionOf({ roll: seats }).entries);
    return session.roll
      .slice(0, more.length)
      .map(({ name }) => naming.initialsFirst(name).replaceAll('\u00A0', ' '));
  };

  it.each([
    [
      'their posts',
      [
        { post: 'эксперт', body: 'ФНС' },
        { post: 'советник', body: 'ФНС' },
      ],
      ['эксперт', 'советник'],
    ],
    [
      'their bodies',
      [
        { post: 'эксперт', body: 'ФНС' },
        { post: 'эксперт', body: 'МВД' },
      ],
      ['ФНС', 'МВД'],
    ],
    [
      'a number',
      [
        { post: 'эксперт', body: '' },
        { post: 'эксперт', body: '' },
      ],
      ['№ 1', '№ 2'],
    ],
  ])('are told apart by %s', (_by, seats, signs) =>
    expect(namesOf(seats)).toEqual(signs.map((sign) => `В.С. Орлов (${sign})`)),
  );
});
