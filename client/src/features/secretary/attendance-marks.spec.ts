import { describe, expect, it } from '@jest/globals';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { marksForAll, seatsMatching, undoOf } from './attendance-marks.ts';

describe('all present in one press', () => {
  it('marks who is expected and leaves alone who was marked on purpose', () => {
    const lived = new LivedJournal().does(theSecretary, {
      type: 'mark-attendance',
      memberId: 'bo',
      attendance: 'absent',
      reason: 'командировка',
    });
    expect(marksForAll(lived.session).map((each) => each.memberId)).toEqual(['chair', 'ann', 'cy', 'dee']);
  });

  it('marks by video where the session is held by videoconference', () => {
    const session = { ...new LivedJournal().session, form: 'videoconference' as const };
    expect(new Set(marksForAll(session).map((each) => each.attendance))).toEqual(new Set(['remote']));
  });

  it('takes back only marks that nothing came after', () => {
    const lived = new LivedJournal();
    const marks = marksForAll(lived.session);
    for (const mark of marks) lived.does(theSecretary, mark);
    lived
      .does(theSecretary, { type: 'mark-attendance', memberId: 'dee', attendance: 'left' })
      .does(theSecretary, { type: 'open-session' });
    lived.votes(lived.openRound(), { ann: 'x' });
    expect(undoOf(lived.session, marks)).toEqual(
      ['chair', 'bo', 'cy'].map((memberId) => ({
        type: 'mark-attendance',
        memberId,
        attendance: 'expected',
      })),
    );
  });
});

describe('finding a seat', () => {
  it('looks at name, post and body whatever the case', () => {
    const { roll } = new LivedJournal().session;
    expect(seatsMatching(roll, ' бЕЛОВА ').map((seat) => seat.memberId)).toEqual(['ann']);
    expect(seatsMatching(roll, '')).toBe(roll);
  });
});
