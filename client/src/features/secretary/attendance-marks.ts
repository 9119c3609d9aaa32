import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { openRounds, type Seat, type Session } from '@open-ballot/shared/rules/session';

export type MarkAttendance = Extract<SessionCommand, { readonly type: 'mark-attendance' }>;

/**
 * Marks for everybody who is still expected. Who was marked absent or has left was marked so on purpose.
 * A session held by videoconference alone is attended by video.
 */
export function marksForAll({ roll, form }: Session): MarkAttendance[] {
  const attendance = form === 'videoconference' ? 'remote' : 'in-person';
  return roll
    .filter((seat) => seat.attendance === 'expected')
    .map(({ memberId }) => ({ type: 'mark-attendance', memberId, attendance }));
}

/**
 * The marks that take `marks` back. The journal forgets nothing, so undoing is marking again, and only where
 * nothing came after: neither another mark nor a ballot.
 */
export function undoOf(session: Session, marks: readonly MarkAttendance[]): MarkAttendance[] {
  const voted = new Set(
    openRounds(session).flatMap(({ round }) => round.ballots.map((each) => each.memberId)),
  );
  const seats = new Map(session.roll.map((seat) => [seat.memberId, seat]));
  return marks
    .filter(
      ({ memberId, attendance }) => seats.get(memberId)?.attendance === attendance && !voted.has(memberId),
    )
    .map(({ memberId }) => ({ type: 'mark-attendance', memberId, attendance: 'expected' }));
}

/** Seats whose name, post or body contains the text, whatever the case. */
export function seatsMatching(seats: readonly Seat[], text: string): readonly Seat[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return seats;
  return seats.filter(({ name, post, body }) =>
    `${name} ${post} ${body}`.toLocaleLowerCase().includes(wanted),
  );
}
