import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalEntryRow } from '../journal/journal-entry.entity.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { dataSourceOptions, migrate } from '../schema/data-source.ts';
import { databaseUrl } from './embedded-postgres.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await new DataSource(dataSourceOptions(testDatabase.url)).initialize();
});
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

describe('schema', () => {
  it('is the same in the migrations and in the entities', async () => {
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('notices an entity that the migrations do not know', async () => {
    await database.query('ALTER TABLE nomination DROP COLUMN category');
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    await database.query('ALTER TABLE nomination ADD COLUMN category text');
    expect(upQueries.map(({ query }) => query)).toEqual(['ALTER TABLE "nomination" ADD "category" text']);
  });

  it('is made once when several processes start at the same time', async () => {
    await database.query('CREATE DATABASE made_by_several');
    const url = databaseUrl(testDatabase.url, 'made_by_several');
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const fresh = await new DataSource(dataSourceOptions(url)).initialize();
    try {
      expect(await fresh.query('SELECT count(*)::int AS count FROM migrations')).toEqual([
        { count: fresh.migrations.length },
      ]);
      expect(await fresh.showMigrations()).toBe(false);
    } finally {
      await fresh.destroy();
      await database.query('DROP DATABASE made_by_several');
    }
  });

  it('can be taken back to nothing and made again', async () => {
    await database.query('CREATE DATABASE there_and_back');
    const url = databaseUrl(testDatabase.url, 'there_and_back');
    await migrate(url);
    const fresh = await new DataSource(dataSourceOptions(url)).initialize();
    try {
      for (const _ of fresh.migrations) await fresh.undoLastMigration();
      expect(await tablesOf(fresh)).toEqual(['migrations']);
      await fresh.runMigrations();
      expect(await tablesOf(fresh)).toEqual(expect.arrayContaining(['account', 'contest', 'journal_entry']));
    } finally {
      await fresh.destroy();
      await database.query('DROP DATABASE there_and_back');
    }
  });
});

describe('journal table', () => {
  const sessionId = '7b0c5b0e-1111-4222-8333-444455556666';
  const row = {
    sessionId,
    position: 1,
    recordedAt: '2021-06-25T07:00:00.000Z',
    commandId: 'convene',
    part: 0,
    requestDigest: '0',
    text: '{}',
    hash: '0'.repeat(64),
    opening: null,
  };

  beforeAll(() => database.manager.insert(JournalEntryRow, row));

  it.each(['UPDATE journal_entry SET text = text', 'DELETE FROM journal_entry', 'TRUNCATE journal_entry'])(
    '[12.1] refuses %s',
    async (statement) => {
      await expect(database.query(statement)).rejects.toThrow('journal_entry takes inserts only');
    },
  );

  it('[12.1] refuses them also to a connection that passes ordinary triggers by', async () => {
    const asReplica = database.transaction(async (transaction) => {
      await transaction.query("SET LOCAL session_replication_role = 'replica'");
      await transaction.query('DELETE FROM journal_entry');
    });
    await expect(asReplica).rejects.toThrow('journal_entry takes inserts only');
  });

  it('[12.1] holds each position once', async () => {
    await expect(database.manager.insert(JournalEntryRow, { ...row, commandId: 'another' })).rejects.toThrow(
      'journal_entry_pkey',
    );
  });

  it('[9.3] holds each part of a command once', async () => {
    await expect(database.manager.insert(JournalEntryRow, { ...row, position: 2 })).rejects.toThrow(
      'journal_entry_command_once',
    );
  });
});

async function tablesOf(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ table_name: string }[]>(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name",
  );
  return rows.map(({ table_name }) => table_name);
}
