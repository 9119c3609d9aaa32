import { decideUnseen } from '../rules/decide.ts';
import { needsOpenRound } from '../rules/decide/ballots.ts';
import { needsOpenSession, needsTime } from '../rules/decide/handler.ts';
import { actorOf, eventOf, type JournalEntry } from '../rules/events.ts';
import type { Fact, Verdict } from '../rules/fact.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { factOf } from '../rules/showing/visibility.ts';
import { roundOf, seatOf, type EnteredBasis, type Session } from '../rules/session.ts';
import { callerBehind } from './command-behind.ts';
import { finding, type Finding } from './file/finding.ts';

/** `facts` are what the rules would have recorded, without what is sealed. */
export type UnseenBallot =
  | { readonly outcome: 'admitted'; readonly facts: readonly Fact[] }
  | { readonly outcome: 'refused'; readonly finding: Finding };

const refused = (why: Finding): UnseenBallot => ({ outcome: 'refused', finding: why });

/** What the rules say to a ballot whose choice is sealed while its round is open, as far as they can be asked. */
export function unseenBallot(session: Session, entry: JournalEntry): UnseenBallot {
  return session.ruleSet.visibility === 'totals' ? ofSomebody(session, entry) : ofMember(session, entry);
}

/** Under `turnout` everything is open but the choice: all of it is asked. */
function ofMember(session: Session, entry: JournalEntry): UnseenBallot {
  const event = eventOf(entry);
  const actor = actorOf(entry) ?? '';
  if (event.type !== 'ballot-cast' && event.type !== 'ballot-entered')
    throw new TypeError(`${event.type} is no ballot`);
  const { memberId: member = '' } = event;
  const caller = callerBehind(actor);
  if (!seatOf(session, member)?.votes) return refused(finding('ballot-of-nobody', '', { member }));
  if ((event.type === 'ballot-cast' ? caller.memberId : caller.secretaryId && member) !== member)
    return refused(finding('ballot-of-another', '', { member, actor }));
  const verdict = verdictOn(session, entry, member);
  if (verdict.outcome === 'accepted') return { outcome: 'admitted', facts: verdict.facts };
  const ofMember = whyNot[verdict.code];
  return refused(ofMember ? finding(ofMember, '', { member }) : finding('ballot-not-now', ''));
}

const whyNot: Partial<Record<RefusalCode, 'ballot-twice' | 'ballot-of-absent' | 'ballot-of-recused'>> = {
  'already-voted': 'ballot-twice',
  'already-voted-in-person': 'ballot-twice',
  'ballot-changed-elsewhere': 'ballot-twice',
  'not-present': 'ballot-of-absent',
  recused: 'ballot-of-recused',
};

function verdictOn(session: Session, entry: JournalEntry, memberId: string): Verdict {
  const event = eventOf(entry);
  const caller = callerBehind(actorOf(entry));
  const surroundings = { now: entry.recordedAt, freshId: '' };
  if (event.type === 'ballot-entered') {
    const { roundId, basis, document } = event;
    const entered = { roundId, memberId, basis, ...(document !== undefined && { document }) };
    return decideUnseen(session, { type: 'enter-ballot', ...entered }, caller, surroundings);
  }
  const { roundId, replaces = null } = event as {
    readonly roundId: string;
    readonly replaces?: number | null;
  };
  return decideUnseen(session, { type: 'cast-ballot', roundId, replaces }, caller, surroundings);
}

/** Under `totals` nobody knows whose it is: what is left is the moment, and how many there can be. */
function ofSomebody(session: Session, { event, recordedAt: now }: JournalEntry): UnseenBallot {
  const roundId = String(event['roundId']);
  const { round } = roundOf(session, roundId)!;
  const surroundings = { now, freshId: '' };
  const late = needsOpenSession(session) ?? needsTime(session, surroundings) ?? needsOpenRound(round, now);
  if (late) return refused(finding('ballot-not-now', ''));
  const most = session.roll.filter(({ votes }) => votes).length;
  // Changes are sealed with whose they are. Without them a seat has one of a kind (rules 8.5, 9.1).
  const alike = round.sealed.filter(({ type, opened }) => type === event.type && !opened).length;
  if (!session.ruleSet.changeUntilClose && alike >= most)
    return refused(finding('ballot-over', '', { most }));
  const shown =
    event.type === 'ballot-entered'
      ? { type: event.type, roundId, basis: event['basis'] as EnteredBasis }
      : { type: 'ballot-cast' as const, roundId };
  return { outcome: 'admitted', facts: [factOf(session, shown)] };
}
