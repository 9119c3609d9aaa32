import path from 'node:path';
import { isAlive } from '../database/data-folder.ts';
import { migrate } from './data-source.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../database/embedded-postgres.ts';

/** A migrated database to work on. */
export interface OpenDatabase {
  readonly url: string;
  /** Whether the server is the embedded one, as opposed to one that `DATABASE_URL` names. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/** How often a process that joined the server of another one looks whether it is still there. */
const watchMs = 500;

/** The database that `DATABASE_URL` names, or else the embedded PostgreSQL in `DATA_DIR`. */
export async function openDatabase(environment: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const named = environment['DATABASE_URL'];
  if (named) {
    await migrate(named);
    return { url: named, isEmbedded: false, close: async () => {} };
  }
  const dataDir = path.join(path.resolve(environment['DATA_DIR'] ?? '.data'), 'postgres');
  const server = await keepRunning(dataDir);
  try {
    const url = await ensureDatabase(server.url, 'open_ballot');
    await migrate(url);
    return { url, isEmbedded: true, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Starts the server in this folder or joins the one that is running there.
 *
 * A server ends with the process that started it, so one that was joined is started here once its own
 * process is gone. Its address stays the same, and the connections come back by themselves.
 */
async function keepRunning(dataDir: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  let server = await startEmbeddedPostgres({ dataDir });
  let restarting: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (server.owned || restarting || isAlive(server.pid)) return;
    restarting = startEmbeddedPostgres({ dataDir })
      .then((next) => void (server = next))
      // Tried again with the next look; until then every request is told that the database is away.
      .catch((error: unknown) => console.error(error))
      .finally(() => (restarting = undefined));
  }, watchMs).unref();
  return {
    url: server.url,
    stop: async () => {
      clearInterval(watch);
      await restarting;
      await server.stop();
    },
  };
}
