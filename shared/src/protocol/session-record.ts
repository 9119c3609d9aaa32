import { sha256Hex } from '../journal/chain.ts';
import { evolve } from '../rules/evolve.ts';
import { actorOf, eventOf, type JournalEntry, type SessionEvent } from '../rules/events.ts';
import { seatOf, type Session } from '../rules/session.ts';
import { namingOf, type Naming } from './names.ts';

/** One stretch from an opening to an adjournment or the closing; `atOpening` is the session at that moment. */
export interface Sitting {
  readonly openedAt: string;
  readonly atOpening: Session;
  endedAt?: string;
  reason?: string;
}

/** Somebody's presence without a break. `until` is missing for who stayed to the end. */
export interface Stay {
  readonly attendance: 'in-person' | 'remote';
  readonly from: string;
  until?: string;
}

type RoundClosed = Extract<SessionEvent, { type: 'round-closed' }>;

/** What a protocol tells beyond the last state of its session: when and by whom things happened. */
export interface SessionRecord {
  readonly session: Session;
  readonly naming: Naming;
  readonly sittings: readonly Sitting[];
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  /** Why somebody was absent, as far as it is open to this reader; an adjournment does not wipe it. */
  readonly absences: ReadonlyMap<string, string>;
  readonly closings: ReadonlyMap<string, RoundClosed & { readonly actor?: string }>;
  /** Reasons of withdrawal by question and nominee id. */
  readonly withdrawals: ReadonlyMap<string, string>;
  /** Everyone who presided over a sitting, in order, with the moment it began for them. */
  readonly presided: readonly { readonly memberId: string; readonly since: string; readonly from: number }[];
  readonly headHash: string;
  readonly entries: number;
}

export const withdrawalKey = (questionId: string, nomineeId: string): string => `${questionId}\n${nomineeId}`;

/** Reads a journal once, from the convening on. Throws `RangeError` where there is no entry to begin with. */
export function recordOf(journal: readonly JournalEntry[]): SessionRecord {
  let session: Session | undefined;
  const sittings: Sitting[] = [];
  const stays = new Map<string, Stay[]>();
  const absences = new Map<string, string>();
  const closings = new Map<string, RoundClosed & { actor?: string }>();
  const withdrawals = new Map<string, string>();
  let openedFrom = Infinity;

  for (const entry of journal) {
    const next: Session = evolve(session, entry, sha256Hex);
    session = next;
    const event = eventOf(entry);
    const at = entry.recordedAt;
    switch (event.type) {
      case 'session-opened':
        sittings.push({ openedAt: at, atOpening: next });
        openedFrom = Math.min(openedFrom, entry.position);
        break;
      case 'session-adjourned':
      case 'session-closed': {
        const sitting = sittings.at(-1);
        if (sitting) sitting.endedAt = at;
        if (sitting && event.type === 'session-adjourned') sitting.reason = event.reason;
        // After an adjournment attendance is taken anew (rule 1.4).
        if (event.type === 'session-adjourned') for (const each of stays.values()) endStay(each, at);
        break;
      }
      case 'attendance-marked':
        if (event.reason !== undefined) absences.set(event.memberId, event.reason);
        stays.set(event.memberId, mark(stays.get(event.memberId) ?? [], event.attendance, at));
        break;
      case 'round-closed': {
        const actor = actorOf(entry);
        closings.set(event.roundId, { ...event, ...(actor !== undefined && { actor }) });
        break;
      }
      case 'nominee-withdrawn':
        withdrawals.set(withdrawalKey(event.questionId, event.nomineeId), event.reason);
    }
  }
  const head = journal.at(-1);
  if (!session || !head) throw new RangeError('a protocol needs a journal with at least one entry');
  const { presided } = session;
  return {
    session,
    naming: namingIn(session),
    sittings,
    stays,
    absences,
    closings,
    withdrawals,
    presided: presided
      .filter((_each, index) => (presided[index + 1]?.from ?? Infinity) > Math.min(openedFrom, head.position))
      .map(({ memberId, from }) => ({
        memberId,
        from,
        since: journal[from - 1]?.recordedAt ?? head.recordedAt,
      })),
    headHash: head.hash,
    entries: journal.length,
  };
}

/** A mark of presence begins a stay, leaving ends it; «absent» after it was a correction and takes it back. */
function mark(known: readonly Stay[], attendance: string, at: string): Stay[] {
  const last = known.at(-1);
  const here = last && last.until === undefined ? last : undefined;
  if (attendance === 'in-person' || attendance === 'remote') {
    if (here?.attendance === attendance) return [...known];
    return [...(here ? [...known.slice(0, -1), { ...here, until: at }] : known), { attendance, from: at }];
  }
  if (!here) return [...known];
  return attendance === 'left' ? [...known.slice(0, -1), { ...here, until: at }] : known.slice(0, -1);
}

function endStay(stays: Stay[], at: string): void {
  const last = stays.at(-1);
  if (last && last.until === undefined) last.until = at;
}

/** Who kept the minutes: a seat on the roll, or a name given with the plan. */
export const secretaryNameOf = (session: Session): string | undefined =>
  seatOf(session, session.secretaryId)?.name ??
  session.secretaryName ??
  session.roll.find((seat) => seat.role === 'secretary')?.name;

/** How people of a session are called, so that no two of them read alike. */
export const namingIn = (session: Session): Naming =>
  namingOf([
    ...session.roll.flatMap(({ name, substitute }) => (substitute ? [name, substitute.name] : [name])),
    ...(session.secretaryName === undefined ? [] : [session.secretaryName]),
    ...(session.invited ?? []),
  ]);
