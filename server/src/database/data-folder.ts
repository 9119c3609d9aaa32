import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);

const passwordFile = 'embedded.password';

/** Far longer than initdb ever takes. */
const longestInitMs = 10 * 60_000;

/** Made by another major version of PostgreSQL. Nothing was touched; a person decides how the data moves on. */
export class IncompatibleDataFolder extends Error {
  override readonly name = 'IncompatibleDataFolder';

  constructor(dataDir: string, folderMajor: string, serverMajor: string) {
    super(
      `Папка данных ${dataDir} создана PostgreSQL ${folderMajor}, а встроенный сервер – PostgreSQL ${serverMajor}. ` +
        `Данные не тронуты. Вернитесь к прежней версии программы, укажите в PG_EMBEDDED_NATIVE установку ` +
        `PostgreSQL ${folderMajor} или перенесите данные в свою базу и укажите её в DATABASE_URL. / ` +
        `The data folder ${dataDir} was made by PostgreSQL ${folderMajor}, the embedded server is PostgreSQL ` +
        `${serverMajor}. The data is untouched. Go back to the previous release, point PG_EMBEDDED_NATIVE to an ` +
        `installation of PostgreSQL ${folderMajor}, or move the data to a database of your own and name it in DATABASE_URL.`,
    );
  }
}

/**
 * Leaves a folder behind that this PostgreSQL can serve.
 *
 * A cluster is made elsewhere and renamed into place, so that the folder is
 * either whole or not there, whenever the power goes.
 */
export async function prepareDataFolder(
  dataDir: string,
  { binaries, sync }: { binaries: PostgresBinaries; sync: boolean },
): Promise<void> {
  await sweepAbandoned(`${dataDir}.init-`, longestInitMs);
  let folderMajor = await majorVersionOf(dataDir);
  if (folderMajor === undefined) {
    await createCluster(dataDir, { binaries, sync });
    folderMajor = await majorVersionOf(dataDir);
  }
  if (folderMajor !== binaries.majorVersion) {
    throw new IncompatibleDataFolder(dataDir, folderMajor ?? '?', binaries.majorVersion);
  }
}

async function majorVersionOf(dataDir: string): Promise<string | undefined> {
  return (await readIfThere(join(dataDir, 'PG_VERSION')))?.trim();
}

async function createCluster(
  dataDir: string,
  { binaries, sync }: { binaries: PostgresBinaries; sync: boolean },
): Promise<void> {
  const draft = `${dataDir}.init-${process.pid}-${randomBytes(3).toString('hex')}`;
  const password = join(draft, 'password');
  const cluster = join(draft, 'cluster');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(password, randomBytes(18).toString('base64url'), { mode: 0o600, flush: true });
    await giveTo(binaries.owner, draft);
    await giveTo(binaries.owner, password);

    const options = [`--pgdata=${cluster}`, '--username=postgres', `--pwfile=${password}`];
    options.push('--encoding=UTF8', '--no-locale', '--data-checksums', '--no-instructions');
    // Trust reaches no further than the socket, and the socket lies in a folder only its user may enter.
    options.push('--auth-local=trust', '--auth-host=scram-sha-256');
    if (!sync) options.push('--no-sync');
    const [program, ...args] = binaries.command('initdb', ...options);
    await run(program, args, binaries.spawnOptions);

    await rename(password, join(cluster, passwordFile));
    await moveIntoPlace(cluster, dataDir);
    if (sync) await syncFolder(dirname(dataDir));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveIntoPlace(cluster: string, dataDir: string): Promise<void> {
  try {
    await rename(cluster, dataDir);
  } catch (error) {
    // Another process may have been first; then its cluster is as good as ours.
    if ((await majorVersionOf(dataDir)) === undefined) throw error;
  }
}

/** Ballots are synced into the folder from now on; its own name must not be what a power cut loses. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // has no such call
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Removes the folders `<prefix><process id>-…` of processes that are gone.
 *
 * Process ids are used again, in a container almost at once, so a folder older
 * than `maxAgeMs` counts as abandoned whoever has the number now.
 */
export async function sweepAbandoned(prefix: string, maxAgeMs = Infinity): Promise<void> {
  const parent = dirname(prefix);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(basename(prefix))) continue;
    const processId = /^(\d+)-/.exec(name.slice(basename(prefix).length))?.[1];
    if (processId === undefined) continue;
    const folder = join(parent, name);
    if (isAlive(Number(processId)) && (await ageOf(folder)) < maxAgeMs) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

async function ageOf(folder: string): Promise<number> {
  try {
    return Date.now() - (await stat(folder)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0; // its owner just finished with it
    throw error;
  }
}

/** What a running server says about itself in its `postmaster.pid`. */
export interface ServerNotice {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

export async function readServerNotice(dataDir: string): Promise<ServerNotice | undefined> {
  const lines = (await readIfThere(join(dataDir, 'postmaster.pid')))?.split('\n');
  // The file is there an instant before its first line is.
  if (lines === undefined || !(Number(lines[0]) > 0)) return undefined;
  const [pid, , , port, socketDir = '', , , status = ''] = lines;
  return { pid: Number(pid), port: Number(port), socketDir, isReady: status.trim() === 'ready' };
}

/** Only connections over TCP are asked for it. */
export async function readPassword(dataDir: string): Promise<string> {
  return readFile(join(dataDir, passwordFile), 'utf8');
}

export async function giveTo(owner: PostgresBinaries['owner'], path: string): Promise<void> {
  if (owner !== undefined) await chown(path, owner.uid, owner.gid);
}

export function isAlive(pid: number): boolean {
  // To the system, 0 and less are not one process but the caller's group, or all of them.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
