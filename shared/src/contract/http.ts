import type { FieldError } from '../rules/fault.ts';
import type { AccountRole } from './accounts.ts';
import type { Nominee, SeatDraft, SessionPlan } from '../rules/session.ts';
import type { RuleSet } from '../rules/plan/rule-set.ts';

/** What `GET /api/me` and both ways of signing in answer. */
export interface Me {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  /** Ids of the contests whose secretary this is (rule 18.1). */
  readonly secretaryOf: readonly string[];
  /** Its password is known to everybody, so it has no part in a contest that is no rehearsal. */
  readonly rehearsalOnly?: true;
  readonly seats: readonly { readonly sessionId: string; readonly memberId: string }[];
}

export interface ContestSummary {
  readonly contestId: string;
  readonly title: string;
  /** UTC moment by which results are due. */
  readonly deadline: string;
  readonly rehearsal: boolean;
  /** Whether everybody who has signed in may read it, besides those who have a part in it. */
  readonly public: boolean;
}

export interface ContestNomination {
  readonly nominationId: string;
  readonly title: string;
  readonly category?: string;
  readonly nominees: readonly Nominee[];
}

export interface Contest extends ContestSummary {
  readonly organisation: string;
  readonly commission: string;
  readonly timeZone: string;
  readonly nominations: readonly ContestNomination[];
  readonly members: readonly ContestMember[];
}

/** A member of the commission as the contest keeps them, before any session. */
export interface ContestMember extends SeatDraft {
  /** For secretaries alone, as the address is. */
  readonly accountLogin?: string;
  readonly email?: string;
}

export interface SessionSummary {
  readonly sessionId: string;
  readonly contestId: string;
  readonly contestTitle: string;
  readonly number: string;
  readonly date: string;
  readonly status: string;
  readonly rehearsal: boolean;
  /** People of the demonstration sit in it: anybody enters as one of them, their password is published. */
  readonly demonstration: boolean;
  readonly public: boolean;
}

/**
 * What `GET /api/issued-files/:sha256` answers; nothing is found where no issued file has the digest. It answers
 * `journal-broken` (409) where only sessions have it whose journal does not hold.
 */
export interface IssuedFiles {
  readonly found: readonly IssuedFile[];
}

/** One issued version that a file belongs to. One file may belong to several: a roll call that stayed as it was. */
export type IssuedFile = IssuedVersion &
  (
    | {
        readonly kind: 'protocol';
        /** `docx`, `pdf`, `xlsx`, `csv` or `json`. */
        readonly format: string;
      }
    /** Attached to the version. Its file name is not told: it often is a surname. */
    | { readonly kind: 'signature' }
  );

interface IssuedVersion {
  readonly sessionId: string;
  readonly number: string;
  readonly contestTitle: string;
  /** ISO calendar day of the session in its time zone. */
  readonly date: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly rehearsal: boolean;
  readonly version: number;
  /** Above `version` where the version has been replaced. */
  readonly latestVersion: number;
  /** UTC moment. */
  readonly issuedAt: string;
}

/** Body of `POST /api/sessions`. The contest gives title, deadline and rehearsal. */
export type NewSession = Omit<
  SessionPlan,
  'contestTitle' | 'deadline' | 'rehearsal' | 'roll' | 'earlierWinners'
> & {
  readonly roll: readonly (SeatDraft & { readonly accountLogin?: string })[];
  readonly earlierWinners?: readonly string[];
};

export interface RulePreset {
  readonly name: string;
  readonly ruleSet: RuleSet;
}

export interface ListOf<Item> {
  readonly items: readonly Item[];
}

/** RFC 9457 with the members of a receipt beside. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly fields?: readonly FieldError[];
}
