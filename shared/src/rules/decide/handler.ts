import type { Authorised } from '../authority.ts';
import type { Caller, CommandType, SessionCommand, Surroundings } from '../commands.ts';
import type { SessionEvent } from '../events.ts';
import { binds } from '../editions.ts';
import { fault } from '../fault.ts';
import { refuse, refuseFields, type Refused } from '../refusal.ts';
import {
  isPresidingPresent,
  isWrittenProcedure,
  questionOf,
  roundOf,
  seatOf,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '../session.ts';
import type { Digest } from '../counting/ties.ts';

/** Everything a rule may look at when it answers a command. */
export interface CommandContext<Type extends CommandType = CommandType> {
  readonly session: Session;
  readonly command: Extract<SessionCommand, { type: Type }>;
  readonly caller: Caller;
  readonly authorised: Authorised;
  readonly surroundings: Surroundings;
  readonly digest: Digest;
}

/** The facts a command creates, in order, or the reason it may not be. */
export type Answer = readonly SessionEvent[] | Refused;
export type Handler<Type extends CommandType> = (context: CommandContext<Type>) => Answer;
export type Handlers<Type extends CommandType> = { readonly [Each in Type]: Handler<Each> };

export const isRefused = <Found>(found: Found | Refused): found is Refused =>
  typeof found === 'object' && found !== null && 'outcome' in found && found.outcome === 'refused';

export const findQuestion = (session: Session, questionId: string): Question | Refused =>
  questionOf(session, questionId) ?? refuseFields('not-found', fault('questionId', 'not-there'));

export const findRound = (
  session: Session,
  roundId: string,
): { question: Question; round: Round } | Refused =>
  roundOf(session, roundId) ?? refuseFields('not-found', fault('roundId', 'not-there'));

export const findSeat = (session: Session, memberId: string | undefined): Seat | Refused =>
  seatOf(session, memberId) ?? refuseFields('not-found', fault('memberId', 'not-there'));

/** Rule 1.4: votes need the session open. */
export const needsOpenSession = ({ status }: Session): Refused | undefined =>
  status === 'open' ? undefined : refuse('session-not-open', `the session is ${status}`);

/** Rule 1.4: after closing only minutes, dissent, protocol, signatures and attachments are recorded. */
export const needsUnclosedSession = ({ status }: Session): Refused | undefined =>
  status === 'closed' ? refuse('session-not-open', 'the session is closed') : undefined;

/** Rule 11.2, by the server's clock alone. */
export const needsTime = ({ deadline }: Session, { now }: Surroundings): Refused | undefined =>
  now >= deadline ? refuse('deadline-passed', `results were due before ${deadline}`) : undefined;

/** Rule 2.4: an absent chair does not preside; it is passed first. */
export const needsPresiding = (session: Session): Refused | undefined =>
  isPresidingPresent(session) || !binds('presiding-present', session)
    ? undefined
    : refuse('presiding-absent', 'who presides is not present: pass the chair first');

/** Rule 1.8. */
export const needsAttendance = (session: Session): Refused | undefined =>
  isWrittenProcedure(session)
    ? refuse('not-allowed-by-rules', 'nobody is present in a written procedure')
    : undefined;
