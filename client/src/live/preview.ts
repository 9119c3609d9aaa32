import { sha256Hex } from '@open-ballot/shared/journal/chain';
import type { You } from '@open-ballot/shared/contract/live';
import type { Caller, SessionCommand } from '@open-ballot/shared/rules/commands';
import { decide } from '@open-ballot/shared/rules/decide';
import type { JournalEntry, RecordedEvent } from '@open-ballot/shared/rules/events';
import { evolve } from '@open-ballot/shared/journal/replay';
import type { Fact } from '@open-ballot/shared/rules/fact';
import type { Refused } from '@open-ballot/shared/rules/refusal';
import { roundOf, type Session } from '@open-ballot/shared/rules/session';

const surroundingsAt = (nowMs: number) => ({ now: new Date(nowMs).toISOString(), freshId: 'preview' });

const callerOf = (you: You): Caller => ({
  signedIn: true,
  ...(you.memberId !== undefined && { memberId: you.memberId }),
  ...(you.secretary && { secretaryId: 'preview' }),
});

/**
 * Why the rules would refuse this command right now, by the same code the server runs; undefined: they would not.
 * @param nowMs the server's clock
 */
export function refusalOf(
  session: Session,
  command: SessionCommand,
  you: You,
  nowMs: number,
): Refused | undefined {
  const verdict = decide(
    withOwnBallots(session, you),
    command,
    callerOf(you),
    surroundingsAt(nowMs),
    sha256Hex,
  );
  return verdict.outcome === 'refused' ? verdict : undefined;
}

/** The session as it would stand if the round were closed now; undefined where ballots are hidden or closing is refused. */
export function closedNow(session: Session, roundId: string, you: You, nowMs: number): Session | undefined {
  const round = roundOf(session, roundId)?.round;
  if (!round || round.sealed.length > 0 || session.ruleSet.visibility !== 'names') return undefined;
  const surroundings = surroundingsAt(nowMs);
  const verdict = decide(session, { type: 'close-round', roundId }, callerOf(you), surroundings, sha256Hex);
  if (verdict.outcome === 'refused') return undefined;
  return verdict.facts.reduce<Session>(
    (before, fact, index) => evolve(before, imagined(fact, index, surroundings.now)),
    session,
  );
}

/** An entry that was never recorded. The lot from the journal needs the real hash, so it is not foretold. */
const imagined = ({ event }: Fact, index: number, recordedAt: string): JournalEntry => ({
  sessionId: '',
  position: Number.MAX_SAFE_INTEGER - 100 + index,
  recordedAt,
  part: index,
  event: event as unknown as RecordedEvent,
  previousHash: '',
  hash: '',
});

/**
 * Where the rules hide ballots, or where the receipt is here before the entry, the viewer alone knows the own one;
 * the rules must know it too to judge a change.
 */
function withOwnBallots(session: Session, you: You): Session {
  const { memberId } = you;
  if (memberId === undefined) return session;
  return {
    ...session,
    questions: session.questions.map((question) => ({
      ...question,
      rounds: question.rounds.map((round) => {
        const own = you.ballots[round.roundId];
        if (!own || round.status !== 'open') return round;
        const shown = round.ballots.find((each) => each.memberId === memberId);
        if (shown?.ballot && shown.position >= own.position) return round;
        const others = round.ballots.filter((each) => each.memberId !== memberId);
        const basis = own.basis as 'own' | 'by-hand' | 'written';
        return {
          ...round,
          ballots: [...others, { memberId, ballot: own.ballot, position: own.position, basis, changes: 0 }],
        };
      }),
    })),
  };
}
