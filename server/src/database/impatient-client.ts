import { Client, type ClientConfig } from 'pg';

/** The database did not answer on this connection, and a partition may have cut it without either end being told. */
export class SilentConnection extends Error {
  override readonly name = 'SilentConnection';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('the database left a connection without an answer');
  }
}

/**
 * A connection that breaks off when a question stays without any answer for `query_timeout` ms.
 *
 * TCP would go on sending for a quarter of an hour; and pg's own handling of that option leaves the connection
 * in the pool, where the next one to ask waits just as long. Idle connections to the same server are then not
 * trusted either: each would cost somebody the same wait.
 */
export class ImpatientClient extends Client {
  private static readonly open = new Set<ImpatientClient>();

  private readonly patienceMs: number;
  private waiting: NodeJS.Timeout | undefined;
  private heardAt = 0;

  constructor({ query_timeout: patienceMs = 4_500, ...config }: ClientConfig = {}) {
    super(config);
    this.patienceMs = patienceMs;
    this.once('connect', () => {
      ImpatientClient.open.add(this);
      this.connection.stream.on('data', () => (this.heardAt = performance.now()));
    });
    // Lost while nobody had asked anything, and between two owners: whoever asks next is told. An error that no
    // listener hears would end the process, which is the one thing that must go on.
    this.on('error', () => this.rest());
    this.on('drain', () => this.rest());
    this.once('end', () => {
      this.rest();
      ImpatientClient.open.delete(this);
    });
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the signatures of pg have nothing else in common
  override query(...question: [any]): any {
    if (!this.waiting) this.expectAnswerTo(performance.now());
    return super.query(...question);
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    // Whoever says goodbye into a dead line waits for ever.
    setTimeout(() => this.connection.stream.destroy(), this.patienceMs).unref();
    return callback ? super.end(callback) : super.end();
  }

  private expectAnswerTo(askedAt: number): void {
    this.waiting = setTimeout(() => {
      // What came while the loop stood still is read before anybody is judged.
      setImmediate(() => {
        if (!this.waiting) return;
        if (this.heardAt > askedAt) this.expectAnswerTo(this.heardAt);
        else this.giveUp();
      });
    }, this.patienceMs).unref();
  }

  private rest(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  private giveUp(): void {
    for (const each of ImpatientClient.open) {
      const isIdleThere = !each.waiting && each.host === this.host && each.port === this.port;
      if (each === this || isIdleThere) each.connection.stream.destroy(new SilentConnection());
    }
  }
}
