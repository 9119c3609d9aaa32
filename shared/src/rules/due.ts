import { closingFact } from './decide/closing-fact.ts';
import type { Fact } from './fact.ts';
import { factOf } from './showing/visibility.ts';
import { openRounds, type Session } from './session.ts';

/** What the server records of its own accord, once, whichever process does it: the id is fixed (rules 11.2, 12.1). */
export interface Due {
  readonly commandId: string;
  readonly facts: readonly Fact[];
}

const endOf = (
  session: Session,
  closesAt: string | undefined,
): { at: string; by: 'duration' | 'deadline' } =>
  closesAt !== undefined && closesAt < session.deadline
    ? { at: closesAt, by: 'duration' }
    : { at: session.deadline, by: 'deadline' };

/** Ties that wait for a person; at the deadline they count as declined (rule 11.2). A closed session stays as it closed (rule 1.4). */
const waiting = (session: Session) =>
  session.status === 'closed'
    ? []
    : session.questions.flatMap((question) =>
        question.rounds.flatMap((round) =>
          round.status === 'closed' && round.outcome?.awaiting !== undefined
            ? [{ round, awaiting: round.outcome.awaiting }]
            : [],
        ),
      );

/** The next thing due at this moment, or undefined. Call again after recording it: a closing may leave a tie. */
export function dueFacts(session: Session, now: string): Due | undefined {
  for (const { question, round } of openRounds(session)) {
    const { at, by } = endOf(session, round.closesAt);
    if (now >= at)
      return {
        commandId: `${by}:${round.roundId}`,
        facts: [factOf(session, closingFact(session, question, round, { by, effectiveAt: at }))],
      };
  }
  if (now < session.deadline) return undefined;
  for (const { round, awaiting } of waiting(session)) {
    const declined = round.tieBreaking.declined.length;
    return {
      commandId: `declined:${round.roundId}:${declined}`,
      facts: [
        factOf(session, { type: 'tie-breaker-declined', roundId: round.roundId, tieBreaker: awaiting }),
      ],
    };
  }
  return undefined;
}

/** The UTC moment at which something falls due, if nothing else happens. */
export function nextDue(session: Session): string | undefined {
  const ends = openRounds(session).map(({ round }) => endOf(session, round.closesAt).at);
  if (waiting(session).length > 0) ends.push(session.deadline);
  return ends.toSorted()[0];
}
