import type { Caller, CommandType } from './commands.ts';
import { refuse, type Refused } from './refusal.ts';
import { seatOf, type Session } from './session.ts';

/** In what capacity a command may be given (rule 13). */
export type Authority = 'presiding' | 'secretary' | 'own-seat' | 'signatory';

/** Rule 13, complete by the compiler: a new command does not build until somebody may give it. */
export const authorities: Readonly<Record<CommandType, readonly Authority[]>> = {
  'open-session': ['presiding', 'secretary'],
  'adjourn-session': ['presiding', 'secretary'],
  'close-session': ['presiding', 'secretary'],
  'open-round': ['presiding', 'secretary'],
  'close-round': ['presiding', 'secretary'],
  'annul-round': ['presiding', 'secretary'],
  'confirm-annulment': ['presiding', 'secretary'],
  'decline-tie-breaker': ['presiding', 'secretary'],
  'pass-chair': ['presiding', 'secretary'],
  'amend-session': ['secretary'],
  'cancel-session': ['secretary'],
  'add-question': ['secretary'],
  'drop-question': ['secretary'],
  'mark-attendance': ['secretary'],
  'declare-void': ['secretary'],
  'withdraw-nominee': ['secretary'],
  'enter-ballot': ['secretary'],
  'appoint-substitute': ['secretary'],
  'record-lot': ['secretary'],
  'note-minutes': ['secretary'],
  'extend-deadline': ['secretary'],
  'issue-protocol': ['secretary'],
  'attach-signature': ['secretary'],
  'check-in': ['own-seat'],
  'cast-ballot': ['own-seat'],
  recuse: ['own-seat', 'secretary'],
  'file-dissent': ['own-seat'],
  'give-casting-vote': ['presiding'],
  'sign-protocol': ['signatory', 'secretary'],
};

// Passing the chair is refused after closing, so whoever presides then is who presided at closing.
const presidesOver = (session: Session, memberId: string | undefined): boolean =>
  memberId !== undefined && session.presidingId === memberId;

const holds: Readonly<Record<Authority, (session: Session, caller: Caller) => string | undefined>> = {
  presiding: (session, { memberId }) => (presidesOver(session, memberId) ? memberId : undefined),
  signatory: (session, { memberId }) => (presidesOver(session, memberId) ? memberId : undefined),
  secretary: (_session, { secretaryId }) =>
    secretaryId === undefined ? undefined : `secretary:${secretaryId}`,
  'own-seat': (session, { memberId }) => (seatOf(session, memberId) ? memberId : undefined),
};

/** The office in which an officer acted, by how the journal names them (rule 12.5). */
export const officeOf = (actor: string): Authority =>
  actor.startsWith('secretary:') ? 'secretary' : 'presiding';

/** The actor the journal will name, and in what capacity they act. */
export interface Authorised {
  readonly outcome: 'authorised';
  readonly actor: string;
  readonly as: Authority;
}

/**
 * Settles whether the caller may give this command here at all (rule 13).
 * Someone signed in without a seat is told so; an observer is merely forbidden.
 */
export function authorise(
  session: Session,
  type: CommandType,
  caller: Caller,
  prefer?: Authority,
): Authorised | Refused {
  const allowed = authorities[type];
  const order =
    prefer && allowed.includes(prefer) ? [prefer, ...allowed.filter((each) => each !== prefer)] : allowed;
  for (const as of order) {
    const actor = holds[as](session, caller);
    if (actor !== undefined) return { outcome: 'authorised', actor, as };
  }
  const needsSeat = allowed.includes('own-seat') && caller.signedIn && !seatOf(session, caller.memberId);
  return needsSeat
    ? refuse('not-on-the-roll', 'this sign-in has no seat in the session')
    : refuse('forbidden', `${type} is for ${allowed.join(' or ')}`);
}
