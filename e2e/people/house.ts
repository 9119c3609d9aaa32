import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The root of the repository, found from the sources as well as from where the bench is built to. */
export const projectRoot = path.resolve(import.meta.dirname.replace(/\/e2e\/.*$|\\e2e\\.*$/, ''));

const patienceMs = 120_000;

interface HouseOptions {
  /** A folder of its own unless several processes share one. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A module that runs inside the server before it and answers what it is asked. */
  readonly insider?: URL;
}

/** One server process as it is deployed: the built server with the built client, on a data folder. */
export class House {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly isOwnFolder: boolean,
    private readonly options: Pick<HouseOptions, 'env' | 'insider'>,
    private server: ChildProcess,
  ) {}

  static async opens({ dataDir, ...options }: HouseOptions = {}): Promise<House> {
    const folder = dataDir ?? (await freshFolder());
    const port = await freePort();
    const house = new House(
      `http://127.0.0.1:${port}`,
      folder,
      dataDir === undefined,
      options,
      launch(port, folder, options),
    );
    await house.isReady();
    return house;
  }

  /** kill -9: no goodbye, no flush. */
  async isKilled(): Promise<void> {
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }

  /** The same process again, on the same port and data. */
  async reopens(): Promise<void> {
    this.server = launch(Number(new URL(this.url).port), this.dataDir, this.options);
    await this.isReady();
  }

  /** What the insider answers. */
  async asks(question: string): Promise<unknown> {
    const answer = once(this.server, 'message');
    this.server.send(question);
    const [told] = (await answer) as unknown[];
    return told;
  }

  async closes(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const gone = once(this.server, 'exit');
      this.server.kill('SIGTERM');
      await Promise.race([
        gone,
        sleep(15_000, undefined, { ref: false }).then(() => this.server.kill('SIGKILL')),
      ]);
    }
    if (this.isOwnFolder) await removeFolder(this.dataDir);
  }

  private async isReady(): Promise<void> {
    const started = this.server;
    const deadline = Date.now() + patienceMs;
    for (;;) {
      if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}`);
      if (await answers(`${this.url}/api/health/ready`)) return;
      if (Date.now() > deadline) throw new Error(`the server did not answer within ${patienceMs} ms`);
      await sleep(50);
    }
  }
}

function launch(
  port: number,
  dataDir: string,
  { env = {}, insider }: Pick<HouseOptions, 'env' | 'insider'>,
): ChildProcess {
  const { DATABASE_URL: _database, ...inherited } = process.env;
  const flags = ['--enable-source-maps', ...(insider ? ['--import', insider.href] : [])];
  return spawn(process.execPath, [...flags, path.join(projectRoot, 'server/dist/main.js')], {
    cwd: projectRoot,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', ...(insider ? ['ipc' as const] : [])],
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'open-ballot-e2e-'));
  // PostgreSQL never runs as root; as root it is another user, who has to get in.
  await chmod(folder, 0o755);
  return folder;
}

export const removeFolder = (folder: string): Promise<void> =>
  // The database may be writing its last words.
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
