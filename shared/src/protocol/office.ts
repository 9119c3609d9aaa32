import type { Seat, SeatRole } from '../rules/session.ts';
import type { Naming } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';

/** What a seat is on the commission; a plain member is nothing beside it. */
export const roleTexts: Readonly<Record<SeatRole, string>> = {
  chair: 'председатель комиссии',
  'deputy-chair': 'заместитель председателя комиссии',
  secretary: 'секретарь комиссии',
  member: '',
};

/** Post and body of a seat, as far as they are given. */
export const officeOf = ({ post, body }: Seat): string[] =>
  [post, body].map((each) => each.trim()).filter((each) => each !== '');

/** Post, body and role on the commission. */
export const officeAndRoleOf = (seat: Seat): string[] =>
  [...officeOf(seat), roleTexts[seat.role]].filter((each) => each !== '');

/**
 * «замещающее лицо (доверенность № 7), замещаемый член комиссии – А.И. Белова, директор департамента»:
 * nominatives throughout, so that no name has to be declined.
 */
export const substitutionText = ({ initialsFirst }: Naming, seat: Seat, mandate: string): string =>
  `замещающее лицо (${mandate}), замещаемый член комиссии – ` +
  [initialsFirst(nameBesideOffice(seat)), ...officeAndRoleOf(seat)].join(', ');
