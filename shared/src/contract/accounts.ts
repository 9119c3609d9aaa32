/** What a person may be besides a member of some commission. Secretaries are so of named contests (rule 18.1). */
export const accountRoles = ['administrator', 'secretary', 'member'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** An account as administrators see it. */
export interface AccountSummary {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly hasPassword: boolean;
  readonly disabled?: true;
  readonly rehearsalOnly?: true;
}

export interface ContestSecretary {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
}

/**
 * How far a member is on the way in: `none` has no account yet, `invited` was given a link and has not come,
 * `signed-in` has been here, `lapsed` has a link that works no more and has not come, `own-sign-in` comes in by their
 * own means and gets no link (an officer, or somebody with a part in a contest of other secretaries), `choose` has an
 * account that may be somebody else's, until the secretary says by name that it is meant, `disabled` may not come in.
 */
export const invitationStates = [
  'none',
  'invited',
  'signed-in',
  'lapsed',
  'own-sign-in',
  'choose',
  'disabled',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** One row of `GET` and `POST /api/contests/:id/invitations`. */
export interface Invitation {
  readonly memberId: string;
  readonly accountId: string | null;
  readonly state: InvitationState;
  readonly login?: string;
  /** Whose the account is; differs from the member's name where it has to be chosen. */
  readonly accountName?: string;
  /** The token: it goes into the fragment of the address `/l#…`. Only while the link is unused and works. */
  readonly link?: string;
  /** UTC moment until which the link works. */
  readonly expiresAt?: string;
  /** When somebody last came in with the account. */
  readonly signedInAt?: string;
  /** When the link was last shown to somebody. */
  readonly shownAt?: string;
  /** Accounts of the same name, for a member who has none: perhaps the same person. */
  readonly namesakes?: readonly Namesake[];
}

export interface Namesake {
  readonly login: string;
  readonly name: string;
}

export interface Invitations {
  readonly items: readonly Invitation[];
  /** Where members find the house; absent where nobody has said, and the page's own address has to do. */
  readonly address?: string;
  /** Whether invitations can be sent by e-mail: a mail server is set. */
  readonly mail: boolean;
}

/**
 * `waiting` is tried again while it takes; `sent` was taken by the mail server; `failed` is not tried any more;
 * `overtaken` was not sent, since its link had been used or replaced by then.
 */
export const letterStates = ['waiting', 'sent', 'failed', 'overtaken'] as const;
export type LetterState = (typeof letterStates)[number];

export interface Letter {
  readonly letterId: string;
  readonly address: string;
  readonly state: LetterState;
  /** How often a mail server was asked to take it. */
  readonly attempts: number;
  /** UTC moments. */
  readonly queuedAt: string;
  readonly triedAt?: string;
  /** What the mail server said last. */
  readonly result?: string;
}

/** One row of `GET` and `POST /api/contests/:id/invitations/letters`, the newest first. */
export interface InvitationLetter extends Letter {
  readonly memberId: string;
}

export const auditActs = [
  'signed-in',
  'sign-in-refused',
  'link-used',
  'link-refused',
  'link-given',
  'link-shown',
  'link-mailed',
  'link-revoked',
  'account-created',
  'account-changed',
  'account-bound',
  'account-unbound',
  'seat-taken',
  'password-changed',
  'password-set',
  'disabled',
  'enabled',
  'signed-out',
  'secretary-named',
  'secretary-dismissed',
  'contest-created',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** Entries a page of `GET /api/audit` has at most; a page with fewer is the last. */
export const auditPage = 200;

/** One line of `GET /api/audit`: something done outside every journal. */
export interface AuditEntry {
  readonly id: number;
  /** UTC moment. */
  readonly at: string;
  readonly act: AuditAct;
  /** Who did it; nobody for a stranger and for the command line. */
  readonly actorName?: string;
  readonly actorLogin?: string;
  /** To whose account. */
  readonly accountName?: string;
  readonly accountLogin?: string;
  readonly contestTitle?: string;
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A seat with a vote: nobody signs in to it, somebody may who has never come, or somebody has been here. */
export interface SeatSignIn {
  readonly memberId: string;
  readonly signIn: 'none' | 'not-yet' | 'come';
}
