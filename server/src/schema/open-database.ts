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

export interface DatabaseSettings {
  /** A database of your own. */
  readonly databaseUrl?: string;
  /** Where the embedded PostgreSQL keeps its data otherwise. */
  readonly dataDir: string;
  /** An installation of PostgreSQL to take in place of the one that npm brings. */
  readonly embeddedNative?: string;
}

/** The database that the settings name, or else the embedded PostgreSQL. */
export async function openDatabase({
  databaseUrl,
  dataDir,
  embeddedNative: native,
}: DatabaseSettings): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    await migrate(databaseUrl);
    return { url: databaseUrl, isEmbedded: false, trouble: () => undefined, close: async () => {} };
  }
  const server = await KeptPostgres.start({
    dataDir: path.join(dataDir, 'postgres'),
    ...(native !== undefined && { native }),
  });
  try {
    const url = await ensureDatabase(server.url, 'open_ballot');
    await migrate(url);
    return { url, isEmbedded: true, trouble: () => server.trouble, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
