import { seatOf } from '../../rules/session.ts';
import { alphabetically } from '../people/names.ts';
import type { SessionRecord } from '../session-record.ts';

export const nameOf = ({ session, naming }: SessionRecord, memberId: string): string =>
  naming.initialsFirst(seatOf(session, memberId)?.name ?? memberId);

/** Names in the order of the alphabet. */
export function namesOf({ session, naming }: SessionRecord, memberIds: readonly string[]): string {
  return memberIds
    .map((memberId) => ({ name: seatOf(session, memberId)?.name ?? memberId }))
    .sort(alphabetically)
    .map(({ name }) => naming.initialsFirst(name))
    .join(', ');
}
