import { authorise, officeOf, type Authority } from './authority.ts';
import type { Caller, CommandType, SessionCommand, Surroundings } from './commands.ts';
import { attendance } from './decide/attendance.ts';
import { ballots } from './decide/ballots.ts';
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
  // It stays in its journal as it is (rule 1.6).
  if (session.status === 'cancelled') return refuse('session-not-open', 'the session is cancelled');
  const handle = handlers[command.type] as (context: CommandContext) => Answer;
  const answer = handle({ session, command, caller, authorised, surroundings, digest });
  if (isRefused(answer)) return answer;
  return {
    outcome: 'accepted',
    actor: authorised.actor,
    facts: answer.map((event) => factOf(session, event)),
  };
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
