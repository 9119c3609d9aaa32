/** What an attempt came to: the whole session, what was missing of it, or nothing that could be used. */
export type Caught = 'whole' | 'gap' | 'nothing';

const askAgainMs = 1_000;

/**
 * Asks for what this browser lacks, one question at a time and again until the answer is of use. What arrives
 * meanwhile waits its turn.
 */
export class CatchingUp {
  private isAsking = false;
  /** Until the whole session has come, however often the asking fails. */
  private wantsWhole = false;
  private early: (() => void)[] = [];

  constructor(
    private readonly attempt: (whole: boolean) => Promise<Caught>,
    private readonly isLeft: () => boolean,
  ) {}

  get isUnderWay(): boolean {
    return this.isAsking;
  }

  /** @param whole asks for the whole session again, since this viewer may now see more or less of it */
  async begin(whole = false): Promise<void> {
    this.wantsWhole ||= whole;
    if (this.isAsking) return;
    this.isAsking = true;
    const caught = await this.attempt(this.wantsWhole).catch(() => 'nothing' as const);
    this.isAsking = false;
    if (caught === 'whole') this.wantsWhole = false;
    if (caught === 'nothing') this.again();
    const early = this.early;
    this.early = [];
    for (const deliver of early) deliver();
  }

  /** Delivers it after the answer that is under way, in the order of arrival. */
  holdBack(deliver: () => void): void {
    this.early.push(deliver);
  }

  private again(): void {
    setTimeout(() => {
      if (!this.isLeft()) void this.begin();
    }, askAgainMs);
  }
}
