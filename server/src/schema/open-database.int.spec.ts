import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase } from '../testing/test-database.ts';
import { openDatabase } from './open-database.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'open-ballot-data-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as another user, who has to get in
});
afterAll(() => rm(folder, { recursive: true }));

const countOf = async (url: string, sql: string): Promise<number> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Number((await client.query<{ count: string }>(sql)).rows[0]?.count);
  } finally {
    await client.end();
  }
};
const accounts = 'SELECT count(*) FROM account';

describe('the database', () => {
  it('is the embedded one with the tables it needs, durable, and outlives its first process', async () => {
    const environment = { dataDir: folder };
    const first = await openDatabase(environment);
    expect(first.isEmbedded).toBe(true);
    expect(await countOf(first.url, accounts)).toBe(0);
    expect(
      await countOf(first.url, "SELECT count(*) FROM pg_settings WHERE name = 'fsync' AND setting = 'on'"),
    ).toBe(1);

    const second = await openDatabase(environment);
    expect(second.url).toBe(first.url);
    await first.close();
    try {
      expect(await untilAnswered(() => countOf(second.url, accounts))).toBe(0);
    } finally {
      await second.close();
    }
    await expect(countOf(second.url, accounts)).rejects.toThrow();
  });

  it('is the one that DATABASE_URL names, and is left running', async () => {
    const existing = await createTestDatabase();
    try {
      const database = await openDatabase({ databaseUrl: existing.url, dataDir: '/nowhere' });
      expect(database).toMatchObject({ url: existing.url, isEmbedded: false });
      await database.close();
      expect(await countOf(existing.url, accounts)).toBe(0);
    } finally {
      await existing.drop();
    }
  });
});

async function untilAnswered<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let patience = 100; ; patience -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (patience === 0) throw error;
      await sleep(200);
    }
  }
}
