import { randomUUID } from 'node:crypto';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Letter, LetterState } from '@open-ballot/shared/contract/accounts';
import type { DataSource, EntityManager } from 'typeorm';
import type { LetterDraft, LetterKind, LetterParameters, Writers } from './letter.ts';
import type { Mail } from './mail.ts';

/** Longer than a mail server is waited for: a letter in hand is nobody else's for this many seconds. */
const inHand = 300;
const mostAttempts = 8;
/** Seconds until the next try after the first one that failed; twice as long after each further one. */
const firstPause = 30;
/** How often a process looks for letters that are due, in ms; those of its own it sends at once. */
const lookEvery = 5_000;
/** Letters of one list, the newest first. */
const listed = 5_000;

interface Due<Kind extends LetterKind = LetterKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly address: string;
  readonly parameters: LetterParameters[Kind];
  readonly attempts: number;
}

/**
 * Letters that wait in the database until a mail server has taken them or has refused them for good.
 *
 * At least once: a process that ends between the answer of the mail server and the note of it sends the letter
 * again, under the same Message-ID, by which mail programs know it.
 */
export class Outbox implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Outbox.name);
  private sending: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly mail: Mail,
    private readonly writers: Writers,
    private readonly pause: number = firstPause,
  ) {}

  /** Whether there is a mail server at all. */
  get isOpen(): boolean {
    return this.mail.carrier !== undefined;
  }

  /** @param unless letters of the same text to the same address in one of these states are enough. */
  async put<Kind extends LetterKind>(
    kind: Kind,
    letters: readonly LetterDraft<Kind>[],
    unless: readonly LetterState[],
    manager: EntityManager = this.database.manager,
  ): Promise<readonly LetterDraft<Kind>[]> {
    const ids = letters.map(() => randomUUID());
    const put = await manager.query<{ id: string }[]>(
      `INSERT INTO letter (id, kind, address, parameters)
       SELECT fresh.id, $1, fresh.address, fresh.parameters
       FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS fresh (id, address, parameters)
       WHERE NOT EXISTS (SELECT FROM letter there WHERE kind = $1 AND there.address = fresh.address
                         AND there.parameters = fresh.parameters AND state = ANY($5))
       RETURNING id`,
      [
        kind,
        ids,
        letters.map(({ address }) => address),
        letters.map(({ parameters }) => JSON.stringify(parameters)),
        unless,
      ],
    );
    const taken = new Set(put.map(({ id }) => id));
    return letters.filter((_, at) => taken.has(ids[at]!));
  }

  /** Letters whose parameters are these, as far as they are named; the newest first. */
  async of<Kind extends LetterKind>(
    kind: Kind,
    parameters: Partial<LetterParameters[Kind]>,
  ): Promise<readonly (Letter & { readonly parameters: LetterParameters[Kind] })[]> {
    const rows = await this.database.query<
      (Omit<Letter, 'queuedAt' | 'triedAt' | 'result'> & {
        readonly queuedAt: Date;
        readonly triedAt: Date | null;
        readonly result: string | null;
        readonly parameters: LetterParameters[Kind];
      })[]
    >(
      `SELECT id AS "letterId", address, parameters, state, attempts, queued_at AS "queuedAt",
              tried_at AS "triedAt", result
       FROM letter WHERE kind = $1 AND parameters @> $2 ORDER BY queued_at DESC, id LIMIT $3`,
      [kind, parameters, listed],
    );
    return rows.map(({ queuedAt, triedAt, result, ...letter }) => ({
      ...letter,
      queuedAt: queuedAt.toISOString(),
      ...(triedAt && { triedAt: triedAt.toISOString() }),
      ...(result !== null && { result }),
    }));
  }

  /** Leaves nothing of letters to somebody who is gone. */
  async forget<Kind extends LetterKind>(
    kind: Kind,
    parameters: Partial<LetterParameters[Kind]>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('DELETE FROM letter WHERE kind = $1 AND parameters @> $2', [kind, parameters]);
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.sending;
  }

  /** Sends what is due now, and looks again in a while. */
  wake(): void {
    if (!this.isOpen || this.isStopped || this.sending) return;
    clearTimeout(this.timer);
    this.sending = this.sendDue()
      .catch((error: Error) => this.log.warn(`letters wait: ${error.message}`))
      .finally(() => {
        this.sending = undefined;
        if (!this.isStopped) this.timer = setTimeout(() => this.wake(), lookEvery).unref();
      });
  }

  /** One after another. Several processes may do so at once. */
  async sendDue(): Promise<void> {
    for (let letter = await this.next(); letter; letter = await this.next()) await this.send(letter);
  }

  /** Taking it in hand moves its next try away, so that it is tried again should this process end meanwhile. */
  private async next(): Promise<Due | undefined> {
    if (this.isStopped) return undefined;
    const [rows] = await this.database.query<[Due[], number]>(
      `UPDATE letter SET attempts = attempts + 1, tried_at = now(), next_try = now() + make_interval(secs => $1)
       WHERE id = (SELECT id FROM letter WHERE state = 'waiting' AND next_try <= now()
                   ORDER BY next_try LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, address, parameters, attempts`,
      [inHand],
    );
    return rows[0];
  }

  private async send<Kind extends LetterKind>(letter: Due<Kind>): Promise<void> {
    const { id, kind, address, parameters, attempts } = letter;
    try {
      const written = await this.writers[kind](parameters);
      if (!written || !this.mail.carrier) return await this.note(id, 'overtaken', null);
      const { response } = await this.mail.carrier.sendMail({
        to: address,
        ...written,
        messageId: `<${id}@open-ballot>`,
      });
      await this.note(id, 'sent', response);
    } catch (error) {
      const isOver = isRefusedForGood(error) || attempts >= mostAttempts;
      const pause = this.pause * 2 ** (attempts - 1);
      const { response, message } = error as Error & { readonly response?: string };
      await this.note(id, isOver ? 'failed' : 'waiting', response ?? message, pause);
    }
  }

  private async note(id: string, state: LetterState, result: string | null, pause = 0): Promise<void> {
    await this.database.query(
      'UPDATE letter SET state = $2, result = $3, next_try = now() + make_interval(secs => $4) WHERE id = $1',
      [id, state, result?.slice(0, 500) ?? null, pause],
    );
  }
}

/**
 * A reply of 500 and above to the letter itself is final (RFC 5321, 4.2.1); one to the greeting or the password says
 * that the house is set up wrongly, which may be mended meanwhile.
 */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  return Number(responseCode) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
