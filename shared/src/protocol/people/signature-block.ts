import { seatOf, type Session } from '../../rules/session.ts';
import { attendeesIn, attendeesOf, type Attendee } from './attendees.ts';
import { signatures } from '../blocks.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import type { Block } from '../document.ts';
import { alphabetically } from './names.ts';
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
    ...others.sort(alphabetically).map(({ name, mandate }) => ({
      post: mandate === undefined ? `Член ${genitiveOfBody(session)}` : 'Замещающее лицо',
      name: naming.initialsFirst(name),
    })),
    { post: 'Секретарь', name: secretary === undefined ? '' : naming.initialsFirst(secretary) },
  ]);
}

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
