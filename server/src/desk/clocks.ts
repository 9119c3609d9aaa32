import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Query } from '../journal/journal.ts';

/** Whose clock it is: the contest, and whether it is a rehearsal. A `Session` is one. */
export interface Timed {
  readonly contestId: string;
  readonly rehearsal: boolean;
}

/** PostgreSQL channel on which a clock that was started anew is made known, by its contest. */
export const clockChannel = 'open_ballot_clock';

/** What the real clock must be moved by to read the rehearsal clock, in ms. */
type Offset = number;

interface StartRow {
  readonly real: Date | null;
  readonly shown: Date | null;
}

/**
 * The clock of each contest: the real one, or for a rehearsal one that was set to another moment once
 * and runs at normal speed from then on (rule 11.4). The pair of starts is stored, so that processes agree.
 */
@Injectable()
export class Clocks {
  private readonly offsets = new Map<string, Offset>();
  private readonly listeners: ((contestId: string) => void)[] = [];

  constructor(private readonly database: DataSource) {}

  /** Calls back when the clock of a contest turned out to have been set to another moment. */
  onChange(listener: (contestId: string) => void): void {
    this.listeners.push(listener);
  }

  /** UTC with milliseconds. A rehearsal's start must have been read before, by `refresh`. */
  now({ contestId, rehearsal }: Timed): string {
    const offset = rehearsal ? (this.offsets.get(contestId) ?? 0) : 0;
    return new Date(Date.now() + offset).toISOString();
  }

  /** Reads a rehearsal's pair of starts again, since it can be started anew. Costs a real session nothing. */
  async refresh({ contestId, rehearsal }: Timed, query?: Query): Promise<void> {
    if (!rehearsal) return;
    const ask: Query =
      query ?? ((sql, parameters) => this.database.query(sql, parameters && [...parameters]));
    const [row] = (await ask(
      'SELECT rehearsal_real_start AS real, rehearsal_start AS shown FROM contest WHERE id = $1',
      [contestId],
    )) as StartRow[];
    if (!row?.real || !row.shown) return;
    const offset = row.shown.getTime() - row.real.getTime();
    if (this.offsets.get(contestId) === offset) return;
    this.offsets.set(contestId, offset);
    for (const listener of this.listeners) listener(contestId);
  }

  /** Tells every process that the clock of this contest was started anew. */
  async announce(contestId: string): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [clockChannel, contestId]);
  }
}
