import { seatOf, type Session } from '../../rules/session.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import type { SessionRecord } from '../session-record.ts';

/** Who held a seat: its member, or the substitute who had taken it (rule 8.3). */
export interface SeatHolder {
  readonly name: string;
  /** Whose seat a substitute held. */
  readonly substituted?: string;
}

/** Who held a seat when an entry of the journal was made; of a vote, the entry that closed it. */
export function holderAt(record: SessionRecord, memberId: string, position = Infinity): SeatHolder {
  const seat = seatOf(record.session, memberId);
  if (!seat) return { name: memberId };
  return seat.substitute && (record.substitutedFrom.get(memberId) ?? Infinity) < position
    ? { name: seat.substitute.name, substituted: seat.name }
    : { name: seat.name };
}

/** «О.И. Петров (замещающее лицо, член комиссии – А.И. Белова)», or the member alone. */
export function holderText(
  { session }: SessionRecord,
  { name, substituted }: SeatHolder,
  call: (name: string) => string,
): string {
  return substituted === undefined
    ? call(name)
    : `${call(name)} (${substitutedSeat(session, call(substituted))})`;
}

export const substitutedSeat = (session: Session, member: string): string =>
  `замещающее лицо, член ${genitiveOfBody(session)} – ${member}`;

/** The same where brackets stand around it already: «О.И. Сидоров, замещаемый член комиссии – В.С. Орлов». */
export function holderInBrackets(record: SessionRecord, memberId: string, position?: number): string {
  const { initialsFirst } = record.naming;
  const { name, substituted } = holderAt(record, memberId, position);
  return substituted === undefined
    ? initialsFirst(name)
    : `${initialsFirst(name)}, замещаемый член ${genitiveOfBody(record.session)} – ${initialsFirst(substituted)}`;
}
