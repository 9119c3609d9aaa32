import { emptyHead, flawOf, sha256Hex, type ChainFlaw, type Head } from '@open-ballot/shared/journal/chain';
import { canonicalJson } from '@open-ballot/shared/journal/canonical-json';
import type { JournalEntry, Opening } from '@open-ballot/shared/rules/events';

/** What this browser has recomputed itself: every entry from `from` through `through`. */
export interface ChainState {
  readonly from: number;
  readonly through: number;
  /** How far a check from the first entry has come, while it runs. */
  readonly checking?: number;
  readonly broken?: { readonly position: number; readonly flaw: ChainFlaw | 'head' };
}

/** Follows the chain entry by entry from a head that was given, and remembers what is still sealed. */
export class ChainFollower {
  private head: Head;
  private readonly seals = new Map<number, string>();
  state: ChainState;

  constructor(position: number, hash: string) {
    this.head = { position, hash, recordedAt: '' };
    this.state = { from: position + 1, through: position };
  }

  follow(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      const flaw = flawOf(entry, this.head);
      if (flaw) this.breakAt(entry.position, flaw);
      if (entry.event.sealed && !entry.opening) this.seals.set(entry.position, entry.event.sealed);
      this.head = entry;
    }
    this.state = { ...this.state, through: this.head.position };
  }

  /** Openings must hash to the seals that were recorded before them (rule 10.4). */
  open(openings: readonly { readonly position: number; readonly opening: Opening }[]): void {
    for (const { position, opening } of openings) {
      const sealed = this.seals.get(position);
      if (sealed !== undefined && sealed !== sha256Hex(canonicalJson(opening)))
        this.breakAt(position, 'seal');
      this.seals.delete(position);
    }
  }

  /** Another journal stands at a position that was already known. */
  disagree(position: number): void {
    this.breakAt(position, 'head');
  }

  checking(position: number | undefined): void {
    const { checking: _before, ...rest } = this.state;
    this.state = position === undefined ? rest : { ...rest, checking: position };
  }

  /** Everything before what was followed has been checked too. */
  checkedFromStart(): void {
    const { checking: _done, ...rest } = this.state;
    this.state = { ...rest, from: 1 };
  }

  breakAt(position: number, flaw: ChainFlaw | 'head'): void {
    if (this.state.broken && this.state.broken.position <= position) return;
    this.state = { ...this.state, broken: { position, flaw } };
  }
}

const sliceSize = 100;
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface FullCheck {
  readonly page: (after: number) => Promise<readonly JournalEntry[]>;
  /** The check ends here, and here the chain must have this hash. */
  readonly until: { readonly position: number; readonly hash: string };
  readonly progress: (position: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Recomputes the chain from the first entry in slices, so that the page never stutters.
 * @returns the first flaw, or undefined when everything up to `until` holds
 * @throws what `page` throws
 */
export async function checkFromStart({
  page,
  until,
  progress,
  signal,
}: FullCheck): Promise<ChainState['broken']> {
  let head: Head = emptyHead;
  while (head.position < until.position) {
    const entries = await page(head.position);
    if (entries.length === 0) return { position: head.position + 1, flaw: 'position' };
    for (let at = 0; at < entries.length; at += sliceSize) {
      for (const entry of entries.slice(at, at + sliceSize)) {
        if (head.position === until.position) break;
        const flaw = flawOf(entry, head);
        if (flaw) return { position: head.position + 1, flaw };
        head = entry;
      }
      if (signal.aborted) return undefined;
      progress(head.position);
      await breath();
    }
  }
  return head.hash === until.hash ? undefined : { position: until.position, flaw: 'head' };
}
