import { authorise, officeOf, type Authorised, type Authority } from './authority.ts';
import type { Caller, CommandType, SessionCommand, Surroundings } from './commands.ts';
import { attendance } from './decide/attendance.ts';
import { ballots, cast, entered, type Unseen } from './decide/ballots.ts';
import { isRefused, type Answer, type Handlers, type CommandContext } from './decide/handler.ts';
import { records } from './decide/records.ts';
import { rounds } from './decide/rounds.ts';
import { sessionLife } from './decide/session-life.ts';
import { ties } from './decide/ties.ts';
import type { Verdict } from './fact.ts';
import { refuse } from './refusal.ts';
import { roundOf, type Session } from './session.ts';
import type { Digest } from './counting/ties.ts';
import { factOf } from './showing/visibility.ts';

const handlers: Handlers<CommandType> = {
  ...sessionLife,
  ...attendance,
  ...rounds,
  ...ballots,
  ...ties,
  ...records,
};

/**
 * Answers a command with the facts it creates, or with the reason it may not be.
 *
 * Pure: the same session, command, caller and surroundings give the same answer on the server, on a member's
 * phone and in the verifier. Who the caller is was settled at sign-in; what they may do is rule 13.
 */
export function decide(
  session: Session,
  command: SessionCommand,
  caller: Caller,
  surroundings: Surroundings,
  digest: Digest,
): Verdict {
  const authorised = authorise(session, command.type, caller, capacityFor(session, command, caller));
  if (authorised.outcome === 'refused') return authorised;
  const handle = handlers[command.type] as (context: CommandContext) => Answer;
  return verdictOf(session, authorised, () =>
    handle({ session, command, caller, authorised, surroundings, digest }),
  );
}

/** The same for a ballot that is sealed yet: everything is asked but what is on it (rule 10.4). */
export function decideUnseen(
  session: Session,
  command: Unseen<'cast-ballot'>['command'] | Unseen<'enter-ballot'>['command'],
  caller: Caller,
  surroundings: Surroundings,
): Verdict {
  const authorised = authorise(session, command.type, caller);
  if (authorised.outcome === 'refused') return authorised;
  const context = { session, authorised, surroundings };
  return verdictOf(session, authorised, () =>
    command.type === 'cast-ballot'
      ? cast({ ...context, command }, undefined)
      : entered({ ...context, command }, undefined),
  );
}

function verdictOf(session: Session, { actor }: Authorised, answer: () => Answer): Verdict {
  // It stays in its journal as it is (rule 1.6).
  if (session.status === 'cancelled') return refuse('session-not-open', 'the session is cancelled');
  const answered = answer();
  return isRefused(answered)
    ? answered
    : { outcome: 'accepted', actor, facts: answered.map((event) => factOf(session, event)) };
}

/** Where somebody may act in two capacities, the one that this command is meant in. */
function capacityFor(session: Session, command: SessionCommand, caller: Caller): Authority | undefined {
  if (command.type === 'recuse')
    return command.memberId === undefined || command.memberId === caller.memberId ? 'own-seat' : 'secretary';
  if (command.type === 'confirm-annulment') {
    const asked = roundOf(session, command.roundId)?.round.annulment?.requestedBy;
    return asked !== undefined && officeOf(asked) === 'presiding' ? 'secretary' : 'presiding';
  }
  if (command.type === 'sign-protocol') {
    const protocol = session.protocols.find((each) => each.version === command.version);
    return protocol?.signatures.some((each) => each.role === 'presiding') ? 'secretary' : 'signatory';
  }
  return undefined;
}
