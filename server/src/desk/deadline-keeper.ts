import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { nextDue } from '@open-ballot/shared/rules/due';
import { Clocks } from './clocks.ts';
import { Ledgers } from './ledgers.ts';
import type { Ledger } from './ledger.ts';
import { SessionDesk } from './session-desk.ts';

/** Looked at again at least this often, since clocks are set and rehearsals are started anew. */
const longestWait = 30_000;
const retryAfter = 1_000;

/**
 * Sees to it that rounds close when their time is over (rules 4.3, 11.2).
 *
 * Every process keeps a timer for every session; the lock makes one of them record the closing,
 * the others then find nothing due. If all were down, the first one up records it.
 */
@Injectable()
export class DeadlineKeeper implements OnModuleDestroy {
  private readonly logger = new Logger(DeadlineKeeper.name);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private ended = false;

  constructor(
    private readonly ledgers: Ledgers,
    private readonly clocks: Clocks,
    private readonly desk: SessionDesk,
  ) {
    ledgers.onKnown((ledger) => this.wind(ledger));
    ledgers.onNews(({ ledger }) => this.wind(ledger));
    clocks.onChange((contestId) => {
      for (const ledger of this.ledgers.all) if (ledger.session.contestId === contestId) this.wind(ledger);
    });
  }

  onModuleDestroy(): void {
    this.ended = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private wind(ledger: Ledger): void {
    const due = nextDue(ledger.session);
    if (due === undefined) this.set(ledger, undefined);
    else this.set(ledger, Math.max(0, Date.parse(due) - Date.parse(this.clocks.now(ledger.session))));
  }

  private set(ledger: Ledger, wait: number | undefined): void {
    clearTimeout(this.timers.get(ledger.sessionId));
    this.timers.delete(ledger.sessionId);
    if (wait === undefined || this.ended) return;
    const timer = setTimeout(() => void this.ring(ledger), Math.min(wait, longestWait));
    this.timers.set(ledger.sessionId, timer.unref());
  }

  private async ring(ledger: Ledger): Promise<void> {
    const due = nextDue(ledger.session);
    if (due === undefined || due > this.clocks.now(ledger.session)) return this.wind(ledger);
    try {
      await this.desk.settleDue(ledger.sessionId);
      this.wind(ledger);
    } catch (error) {
      if (this.ended) return;
      this.logger.error(
        `what is due in session ${ledger.sessionId} could not be recorded: ${(error as Error).message}`,
      );
      this.set(ledger, retryAfter);
    }
  }
}
