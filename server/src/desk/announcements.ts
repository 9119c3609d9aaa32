import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Notification } from 'pg';
import { DataSource } from 'typeorm';
import { patient } from '../database/connection-options.ts';
import { ImpatientClient } from '../database/impatient-client.ts';
import { Journal, journalChannel } from '../journal/journal.ts';
import { clockChannel, Clocks } from './clocks.ts';
import { SessionProjections } from './session-projections.ts';

const firstRetry = 250;
const longestRetry = 2_000;
/** How often the listening connection is asked whether it is still there, and how long it may take to answer. */
const askEvery = 2_000;
const answerWithin = 2_000;
/** How often everything is looked through without being told: a notification is a hint, the position is the truth. */
const healEvery = 15_000;

/** Hears what other processes recorded and reads it up to the end, so that every process can tell its own watchers. */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Announcements.name);
  private client: ImpatientClient | undefined;
  private retryAfter = firstRetry;
  private timer: NodeJS.Timeout | undefined;
  private healing: NodeJS.Timeout | undefined;
  private ended = false;
  private readonly others = new Map<string, (payload: string) => Promise<void>>();

  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
    private readonly projections: SessionProjections,
    private readonly clocks: Clocks,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
    this.healing = setInterval(() => void this.heal(), healEvery).unref();
  }

  /** Hears another channel on the same connection. To be asked before the application has started. */
  hearAlso(channel: string, listener: (payload: string) => Promise<void>): void {
    this.others.set(channel, listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    clearInterval(this.healing);
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    // A connection of its own: the pool hands out none to keep.
    const { url } = this.database.options as { readonly url?: string };
    const client = new ImpatientClient({
      ...patient,
      query_timeout: answerWithin,
      connectionString: url,
      application_name: 'open-ballot listening',
    });
    client.on('notification', (told) => void this.hear(told));
    client.on('error', (error) => this.logger.warn(`the listening connection broke: ${error.message}`));
    client.once('end', () => this.listenAgain());
    this.client = client;
    try {
      await client.connect();
      const channels = [journalChannel, clockChannel, ...this.others.keys()];
      await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
      this.retryAfter = firstRetry;
      void this.keepAsking(client);
      void this.heal();
    } catch (error) {
      this.logger.warn(`cannot listen: ${(error as Error).message}`);
      await client.end().catch(() => undefined);
    }
  }

  /** Whoever only listens would never notice that the line is dead. */
  private async keepAsking(client: ImpatientClient): Promise<void> {
    try {
      while (this.client === client && !this.ended) {
        await sleep(askEvery, undefined, { ref: false });
        await client.query('SELECT 1');
      }
    } catch {
      // It has told of its error and of its end.
    }
  }

  private listenAgain(): void {
    if (this.ended) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.listen(), this.retryAfter);
    this.retryAfter = Math.min(2 * this.retryAfter, longestRetry);
  }

  private async hear({ channel, payload = '' }: Notification): Promise<void> {
    const other = this.others.get(channel);
    if (other) return this.trying(() => other(payload));
    if (channel === clockChannel)
      return this.trying(() => this.clocks.refresh({ contestId: payload, rehearsal: true }));
    const [sessionId = '', position] = payload.split(':');
    return this.trying(() => this.reach(sessionId, Number(position)));
  }

  /** Catches up with everything, for what was told while nobody listened. */
  private async heal(): Promise<void> {
    await this.trying(async () => {
      for (const { sessionId, position } of await this.journal.ends()) {
        await this.trying(() => this.reach(sessionId, position));
      }
    });
  }

  private async reach(sessionId: string, position: number): Promise<void> {
    const projection = await this.projections.of(sessionId);
    if (projection && projection.head.position < position) await this.projections.upToDate(sessionId);
  }

  /** What fails here fails for now: a later notification, or the next healing, comes past the same place. */
  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.ended) this.logger.warn(`could not read on: ${(error as Error).message}`);
    }
  }
}
