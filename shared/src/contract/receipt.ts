import type { FieldError } from '../rules/fault.ts';
import type { Refused } from '../rules/refusal.ts';

/** Given only after the entry is durable (rule 12.2). `position` and `hash` are those of the command's first entry. */
export interface Recorded {
  readonly outcome: 'recorded';
  readonly position: number;
  readonly hash: string;
  /** UTC with milliseconds. */
  readonly recordedAt: string;
}

export interface Invalid {
  readonly outcome: 'invalid';
  readonly code: 'invalid';
  readonly fields: readonly FieldError[];
}

/** Nobody decided this: the log knows more under the request id. Whether it was recorded, the same command id tells. */
export interface Failed {
  readonly outcome: 'failed';
  readonly code: 'failed';
  readonly requestId: string;
}

/** The answer to a command, the same object over HTTP and socket. */
export type Receipt = Recorded | Refused | Invalid | Failed;
