import { Injectable } from '@nestjs/common';
import type { AuditAct, AuditEntry } from '@open-ballot/shared/contract/accounts';
import { DataSource, type EntityManager } from 'typeorm';

/** Never a password, a token or an answer: whoever reads the list learns what was done, not how to do it again. */
export interface Deed {
  readonly act: AuditAct;
  readonly actorId?: string;
  readonly accountId?: string;
  readonly contestId?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Refused sign-ins of one account or address within this many ms are one entry with their count. */
const refusalsTogether = 60_000;
const refusalsRemembered = 10_000;

/** Who did what outside every journal, and when (rule 13.3). */
@Injectable()
export class Audit {
  private readonly refusals = new Map<string, { since: number; untold: number }>();

  constructor(private readonly database: DataSource) {}

  /** In one insert, in the transaction of what was done. */
  async record(deeds: readonly Deed[], manager: EntityManager = this.database.manager): Promise<void> {
    if (deeds.length === 0) return;
    const column = <Value>(of: (deed: Deed) => Value | undefined) => deeds.map((deed) => of(deed) ?? null);
    await manager.query(
      `INSERT INTO audit_entry (act, actor_id, account_id, contest_id, details)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[])`,
      [
        column(({ act }) => act),
        column(({ actorId }) => actorId),
        column(({ accountId }) => accountId),
        column(({ contestId }) => contestId),
        column(({ details }) => JSON.stringify(details ?? {})),
      ],
    );
  }

  /** One wrong attempt. A thousand of them are a few entries: a stranger must not be able to fill the disk. */
  async refused(act: 'sign-in-refused' | 'link-refused', address: string, accountId?: string): Promise<void> {
    const key = `${act} ${accountId ?? address}`;
    const now = Date.now();
    const earlier = this.refusals.get(key);
    if (earlier && now - earlier.since < refusalsTogether) {
      earlier.untold += 1;
      return;
    }
    if (this.refusals.size >= refusalsRemembered) this.refusals.clear();
    this.refusals.set(key, { since: now, untold: 0 });
    const details = { address, ...(earlier && earlier.untold > 0 && { before: earlier.untold }) };
    await this.record([{ act, details, ...(accountId !== undefined && { accountId }) }]);
  }

  /** The newest first, below `before` and of one kind if given. */
  async page(
    { before, act }: { readonly before: number | undefined; readonly act: AuditAct | undefined },
    limit: number,
  ): Promise<readonly AuditEntry[]> {
    const rows = await this.database.query<(Omit<AuditEntry, 'at'> & { readonly at: Date })[]>(
      `SELECT audit_entry.id::int, at, act, details, contest.title AS "contestTitle",
              actor.name AS "actorName", actor.login AS "actorLogin",
              account.name AS "accountName", account.login AS "accountLogin"
       FROM audit_entry
       LEFT JOIN account actor ON actor.id = actor_id
       LEFT JOIN account ON account.id = account_id
       LEFT JOIN contest ON contest.id = contest_id
       WHERE ($1::bigint IS NULL OR audit_entry.id < $1) AND ($2::text IS NULL OR act = $2)
       ORDER BY audit_entry.id DESC LIMIT $3`,
      [before ?? null, act ?? null, limit],
    );
    return rows.map((row) => ({ ...withoutNulls(row), at: row.at.toISOString() }) as AuditEntry);
  }
}

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
