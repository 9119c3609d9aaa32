import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { patient } from './connection-options.ts';
import { prepareDataFolder } from './data-folder.ts';
import { findBinaries } from './postgres-binaries.ts';
import { findRunning, throughPgCtl, underGuard, type EmbeddedPostgres } from './postgres-process.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Another installation of PostgreSQL, for platforms the npm package does not serve (Alpine's musl, for instance). */
  readonly native?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** For clusters nobody will miss: a power cut soon after the folder was made may take it away. */
  readonly noSyncInit?: boolean;
  /** Where it listens if it listens on TCP, so that a server started again is found where it was. */
  readonly port?: number;
  /** Windows has no shell for the guard and knows pg_ctl only. */
  readonly launcher?: 'guard' | 'pg_ctl';
}

/** After a crash the server replays its log first; on a slow disk that can take a minute. */
const patienceMs = 120_000;

/**
 * Starts the PostgreSQL in `dataDir`, or joins the one already running there.
 *
 * A server lives as long as the process that started it: however that process
 * ends, the server is shut down after it. Joining is for two starts that
 * overlap; processes that mean to share a database are given its address by
 * the one that started it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dirname(dataDir), { recursive: true });
  const binaries = await findBinaries(dataDir, options.native);
  await prepareDataFolder(dataDir, { binaries, sync: options.noSyncInit !== true });

  const isGuarded = (options.launcher ?? (process.platform === 'win32' ? 'pg_ctl' : 'guard')) === 'guard';
  const launcher = isGuarded ? underGuard : throughPgCtl;
  const deadline = Date.now() + patienceMs;
  const { settings = {}, port } = options;
  const launch = { dataDir, binaries, settings, deadline, ...(port !== undefined && { port }) };
  for (;;) {
    const running = await findRunning(dataDir);
    if (running !== undefined) return launcher.join(launch, running);
    const started = await launcher.start(launch);
    if (!('failure' in started)) return started;
    if (!isPassing(started.failure) || Date.now() > deadline) {
      throw new Error(
        `Встроенный PostgreSQL не запустился в папке ${dataDir}. / ` +
          `The embedded PostgreSQL did not start in ${dataDir}.\n${started.failure}`,
      );
    }
    await sleep(50);
  }
}

/** Somebody else is starting or stopping in the same folder, or took the port a moment before us. */
function isPassing(failure: string): boolean {
  return (
    /lock file ".*" (already exists|is empty)/.test(failure) ||
    failure.includes('pre-existing shared memory block') ||
    failure.includes('could not create any TCP/IP sockets')
  );
}

/** The same server, another database. */
export function databaseUrl(base: string, database: string): string {
  return base.replace(
    /^(\w+:\/\/[^/?#]*)[^?#]*/,
    (_, server: string) => `${server}/${encodeURIComponent(database)}`,
  );
}

/** Creates the database if it is missing, and answers with its address. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  const client = new Client({ ...patient, connectionString: url });
  // The question under way is told as well; an error without a listener would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // CREATE DATABASE knows no IF NOT EXISTS, and two processes may ask at once.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`create database ${name}`]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return databaseUrl(url, name);
}
