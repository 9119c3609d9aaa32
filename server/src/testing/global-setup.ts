import { chmod, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { sweepAbandoned } from '../database/data-folder.ts';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';

export const templateName = 'template_open_ballot';

declare global {
  /** Set-up and tear-down are loaded apart from each other and share nothing else. */
  var stopTestCluster: (() => Promise<void>) | undefined;
}

/** One PostgreSQL for the whole run; `TEST_DATABASE_URL` names another one to use instead. */
export default async function setUp(): Promise<void> {
  const existing = process.env['TEST_DATABASE_URL'];
  if (existing !== undefined) return forgetTemplate(existing);

  const prefix = join(tmpdir(), 'open-ballot-tests-');
  await sweepAbandoned(prefix);
  const folder = `${prefix}${process.pid}-cluster`;
  await mkdir(folder);
  // Whatever the umask: as root, PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'pg'),
    noSyncInit: true,
    ...(process.env['PG_EMBEDDED_NATIVE'] && { native: process.env['PG_EMBEDDED_NATIVE'] }),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  process.env['TEST_CLUSTER_URL'] = server.url;
  globalThis.stopTestCluster = async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

/** An earlier run may have left one with earlier migrations. */
async function forgetTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
