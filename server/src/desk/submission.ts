import { canonicalJson } from '@open-ballot/shared/journal/canonical-json';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import type { Caller, SessionCommand, Surroundings } from '@open-ballot/shared/rules/commands';
import type { Query } from '../journal/journal.ts';
import { sha256 } from '../journal/journal-line.ts';

/** Who is asking, with the account that signed in: a substitute shares a seat with somebody, but not a sign-in. */
export interface DeskCaller extends Caller {
  readonly accountId?: string;
}

/** A command at the desk's door, already well-formed. Whether it may be given, the rules decide. */
export interface Submission {
  readonly commandId: string;
  readonly command: SessionCommand;
  readonly caller: DeskCaller;
  /**
   * The position through which the caller's seat was known, and how to ask for it anew: under the lock,
   * when somebody has moved since. Who has just given up a seat must not vote in it (rule 8.3).
   */
  readonly seatKnown?: { readonly through: number; readonly anew: (query: Query) => Promise<DeskCaller> };
  /** A protocol rendered before the lock was taken. */
  readonly issued?: Omit<NonNullable<Surroundings['issued']>, 'lastPosition'>;
  readonly attachmentSha256?: string;
  /** What must be stored together with the facts or not at all, in the same transaction. */
  readonly alongside?: (query: Query, recorded: Recorded) => Promise<void>;
}

/** A submission in the queue of its session. */
export interface Waiting extends Submission {
  readonly requestDigest: string;
  readonly answer: (receipt: Receipt) => void;
}

/** Equal for the same person sending the same command, and only then (rule 9.3). */
export const requestDigestOf = ({ commandId, command, caller }: Submission): string =>
  sha256(
    canonicalJson({ by: caller.accountId ?? caller.memberId ?? caller.secretaryId, commandId, command }),
  );
