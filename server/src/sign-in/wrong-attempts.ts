/** How wrong attempts slow down the next ones. */
interface Slowing {
  /** Wrong attempts that slow down nothing: people mistype. */
  readonly free: number;
  /** After how many ms one of them is forgotten. */
  readonly forgottenAfter: number;
  /** What each further one costs, in ms, and what they cost together at most. */
  readonly step: number;
  readonly most: number;
}

/** Keys that are remembered. Forgetting one only lets its next attempts come sooner. */
const keysAtMost = 10_000;

/** Counts wrong attempts by key, for as many keys as it holds; the one that was longest quiet goes first. */
export class WrongAttempts {
  private readonly counts = new Map<string, { readonly count: number; readonly at: number }>();

  constructor(
    private readonly slowing: Slowing,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.counts.size;
  }

  add(key: string): void {
    const { free, step, most } = this.slowing;
    // Beyond what slows down further nothing is counted, so that it passes soon after the last one.
    const count = Math.min(this.countOf(key) + 1, free + most / step);
    this.counts.delete(key);
    this.counts.set(key, { count, at: this.now() });
    const [oldest] = this.counts.keys();
    if (this.counts.size > keysAtMost && oldest !== undefined) this.counts.delete(oldest);
  }

  forget(key: string): void {
    this.counts.delete(key);
  }

  /** How long the next attempt has to wait, in ms. */
  delayOf(key: string): number {
    const { free, step, most } = this.slowing;
    return Math.min(most, Math.max(0, this.countOf(key) - free) * step);
  }

  private countOf(key: string): number {
    const known = this.counts.get(key);
    return known ? Math.max(0, known.count - (this.now() - known.at) / this.slowing.forgottenAfter) : 0;
  }
}
