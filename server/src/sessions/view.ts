import type { You } from '@open-ballot/shared/contract/live';
import { ownBallots, type Audience } from '@open-ballot/shared/rules/showing/redact';
import type { Session } from '@open-ballot/shared/rules/session';
import type { DeskCaller } from '../desk/submission.ts';

/** Officers see reasons that are nobody else's business (rule 10.4). Counts and names nobody sees early. */
export const isOfficer = (session: Session, { memberId, secretaryId }: DeskCaller): boolean =>
  secretaryId !== undefined || (memberId !== undefined && memberId === session.presidingId);

export const audienceOf = (session: Session, caller: DeskCaller): Audience =>
  isOfficer(session, caller) ? 'officers' : 'public';

/** The viewer's own part of the picture. A member always sees the own ballots (rule 10.1). */
export function youOf(session: Session, caller: DeskCaller): You {
  const { memberId, secretaryId } = caller;
  return {
    ...(memberId !== undefined && { memberId }),
    ...(isOfficer(session, caller) && { officer: true }),
    ...(secretaryId !== undefined && { secretary: true }),
    ballots: memberId === undefined ? {} : ownBallots(session, memberId),
  };
}
