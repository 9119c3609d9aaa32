import type { Seat } from '../../rules/session.ts';
import type { SessionRecord } from '../session-record.ts';
import { isAt, type Stay } from './stays.ts';

/** Somebody who sat in a seat: its member, or the substitute who took it with a mandate (rule 8.3). */
export interface Attendee {
  readonly seat: Seat;
  readonly name: string;
  /** Of a substitute. */
  readonly mandate?: string;
  readonly stays: readonly Stay[];
}

/** The stays in a seat that fall into a sitting; before the first opening, all of them. */
export const staysIn = ({ stays, sittings }: SessionRecord, { memberId }: Seat): Stay[] =>
  (stays.get(memberId) ?? []).filter(
    (stay) => sittings.length === 0 || sittings.some((sitting) => isAt(sitting, stay)),
  );

/** Who sat in a seat: nobody, one person, or the member and then the substitute. */
export function attendeesIn(record: SessionRecord, seat: Seat): Attendee[] {
  const all = staysIn(record, seat);
  const own = all.filter((stay) => !stay.bySubstitute);
  const others = all.filter((stay) => stay.bySubstitute);
  return [
    ...(own.length > 0 ? [{ seat, name: seat.name, stays: own }] : []),
    ...(seat.substitute && others.length > 0 ? [{ seat, ...seat.substitute, stays: others }] : []),
  ];
}

/** Everyone who was there, in the order of the roll. */
export const attendeesOf = (record: SessionRecord): Attendee[] =>
  record.session.roll.flatMap((seat) => attendeesIn(record, seat));

/** The seats whose member did not come, whether somebody substituted or not. */
export const absenteesOf = (record: SessionRecord): Seat[] =>
  record.session.roll.filter((seat) =>
    attendeesIn(record, seat).every(({ mandate }) => mandate !== undefined),
  );

/** Whether anybody ever sat in the seat. */
export const cameEver = (record: SessionRecord, seat: Seat): boolean => attendeesIn(record, seat).length > 0;
