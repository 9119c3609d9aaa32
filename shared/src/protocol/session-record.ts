import { sha256Hex } from '../journal/chain.ts';
import { evolve } from '../rules/evolve.ts';
import { actorOf, eventOf, type JournalEntry, type SessionEvent } from '../rules/events.ts';
import { seatOf, type Session } from '../rules/session.ts';
import { namingOf, type Naming } from './people/names.ts';
import { distinguished } from './people/namesakes.ts';
import { ended, handedOver, marked, seated, type Stay } from './people/stays.ts';

/** One stretch from an opening to an adjournment or the closing; `atOpening` is the session at that moment. */
export interface Sitting {
  readonly openedAt: string;
  readonly atOpening: Session;
  endedAt?: string;
  reason?: string;
}

type RoundClosed = Extract<SessionEvent, { type: 'round-closed' }>;

/** What a protocol tells beyond the last state of its session: when and by whom things happened. */
export interface SessionRecord {
  /** The session, its namesakes told apart. */
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
  /** From which position on a substitute holds a seat, by member. */
  readonly substitutedFrom: ReadonlyMap<string, number>;
  /** The position at which a member recused, by `recusalKey`. */
  readonly recusedAt: ReadonlyMap<string, number>;
  readonly headHash: string;
  readonly entries: number;
}

export const withdrawalKey = (questionId: string, nomineeId: string): string => `${questionId}\n${nomineeId}`;

export const recusalKey = (questionId: string, memberId: string): string => `${questionId}\n${memberId}`;

/** Reads a journal once, from the convening on. Throws `RangeError` where there is no entry to begin with. */
export function recordOf(journal: readonly JournalEntry[]): SessionRecord {
  let session: Session | undefined;
  const sittings: Sitting[] = [];
  const stays = new Map<string, Stay[]>();
  const absences = new Map<string, string>();
  const closings = new Map<string, RoundClosed & { actor?: string }>();
  const withdrawals = new Map<string, string>();
  const substitutedFrom = new Map<string, number>();
  const recusedAt = new Map<string, number>();
  let openedFrom = Infinity;

  for (const entry of journal) {
    const next: Session = evolve(session, entry, sha256Hex);
    session = next;
    const event = eventOf(entry);
    const at = entry.recordedAt;
    const place = { at, position: entry.position };
    const change = (memberId: string, next: (known: readonly Stay[]) => Stay[]): unknown =>
      stays.set(memberId, next(stays.get(memberId) ?? []));
    const changeAll = (next: (known: readonly Stay[]) => Stay[]): void =>
      [...stays.keys()].forEach((memberId) => change(memberId, next));
    switch (event.type) {
      case 'session-opened':
        changeAll((known) => seated(known, place, sittings.at(-1)?.endedAt));
        sittings.push({ openedAt: at, atOpening: next });
        openedFrom = Math.min(openedFrom, entry.position);
        break;
      case 'session-adjourned':
      case 'session-closed': {
        const sitting = sittings.at(-1);
        if (sitting) sitting.endedAt = at;
        if (sitting && event.type === 'session-adjourned') sitting.reason = event.reason;
        // After an adjournment attendance is taken anew (rule 1.4).
        if (event.type === 'session-adjourned') changeAll((known) => ended(known, at));
        break;
      }
      case 'attendance-marked':
        if (event.reason !== undefined) absences.set(event.memberId, event.reason);
        change(event.memberId, (known) =>
          marked(known, event.attendance, place, { memberId: event.memberId, session: next }),
        );
        break;
      case 'substitute-appointed':
        substitutedFrom.set(event.memberId, entry.position);
        change(event.memberId, (known) => handedOver(known, place));
        break;
      case 'member-recused':
        if (event.memberId !== undefined)
          recusedAt.set(recusalKey(event.questionId, event.memberId), entry.position);
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
  const told = distinguished(session);
  return {
    session: told,
    naming: namingIn(told),
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
    substitutedFrom,
    recusedAt,
    headHash: head.hash,
    entries: journal.length,
  };
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
