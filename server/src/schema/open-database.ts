import path from 'node:path';
import { ensureDatabase } from '../database/embedded-postgres.ts';
import { KeptPostgres } from '../database/kept-postgres.ts';
import { migrate } from './data-source.ts';

/** A migrated database to work on. */
export interface OpenDatabase {
  readonly url: string;
  /** Whether the server is the embedded one, as opposed to one that `DATABASE_URL` names. */
  readonly isEmbedded: boolean;
  /** Why the embedded server is not there at the moment; undefined while it is, and for a server of your own. */
  trouble(): string | undefined;
  close(): Promise<void>;
}

/** The database that `DATABASE_URL` names, or else the embedded PostgreSQL in `DATA_DIR`. */
export async function openDatabase(environment: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const named = environment['DATABASE_URL'];
  if (named) {
    await migrate(named);
    return { url: named, isEmbedded: false, trouble: () => undefined, close: async () => {} };
  }
  const dataDir = path.join(path.resolve(environment['DATA_DIR'] ?? '.data'), 'postgres');
  const server = await KeptPostgres.start({ dataDir });
  try {
    const url = await ensureDatabase(server.url, 'open_ballot');
    await migrate(url);
    return { url, isEmbedded: true, trouble: () => server.trouble, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
