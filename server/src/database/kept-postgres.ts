import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { isAlive } from './data-folder.ts';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './postgres-process.ts';

/** How often it is looked whether the server is still there. */
const lookEveryMs = 500;

/** What ends again and again has a reason that no start removes. */
export const restartLimit = { starts: 5, withinMs: 10 * 60_000, firstPauseMs: 1_000 };

/**
 * The embedded PostgreSQL, started again when it ends, whoever had started it.
 *
 * It ends with the process that started it, and it may be killed. Each process that works on it notices and starts
 * it; one of them wins and the others join. The address stays, so the connections come back by themselves.
 */
export class KeptPostgres {
  private readonly logger = new Logger('PostgreSQL');
  private readonly ending = new AbortController();
  private readonly starts: number[] = [];
  private readonly kept: Promise<void>;
  private said: string | undefined;

  private constructor(
    private server: EmbeddedPostgres,
    private readonly options: EmbeddedPostgresOptions,
    private readonly limit: typeof restartLimit,
  ) {
    this.kept = this.keep();
  }

  static async start(options: EmbeddedPostgresOptions, limit = restartLimit): Promise<KeptPostgres> {
    return new KeptPostgres(await startEmbeddedPostgres(options), options, limit);
  }

  get url(): string {
    return this.server.url;
  }

  /** Why there is no server at the moment, for whoever looks after it. */
  get trouble(): string | undefined {
    return this.said;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.kept;
    await this.server.stop();
  }

  private async keep(): Promise<void> {
    while (await this.pause(lookEveryMs)) {
      if (!isAlive(this.server.pid) && !(await this.startAgain())) return;
    }
  }

  /** Answers false when it is time to stop trying. */
  private async startAgain(): Promise<boolean> {
    this.say('the embedded PostgreSQL has ended and is being started again');
    for (;;) {
      const recent = this.starts.filter((at) => Date.now() - at < this.limit.withinMs).length;
      if (recent >= this.limit.starts) return this.giveUp(recent);
      if (recent > 0 && !(await this.pause(this.limit.firstPauseMs * 2 ** (recent - 1)))) return false;
      this.starts.push(Date.now());
      try {
        const { port } = new URL(this.url);
        this.server = await startEmbeddedPostgres({ ...this.options, port: Number(port) });
        this.logger.warn(`the embedded PostgreSQL is there again, process ${this.server.pid}`);
        this.said = undefined;
        return true;
      } catch (error) {
        this.say((error as Error).message);
      }
    }
  }

  private giveUp(times: number): false {
    this.say(
      `Встроенный PostgreSQL заканчивался ${times} раз подряд и больше не запускается: посмотрите журнал и место на диске, перезапустите программу. / ` +
        `The embedded PostgreSQL has ended ${times} times and is not started any more: look at the log and the disk, start the program again.`,
    );
    return false;
  }

  private say(trouble: string): void {
    this.said = trouble;
    this.logger.error(trouble);
  }

  /** Answers false when the end was ordered meanwhile. */
  private async pause(ms: number): Promise<boolean> {
    await sleep(ms, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
    return !this.ending.signal.aborted;
  }
}
