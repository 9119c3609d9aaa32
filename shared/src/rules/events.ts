import type {
  AnnulmentGround,
  Attendance,
  Ballot,
  BallotParameters,
  BallotKindName,
  ClosedBy,
  QuestionDraft,
  RoundKind,
  SessionPlan,
} from './session.ts';
import type { PersonalTieBreaker } from './plan/rule-set.ts';

/**
 * What happened. Facts are in the past tense, complete, and never change their meaning.
 *
 * A field marked *may be sealed* is missing where its opening is not at hand (rule 10.4);
 * `evolve` copes with that, everything else may rely on it after the round has closed.
 */
export type SessionEvent =
  | ({ readonly type: 'session-convened' } & SessionPlan)
  | { readonly type: 'session-amended'; readonly changes: Amendment }
  | { readonly type: 'question-added'; readonly question: QuestionDraft }
  | { readonly type: 'session-opened' }
  | { readonly type: 'session-adjourned'; readonly reason: string }
  | { readonly type: 'session-closed' }
  | { readonly type: 'session-cancelled'; readonly reason: string }
  | {
      readonly type: 'attendance-marked';
      readonly memberId: string;
      readonly attendance: Attendance;
      /** May be sealed, for the public for good. */
      readonly reason?: string;
    }
  | { readonly type: 'chair-passed'; readonly memberId: string }
  | {
      readonly type: 'substitute-appointed';
      readonly memberId: string;
      readonly name: string;
      readonly mandate: string;
    }
  | {
      readonly type: 'round-opened';
      readonly questionId: string;
      readonly roundId: string;
      readonly number: number;
      readonly kind: RoundKind;
      readonly ballotKind: BallotKindName;
      readonly parameters: BallotParameters;
      readonly nomineeIds: readonly string[];
      readonly closesAt?: string;
    }
  | {
      readonly type: 'ballot-cast';
      readonly roundId: string;
      /** May be sealed under `totals`. */
      readonly memberId?: string;
      /** May be sealed under `totals` and `turnout`. */
      readonly ballot?: Ballot;
      /** Position of the own ballot this one replaces, or null. May be sealed under `totals`. */
      readonly replaces?: number | null;
    }
  | {
      readonly type: 'ballot-entered';
      readonly roundId: string;
      readonly basis: 'by-hand' | 'written';
      /** May be sealed under `totals`. */
      readonly memberId?: string;
      /** May be sealed under `totals` and `turnout`. */
      readonly ballot?: Ballot;
      /** May be sealed under `totals`. */
      readonly document?: string;
    }
  | {
      readonly type: 'round-closed';
      readonly roundId: string;
      readonly by: ClosedBy;
      /** The moment the closing counts from (rules 4.3, 11.2). */
      readonly effectiveAt: string;
      readonly entitled: readonly string[];
      readonly present: readonly string[];
      readonly recused: readonly string[];
      readonly substituted: readonly string[];
      readonly notVoted: readonly string[];
      readonly quorumStood: boolean;
    }
  | {
      readonly type: 'round-annulment-requested';
      readonly roundId: string;
      readonly ground: AnnulmentGround;
      readonly reason: string;
    }
  | { readonly type: 'round-annulled'; readonly roundId: string }
  | { readonly type: 'question-voided'; readonly questionId: string; readonly reason: string }
  | { readonly type: 'question-dropped'; readonly questionId: string; readonly reason: string }
  | {
      readonly type: 'nominee-withdrawn';
      readonly questionId: string;
      readonly nomineeId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'member-recused';
      readonly questionId: string;
      /** May be sealed while a round of the question is open under `totals`. */
      readonly memberId?: string;
    }
  | {
      /** Why a member recused. A fact of its own, since it stays sealed for the public when the recusal itself no longer is. */
      readonly type: 'recusal-explained';
      readonly questionId: string;
      /** May be sealed, for the public for good. */
      readonly memberId?: string;
      readonly reason?: string;
      readonly document?: string;
    }
  | {
      readonly type: 'casting-vote-given';
      readonly roundId: string;
      readonly memberId: string;
      readonly choice?: 'for' | 'against';
      readonly nomineeId?: string;
    }
  | {
      readonly type: 'tie-breaker-declined';
      readonly roundId: string;
      readonly tieBreaker: PersonalTieBreaker;
    }
  | {
      readonly type: 'lot-recorded';
      readonly roundId: string;
      readonly nomineeIds: readonly string[];
      readonly witnesses: string;
    }
  | {
      readonly type: 'minutes-noted';
      readonly questionId: string;
      readonly reported?: string;
      readonly discussed?: string;
      readonly resolved?: string;
    }
  | {
      readonly type: 'dissent-filed';
      readonly questionId: string;
      readonly memberId: string;
      readonly text: string;
    }
  | { readonly type: 'deadline-extended'; readonly moment: string; readonly document: string }
  | {
      readonly type: 'protocol-issued';
      readonly version: number;
      readonly throughPosition: number;
      readonly reason?: string;
      /** SHA-256 in hex by format. */
      readonly files: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'protocol-signed';
      readonly version: number;
      readonly sha256: string;
      readonly role: 'presiding' | 'secretary';
    }
  | {
      readonly type: 'signature-attached';
      readonly version: number;
      readonly fileName: string;
      readonly sha256: string;
    };

export type EventType = SessionEvent['type'];

/**
 * What can be amended before opening: everything but the identity of the session (rule 1.1). Null takes back who the
 * secretary is: on the roll, or by name alone.
 */
export type Amendment = Partial<
  Omit<SessionPlan, 'contestId' | 'contestTitle' | 'rehearsal' | 'secretaryId' | 'secretaryName'>
> & {
  readonly secretaryId?: string | null;
  readonly secretaryName?: string | null;
};

/** One line of the journal (rule 12.1). `actor` and `commandId` are absent where they are sealed. */
export interface JournalEntry {
  readonly sessionId: string;
  readonly position: number;
  /** UTC with milliseconds. */
  readonly recordedAt: string;
  readonly actor?: string;
  readonly commandId?: string;
  readonly part: number;
  readonly event: RecordedEvent;
  readonly previousHash: string;
  readonly hash: string;
  readonly opening?: Opening;
}

/** An event as it stands in the journal: hidden fields are taken out, `sealed` is their digest. */
export type RecordedEvent = {
  readonly type: EventType;
  readonly sealed?: string;
  readonly [field: string]: unknown;
};

/** The hidden fields of an entry with the salt that makes their digest unguessable (rule 10.4). */
export interface Opening {
  /** 128 random bits in hex. */
  readonly salt: string;
  readonly [hidden: string]: unknown;
}

/** The event with its opening put back, as far as it is at hand. */
export function eventOf(entry: JournalEntry): SessionEvent {
  const { sealed: _sealed, ...event } = entry.event;
  if (!entry.opening) return event as unknown as SessionEvent;
  const { salt: _salt, actor: _actor, commandId: _commandId, ...hidden } = entry.opening;
  return { ...event, ...hidden } as unknown as SessionEvent;
}

/** Who acted: a member id, `secretary:<account id>` or `server` (rule 12.5); undefined while that is sealed. */
export const actorOf = (entry: JournalEntry): string | undefined =>
  entry.actor ?? (entry.opening?.['actor'] as string | undefined);

export const commandIdOf = (entry: JournalEntry): string | undefined =>
  entry.commandId ?? (entry.opening?.['commandId'] as string | undefined);
