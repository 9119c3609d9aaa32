import { capital } from '../../words/letters.ts';
import { seatOf, type SeatRole, type Session } from '../../rules/session.ts';
import { attendeesIn, attendeesOf, type Attendee } from './attendees.ts';
import { signatures } from '../blocks.ts';
import { memberTitle } from '../language/declined-names.ts';
import type { Block } from '../document.ts';
import { alphabetically } from './names.ts';
import { roleText } from './office.ts';
import type { SessionRecord } from '../session-record.ts';

/** Who presided and the secretary; where the rules want it, everyone who was present between them. */
export function signatureBlock(record: SessionRecord): Block {
  const { session, naming } = record;
  const presiding = sitterIn(record, session.presidingId);
  const secretary = secretaryOf(record);
  const others = session.ruleSet.allPresentSign
    ? attendeesOf(record).filter(({ name }) => name !== presiding?.name && name !== secretary)
    : [];
  return signatures([
    { post: 'Председательствующий', name: presiding ? naming.initialsFirst(presiding.name) : '' },
    ...[...others].sort(byOffice).map((attendee) => ({
      post: postOf(session, attendee),
      name: naming.initialsFirst(attendee.name),
    })),
    { post: 'Секретарь', name: secretary === undefined ? '' : naming.initialsFirst(secretary) },
  ]);
}

/** Signatures of a commission name what each is on it and not the post of their work (ГОСТ Р 7.0.97-2016, 5.22). */
const postOf = (session: Session, { seat, mandate }: Attendee): string =>
  mandate === undefined ? capital(roleText(seat, session)) || memberTitle(session) : 'Замещающее лицо';

const heads: readonly SeatRole[] = ['chair', 'deputy-chair'];

/** Chair and deputies before the others, in the order of the alphabet. */
const byOffice = (one: Attendee, other: Attendee): number =>
  rankOf(one) - rankOf(other) || alphabetically(one, other);

const rankOf = ({ seat, mandate }: Attendee): number => {
  const rank = mandate === undefined ? heads.indexOf(seat.role) : -1;
  return rank < 0 ? heads.length : rank;
};

/** Whoever signs as secretary, if anybody is named as one. */
export function secretaryOf(record: SessionRecord): string | undefined {
  const { secretaryId, secretaryName, roll } = record.session;
  const byRole = roll.find(({ role }) => role === 'secretary')?.memberId;
  return sitterIn(record, secretaryId)?.name ?? secretaryName ?? sitterIn(record, byRole)?.name;
}

/** Who sat in a seat last: its member, unless a substitute took it. */
function sitterIn(
  record: SessionRecord,
  memberId: Session['secretaryId'],
): Pick<Attendee, 'name'> | undefined {
  const seat = seatOf(record.session, memberId);
  return seat && (attendeesIn(record, seat).at(-1) ?? seat);
}
