import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  giveTo,
  isAlive,
  readIfThere,
  readPassword,
  readServerNotice,
  type ServerNotice,
} from './data-folder.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export interface EmbeddedPostgres {
  /** Leads to the maintenance database; `databaseUrl` turns it into the address of another one. */
  readonly url: string;
  /** A server that belongs to another process is left running by `stop`. */
  readonly owned: boolean;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Launch {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly settings: Readonly<Record<string, string>>;
  readonly deadline: number;
  readonly port?: number;
}

/** What the server said instead of starting. */
export interface FailedLaunch {
  readonly failure: string;
}

/** A way to keep a server from outliving its owner for good. */
export interface Launcher {
  start(launch: Launch): Promise<EmbeddedPostgres | FailedLaunch>;
  join(launch: Launch, running: ServerNotice): Promise<EmbeddedPostgres>;
}

/** The notice alone proves nothing: after a crash it stays, and its process id may be somebody else's by now. */
export async function findRunning(dataDir: string): Promise<ServerNotice | undefined> {
  const notice = await readServerNotice(dataDir);
  if (notice === undefined || !notice.isReady || !isAlive(notice.pid)) return undefined;
  return (await accepts(notice)) ? notice : undefined;
}

function accepts({ socketDir, port }: ServerNotice): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(
      socketDir === '' ? { host: '127.0.0.1', port } : { path: socketPath(socketDir, port) },
    );
    socket.once('error', () => answer(false));
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
  });
}

function socketPath(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`);
}

/**
 * Starts the server, tells its process id, and shuts it down when the pipe to
 * whoever started it ends – which the kernel sees to even after kill -9.
 *
 * The order to stop is repeated: a shell starts background commands with
 * SIGINT ignored, so one that comes before the server has set its handlers is
 * lost. SIGTERM is no order to stop: a service manager sends it to every
 * process at once, and the application needs its database to finish.
 */
const guardScript = `
  exec 3<&0 </dev/null
  "$@" 3<&- >&2 &
  server=$!
  echo "$server"
  exec >&2
  trap : HUP INT TERM
  {
    trap '' HUP INT TERM
    read -r _ <&3
    signal=INT seconds=0
    while kill -"$signal" "$server"; do
      sleep 1
      seconds=$((seconds + 1))
      [ "$seconds" -lt 30 ] || signal=QUIT
    done
  } >/dev/null 2>&1 &
  watcher=$!
  exec 3<&-
  wait "$server"
  while kill -0 "$server" 2>/dev/null; do wait "$server"; done
  kill -KILL "$watcher"
`;

export const underGuard: Launcher = {
  async start({ dataDir, binaries, settings, deadline }) {
    const port = 5432; // only part of the socket's name
    const socketDir = await socketFolderFor(dataDir, port, binaries.owner);
    const flags = flagsFor({ listen_addresses: '', unix_socket_directories: socketDir, ...settings });
    const server = binaries.command('postgres', '-D', dataDir, '-p', String(port), ...flags);
    const guard = spawn('/bin/sh', ['-c', guardScript, 'postgres-guard', ...server], {
      ...binaries.spawnOptions,
      // A lock file left by a crash may by now bear our own number; this tells the server that we are no rival.
      env: { ...binaries.spawnOptions.env, PG_GRANDPARENT_PID: String(process.pid) },
      stdio: 'pipe',
      // A process group of its own: Ctrl-C is for the application, which needs the database to finish.
      detached: true,
    });

    let output = '';
    guard.stderr.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)));
    let serverPid: number | undefined;
    guard.stdout.setEncoding('utf8').once('data', (line: string) => (serverPid = Number(line)));
    let hasEnded = false;
    const ended = new Promise<void>((resolve) => {
      guard.once('close', () => {
        hasEnded = true;
        resolve();
      });
    });
    await once(guard, 'spawn');
    keepProcessAlive(guard, false);

    const stop = async (): Promise<void> => {
      keepProcessAlive(guard, true);
      guard.stdin.destroy();
      await ended;
    };

    while (!hasEnded && Date.now() < deadline) {
      const running = await findRunning(dataDir);
      if (running !== undefined && running.pid === serverPid) {
        return { url: await urlOf(running, dataDir), owned: true, pid: running.pid, stop };
      }
      await sleep(5);
    }
    await stop();
    return { failure: output };
  },

  join: joinAsGuest,
};

async function joinAsGuest({ dataDir }: Launch, running: ServerNotice): Promise<EmbeddedPostgres> {
  return { url: await urlOf(running, dataDir), owned: false, pid: running.pid, stop: async () => {} };
}

function keepProcessAlive(guard: ChildProcessWithoutNullStreams, isWanted: boolean): void {
  // The pipes are sockets, which their types do not tell.
  const handles = [guard, guard.stdin, guard.stdout, guard.stderr] as unknown as readonly NodeJS.RefCounted[];
  for (const handle of handles) {
    if (isWanted) handle.ref();
    else handle.unref();
  }
}

/** A socket's path has room for about a hundred bytes; a deep folder gets one in the temp folder. */
async function socketFolderFor(
  dataDir: string,
  port: number,
  owner: PostgresBinaries['owner'],
): Promise<string> {
  const isListSyntax = /[",]/.test(dataDir);
  if (!isListSyntax && Buffer.byteLength(socketPath(dataDir, port)) <= 100) return dataDir;

  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `open-ballot-${digest}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Anybody may make folders there, and whoever owns this one could put a server of his own behind the socket.
  const { uid, mode } = await lstat(folder);
  if (![process.getuid?.(), owner?.uid].includes(uid) || (mode & 0o077) !== 0) {
    throw new Error(
      `Папка ${folder} создана не этой программой, уберите её. / ` +
        `The folder ${folder} was not made by this program, remove it.`,
    );
  }
  await giveTo(owner, folder);
  return folder;
}

/**
 * The launcher for Windows: pg_ctl sheds the administrator's rights the server
 * would refuse, and turns "stop" into something Windows can say.
 *
 * Nothing stops the server after its owner was killed, so the owner leaves its
 * process id beside the data, and the next one to come inherits the server.
 */
export const throughPgCtl: Launcher = {
  async start(launch) {
    const { dataDir, settings } = launch;
    const log = join(dataDir, 'embedded.log');
    const earlierLog = (await readIfThere(log)) ?? '';
    const flags = flagsFor({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
    const serverOptions = [
      `-p ${launch.port ?? (await freePort())}`,
      ...flags.map((flag) => `"${flag}"`),
    ].join(' ');

    const exitCode = await pgCtl(launch, 'start', '-l', log, '-o', serverOptions);
    const notice = await readServerNotice(dataDir);
    if (exitCode === 0 && notice !== undefined) return own(launch, notice);
    const wholeLog = (await readIfThere(log)) ?? '';
    return { failure: wholeLog.slice(earlierLog.length).slice(-4000) };
  },

  async join(launch, running) {
    const owner = await readIfThere(ownerFile(launch));
    const isOrphan = owner === undefined || !isAlive(Number(owner));
    return isOrphan ? own(launch, running) : joinAsGuest(launch, running);
  },
};

async function own(launch: Launch, { pid, ...running }: ServerNotice): Promise<EmbeddedPostgres> {
  await writeFile(ownerFile(launch), String(process.pid));
  const stop = async (): Promise<void> => {
    const exitCode = await pgCtl(launch, 'stop', '-m', 'fast');
    if (exitCode !== 0 && isAlive(pid))
      throw new Error(`pg_ctl could not stop the server ${pid} in ${launch.dataDir}`);
  };
  let stopping: Promise<void> | undefined;
  return {
    url: await urlOf({ pid, ...running }, launch.dataDir),
    owned: true,
    pid,
    stop: () => (stopping ??= stop()),
  };
}

function ownerFile({ dataDir }: Launch): string {
  return join(dataDir, 'embedded.owner');
}

async function pgCtl(
  { binaries, dataDir }: Launch,
  action: string,
  ...options: readonly string[]
): Promise<number> {
  const [program, ...args] = binaries.command('pg_ctl', action, '-w', '-t', '60', '-D', dataDir, ...options);
  // The server inherits what pg_ctl has: our pipes would stay open, our console would hand it our Ctrl-C.
  const child = spawn(program, args, {
    ...binaries.spawnOptions,
    stdio: 'ignore',
    detached: true,
    windowsHide: true,
  });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  return exitCode ?? 1;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function flagsFor(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

async function urlOf({ socketDir, port }: ServerNotice, dataDir: string): Promise<string> {
  if (socketDir !== '') return `postgresql://postgres@${encodeURIComponent(socketDir)}:${port}/postgres`;
  return `postgresql://postgres:${await readPassword(dataDir)}@127.0.0.1:${port}/postgres`;
}
