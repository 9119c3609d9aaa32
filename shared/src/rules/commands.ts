import type { Amendment } from './events.ts';
import type { AnnulmentGround, Attendance, Ballot, QuestionDraft } from './session.ts';

/** What somebody asks for: imperative, and may be refused. None of them says who is asking (rule 8.6). */
export type SessionCommand =
  | { readonly type: 'amend-session'; readonly changes: Amendment }
  | { readonly type: 'add-question'; readonly question: QuestionDraft }
  | { readonly type: 'open-session' }
  | { readonly type: 'adjourn-session'; readonly reason: string }
  | { readonly type: 'close-session' }
  | { readonly type: 'cancel-session'; readonly reason: string }
  | {
      readonly type: 'mark-attendance';
      readonly memberId: string;
      readonly attendance: Attendance;
      readonly reason?: string;
    }
  | { readonly type: 'check-in'; readonly attendance: 'in-person' | 'remote' }
  | { readonly type: 'pass-chair'; readonly memberId: string }
  | {
      readonly type: 'open-round';
      readonly questionId: string;
      readonly seconds?: number;
      /** UTC moment at which the round of a written procedure closes (rule 1.8). */
      readonly closesAt?: string;
    }
  | { readonly type: 'close-round'; readonly roundId: string }
  | {
      readonly type: 'annul-round';
      readonly roundId: string;
      readonly ground: AnnulmentGround;
      readonly reason: string;
    }
  | { readonly type: 'confirm-annulment'; readonly roundId: string }
  | { readonly type: 'declare-void'; readonly questionId: string; readonly reason: string }
  | { readonly type: 'drop-question'; readonly questionId: string; readonly reason: string }
  | {
      readonly type: 'withdraw-nominee';
      readonly questionId: string;
      readonly nomineeId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'cast-ballot';
      readonly roundId: string;
      readonly ballot: Ballot;
      readonly replaces: number | null;
    }
  | {
      readonly type: 'enter-ballot';
      readonly roundId: string;
      readonly memberId: string;
      readonly ballot: Ballot;
      readonly basis: 'by-hand' | 'written';
      readonly document?: string;
    }
  | {
      readonly type: 'recuse';
      readonly questionId: string;
      /** Whom the secretary records it for; absent when members recuse themselves. */
      readonly memberId?: string;
      readonly reason: string;
      readonly document?: string;
    }
  | {
      readonly type: 'appoint-substitute';
      readonly memberId: string;
      readonly name: string;
      readonly accountLogin: string;
      readonly mandate: string;
    }
  | {
      readonly type: 'give-casting-vote';
      readonly roundId: string;
      readonly choice?: 'for' | 'against';
      readonly nomineeId?: string;
    }
  | { readonly type: 'decline-tie-breaker'; readonly roundId: string }
  | {
      readonly type: 'record-lot';
      readonly roundId: string;
      readonly nomineeIds: readonly string[];
      readonly witnesses: string;
    }
  | {
      readonly type: 'note-minutes';
      readonly questionId: string;
      /** The position of the minutes this edit was written over, or null for the first. */
      readonly edits: number | null;
      readonly reported?: string;
      readonly discussed?: string;
      readonly resolved?: string;
    }
  | { readonly type: 'file-dissent'; readonly questionId: string; readonly text: string }
  | { readonly type: 'extend-deadline'; readonly moment: string; readonly document: string }
  | { readonly type: 'issue-protocol'; readonly reason?: string }
  | { readonly type: 'sign-protocol'; readonly version: number; readonly sha256: string }
  | {
      readonly type: 'attach-signature';
      readonly version: number;
      readonly fileName: string;
      readonly base64: string;
    };

export type CommandType = SessionCommand['type'];

/**
 * Who is asking, settled at sign-in and never by a field of the request: the own seat in this session,
 * and the account id of a secretary. Nothing set: an observer.
 */
export interface Caller {
  readonly memberId?: string;
  readonly secretaryId?: string;
  /** The account signed in but has no seat in this session. */
  readonly signedIn?: boolean;
}

/**
 * What the world adds to a decision that the rules may not fetch themselves: ids, digests, frozen files.
 * `freshId` names a new round; `issued` are the digests of a protocol rendered through `throughPosition`.
 */
export interface Surroundings {
  /** UTC with milliseconds, by the server's clock, read under the session's lock (rule 11.1). */
  readonly now: string;
  readonly freshId: string;
  readonly issued?: {
    readonly throughPosition: number;
    readonly lastPosition: number;
    readonly files: Readonly<Record<string, string>>;
    readonly gaps: readonly string[];
  };
  readonly attachmentSha256?: string;
}
