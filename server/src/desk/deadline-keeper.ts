import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { nextDue } from '@open-ballot/shared/rules/due';
import { Clocks } from './clocks.ts';
import { SessionProjections } from './session-projections.ts';
import type { SessionProjection } from './session-projection.ts';
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
    private readonly projections: SessionProjections,
    private readonly clocks: Clocks,
    private readonly desk: SessionDesk,
  ) {
    projections.onKnown((projection) => this.wind(projection));
    projections.onNews(({ projection }) => this.wind(projection));
    clocks.onChange((contestId) => {
      for (const projection of this.projections.all)
        if (projection.session.contestId === contestId) this.wind(projection);
    });
  }

  onModuleDestroy(): void {
    this.ended = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private wind(projection: SessionProjection): void {
    const due = nextDue(projection.session);
    if (due === undefined) this.set(projection, undefined);
    else this.set(projection, Math.max(0, Date.parse(due) - Date.parse(this.clocks.now(projection.session))));
  }

  private set(projection: SessionProjection, wait: number | undefined): void {
    clearTimeout(this.timers.get(projection.sessionId));
    this.timers.delete(projection.sessionId);
    if (wait === undefined || this.ended) return;
    const timer = setTimeout(() => void this.ring(projection), Math.min(wait, longestWait));
    this.timers.set(projection.sessionId, timer.unref());
  }

  private async ring(projection: SessionProjection): Promise<void> {
    const due = nextDue(projection.session);
    if (due === undefined || due > this.clocks.now(projection.session)) return this.wind(projection);
    try {
      await this.desk.settleDue(projection.sessionId);
      this.wind(projection);
    } catch (error) {
      if (this.ended) return;
      this.logger.error(
        `what is due in session ${projection.sessionId} could not be recorded: ${(error as Error).message}`,
      );
      this.set(projection, retryAfter);
    }
  }
}
