import { Injectable } from '@nestjs/common';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { emptyHead, type Head } from '@open-ballot/shared/journal/chain';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { isDatabaseAway } from '../database/database-away.ts';
import { CommitUnknown } from './commit-unknown.ts';
import { columnsOf, exportedText, readLines, type JournalLine, type StoredLine } from './journal-line.ts';

/** Entries of a page, over HTTP and when catching up (rules, "Bounds"). */
export const pageLength = bounds.journalPage;

/** Lines read at once of a whole journal: checking them holds up the main loop, and a vote may be running. */
const stride = 100;

/** PostgreSQL channel on which processes tell each other how far a journal reaches. */
export const journalChannel = 'open_ballot_journal';

/** What runs in the transaction of the writer, beside the journal itself. */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<unknown>;

/** What the only writer of a session may do: read what is new, and add to the end. */
export interface JournalWriter {
  /** The next lines after `head`, at most a page. Throws BrokenChain where they do not continue it. */
  readonly readAfter: (head: Head) => Promise<JournalLine[]>;
  /** Adds lines and tells every process, once the transaction is committed. */
  readonly append: (lines: readonly JournalLine[]) => Promise<void>;
  readonly query: Query;
}

const columns = 'session_id, position, recorded_at, command_id, part, request_digest, text, hash, opening';
const selectFrom = `SELECT ${columns} FROM journal_entry WHERE session_id = $1 AND position >= $2 ORDER BY position LIMIT $3`;
// One round trip: the insert runs to its end whether or not anything reads from it.
const insertAndTell = `
  WITH recorded AS (
    INSERT INTO journal_entry (${columns})
    SELECT $1, line.* FROM unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[]) AS line
  )
  SELECT pg_notify('${journalChannel}', $10)`;

@Injectable()
export class Journal {
  constructor(private readonly database: DataSource) {}

  /**
   * Runs `work` as the only writer of this session; the lock falls with the transaction.
   * It may run a second time, if the connection broke before anything was committed.
   *
   * A lock, not a retry on conflict: when the chair says "vote", everybody
   * writes in the same second, and sixty retrying writers starve each other.
   *
   * @throws CommitUnknown when nobody can say whether the commit arrived
   */
  async asOnlyWriter<Result>(
    sessionId: string,
    work: (writer: JournalWriter) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.inTransaction(sessionId, work);
    } catch (error) {
      if (error instanceof CommitUnknown || !isDatabaseAway(error)) throw error;
      // The pool may have handed out a connection that had just died; nothing was recorded, so another one is tried.
      return this.inTransaction(sessionId, work);
    }
  }

  private async inTransaction<Result>(
    sessionId: string,
    work: (writer: JournalWriter) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await this.locked(runner, sessionId, work);
      await commit(runner);
      return result;
    } finally {
      await runner.release();
    }
  }

  private async locked<Result>(
    runner: QueryRunner,
    sessionId: string,
    work: (writer: JournalWriter) => Promise<Result>,
  ): Promise<Result> {
    try {
      await runner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sessionId]);
      return await work(writerOf(runner, sessionId));
    } catch (error) {
      // A connection that broke has nothing left to roll back; what matters is the first error.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  /** The next lines after `head`, at most a page, without a lock. Throws BrokenChain where they do not continue it. */
  async readAfter(sessionId: string, head: Head): Promise<JournalLine[]> {
    return readLines(sessionId, await this.rows(sessionId, head.position + 1, pageLength), head);
  }

  /** At most a page of lines after a position, checked among themselves and against the line before. */
  async page(sessionId: string, after: number): Promise<JournalLine[]> {
    if (after === 0) return this.readAfter(sessionId, emptyHead);
    const rows = await this.rows(sessionId, after, pageLength + 1);
    const [before, ...rest] = rows;
    if (!before || before.position !== after) return [];
    return readLines(sessionId, rest, { position: after, hash: before.hash, recordedAt: before.recorded_at });
  }

  /** The whole journal, a few lines at a time. */
  async *all(sessionId: string): AsyncGenerator<JournalLine[]> {
    for (let head: Head = emptyHead; ;) {
      const lines = readLines(sessionId, await this.rows(sessionId, head.position + 1, stride), head);
      if (lines.length > 0) yield lines;
      if (lines.length < stride) return;
      head = lines.at(-1)!.entry;
    }
  }

  /** The whole journal up to a position, unredacted, each entry as it is exported. */
  async exported(sessionId: string, through: number): Promise<string[]> {
    const texts: string[] = [];
    for await (const lines of this.all(sessionId)) {
      for (const line of lines) if (line.entry.position <= through) texts.push(exportedText(line));
      if (texts.length === through) break;
    }
    return texts;
  }

  /** How far every journal reaches. */
  ends(): Promise<{ readonly sessionId: string; readonly position: number }[]> {
    return this.database.query(`
      SELECT id AS "sessionId", last.position FROM session
      JOIN LATERAL (SELECT position FROM journal_entry WHERE session_id = id ORDER BY position DESC LIMIT 1) AS last ON true`);
  }

  private rows(sessionId: string, from: number, limit: number): Promise<StoredLine[]> {
    return this.database.query<StoredLine[]>(selectFrom, [sessionId, from, limit]);
  }
}

function writerOf(runner: QueryRunner, sessionId: string): JournalWriter {
  return {
    readAfter: async (head) => {
      const rows = (await runner.query(selectFrom, [
        sessionId,
        head.position + 1,
        pageLength,
      ])) as StoredLine[];
      return readLines(sessionId, rows, head);
    },
    append: async (lines) => {
      if (lines.length === 0) return;
      const told = `${sessionId}:${lines.at(-1)!.entry.position}`;
      await runner.query(insertAndTell, [sessionId, ...columnsOf(lines), told]);
    },
    query: (sql, parameters) => runner.query(sql, parameters && [...parameters]) as Promise<unknown>,
  };
}

async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    // The database's own no means that nothing is recorded; silence means nothing at all.
    if (error instanceof QueryFailedError && !isDatabaseAway(error)) throw error;
    throw new CommitUnknown('the connection broke during the commit', { cause: error });
  }
}
