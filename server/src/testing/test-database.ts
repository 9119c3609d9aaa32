import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../schema/data-source.ts';
import { databaseUrl } from '../database/embedded-postgres.ts';
import { templateName } from './global-setup.ts';

/**
 * A migrated, empty database for one test file.
 *
 * It is copied from a template, which the first test file of a run makes; so a
 * file pays for a copy and not for the migrations.
 */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const cluster = process.env['TEST_DATABASE_URL'] ?? process.env['TEST_CLUSTER_URL'];
  if (cluster === undefined) {
    throw new Error('There is no PostgreSQL for the tests: the global set-up of Jest starts one.');
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await connected(cluster, async (client) => {
    await provideTemplate(client, cluster);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  });
  return {
    url: databaseUrl(cluster, name),
    drop: () =>
      connected(cluster, async (client) => {
        // A test that forgot a connection must not keep its database, too.
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

/** Test files run side by side; one makes the template while the others wait at the lock. */
async function provideTemplate(client: Client, cluster: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [templateName]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [templateName]);
    if (rowCount !== 0) return;

    // Named only when it is complete: a failed migration must fail in every file, not leave half a template.
    const draft = `${templateName}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(databaseUrl(cluster, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${templateName}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [templateName]);
  }
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
