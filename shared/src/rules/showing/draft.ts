import { refuse, type Refused } from '../refusal.ts';
import { openRounds, type Session } from '../session.ts';

/** Why a draft of the protocol may not be drawn yet. While choices are hidden, a document would tell them (rule 10.1). */
export function refusesDraft(session: Session): Refused | undefined {
  if (session.status === 'convened') return refuse('session-not-open', 'a protocol begins with the opening');
  if (session.ruleSet.visibility !== 'names' && openRounds(session).length > 0)
    return refuse('round-open', 'no draft while a round with hidden parts is open');
  return undefined;
}
