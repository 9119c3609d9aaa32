import type { Nominee, SeatDraft, SessionPlan } from '../rules/session.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** What `GET /api/me` and both ways of signing in answer. */
export interface Me {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly seats: readonly { readonly sessionId: string; readonly memberId: string }[];
}

export type AccountRole = 'secretary' | 'member';

export interface ContestSummary {
  readonly contestId: string;
  readonly title: string;
  /** UTC moment by which results are due. */
  readonly deadline: string;
  readonly rehearsal: boolean;
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
  readonly accountLogin?: string;
}

export interface SessionSummary {
  readonly sessionId: string;
  readonly contestId: string;
  readonly contestTitle: string;
  readonly number: string;
  readonly date: string;
  readonly status: string;
  readonly rehearsal: boolean;
  readonly public: boolean;
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
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}
