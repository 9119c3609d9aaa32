import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';

/** The database server of a house on its own data folder, for baselines on the very same disk. */
export interface Beside {
  readonly connect: () => Promise<Client>;
  readonly drop: () => Promise<void>;
}

/** A database of its own in the cluster that the house has started: same server, same settings, same fsync. */
export async function beside(dataDir: string): Promise<Beside> {
  const cluster = path.join(dataDir, 'postgres');
  const notice = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const [, , , port, socketDir = ''] = notice;
  const server =
    socketDir === ''
      ? { host: '127.0.0.1', password: await readFile(path.join(cluster, 'embedded.password'), 'utf8') }
      : { host: socketDir };
  const connectTo = async (database: string) => {
    const client = new Client({ ...server, port: Number(port), user: 'postgres', database });
    await client.connect();
    return client;
  };
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const keeper = await connectTo('postgres');
  await keeper.query(`CREATE DATABASE ${name}`);
  return {
    connect: () => connectTo(name),
    drop: async () => {
      await keeper.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await keeper.end();
    },
  };
}
