import type { ChainFlaw } from '@open-ballot/shared/journal/chain';

/** The journal was altered outside this program. Nobody votes on it until a person has looked. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';

  constructor(
    readonly sessionId: string,
    readonly position: number,
    readonly flaw: ChainFlaw,
  ) {
    super(`the journal of session ${sessionId} does not hold at position ${position} (${flaw})`);
  }
}
