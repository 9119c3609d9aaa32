import { bounds } from '@open-ballot/shared/rules/bounds';
import { sentenceOf, type FieldError } from '@open-ballot/shared/rules/fault';
import type { RefusalCode, Refused } from '@open-ballot/shared/rules/refusal';
import { refusalStatus } from './refusal-status.ts';

/** What a problem may carry besides its code and words. */
interface ProblemMembers {
  readonly fields?: readonly FieldError[];
  readonly requestId?: string;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
}

/** An answer that is no. Thrown anywhere behind HTTP; the filter writes it as RFC 9457. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly members: ProblemMembers = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** A refusal in the rules' vocabulary, with the status that belongs to its code. */
export const refusal = (code: RefusalCode, detail: string, members?: ProblemMembers): Problem =>
  new Problem(refusalStatus[code], code, detail, members);

/** What the rules refused, thrown where HTTP alone can ask for it. */
export const refused = ({ code, detail, fields }: Refused): Problem =>
  refusal(code, detail, fields && { fields });

/** The request does not have the shape it must have; `fields` says where. */
export const invalid = (...faults: readonly FieldError[]): Problem => {
  const fields = faults.slice(0, bounds.faults);
  return refusal('invalid', sentenceOf(fields), { fields });
};

/** Nobody decided this. It names the request under which the log knows more, and nothing else. */
export const failed = (requestId: string): Problem =>
  new Problem(500, 'failed', 'unexpected failure', { requestId });
