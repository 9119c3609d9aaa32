import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** PostgreSQL channel on which it is made known that somebody's rights or seats are others than before. */
export const peopleChannel = 'open_ballot_people';

/** Whose rights have changed, or in which session seats were taken. */
export interface PeopleChange {
  readonly accountId?: string;
  readonly sessionId?: string;
}

type Listener = (change: PeopleChange) => void | Promise<void>;

/** What is remembered of people – sign-ins, seats, open sockets – is looked at anew in every process after these. */
@Injectable()
export class PeopleNotices {
  private readonly listeners: Listener[] = [];

  constructor(private readonly database: DataSource) {}

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Told to every process when the transaction commits. This one should hear it at once, by `hear` after that. */
  async announce(change: PeopleChange, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query('SELECT pg_notify($1, $2)', [peopleChannel, JSON.stringify(change)]);
  }

  async hear(...changes: readonly PeopleChange[]): Promise<void> {
    for (const change of changes) for (const listener of this.listeners) await listener(change);
  }
}
