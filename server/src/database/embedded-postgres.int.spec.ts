import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { isAlive, readServerNotice } from './data-folder.ts';
import {
  databaseUrl,
  ensureDatabase,
  startEmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './postgres-process.ts';

const timeoutMs = 60_000;

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

describe('an embedded PostgreSQL', () => {
  it(
    'starts in a folder that is not there yet, and answers',
    async () => {
      const server = await start({ dataDir: join(await temporaryFolder(), 'pg') });

      expect(server.owned).toBe(true);
      expect(await query(server.url, 'SELECT 1 + 1 AS sum')).toEqual([{ sum: 2 }]);
    },
    timeoutMs,
  );

  it(
    'is joined, not started again, by a second start in the same folder',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      const first = await start({ dataDir });

      const second = await start({ dataDir });
      expect(second).toMatchObject({ owned: false, pid: first.pid, url: first.url });

      await second.stop();
      expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

      await first.stop();
      expect(isAlive(first.pid)).toBe(false);
    },
    timeoutMs,
  );

  it(
    'has one owner when several starts meet in a new folder',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');

      const servers = await Promise.all([1, 2, 3].map(() => start({ dataDir })));

      expect(servers.filter(({ owned }) => owned)).toHaveLength(1);
      expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    },
    timeoutMs,
  );

  it(
    'takes settings',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      const server = await start({ dataDir, settings: { work_mem: '7MB' } });

      expect(await query(server.url, 'SHOW work_mem')).toEqual([{ work_mem: '7MB' }]);
    },
    timeoutMs,
  );

  it(
    'lives in a folder too deep for the path of a socket',
    async () => {
      const dataDir = join(await temporaryFolder(), 'папка с протоколами, '.repeat(4), 'pg');
      const server = await start({ dataDir });

      const socketDir = decodeURIComponent(new URL(server.url).hostname);
      expect(dirname(socketDir)).toBe(tmpdir());
      cleanups.unshift(() => rm(socketDir, { recursive: true }));
      expect(await query(server.url, 'SHOW data_directory')).toEqual([{ data_directory: dataDir }]);
    },
    timeoutMs,
  );

  it(
    'refuses a folder of another major version and leaves it as it is',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      await mkdir(dataDir);
      await writeFile(join(dataDir, 'PG_VERSION'), '15\n');

      await expect(start({ dataDir })).rejects.toThrow(
        /создана PostgreSQL 15, а встроенный сервер – PostgreSQL 18.*made by PostgreSQL 15/s,
      );
      expect(await readdir(dataDir)).toEqual(['PG_VERSION']);
    },
    timeoutMs,
  );

  it(
    'sweeps away what an interrupted first start left behind, but not one that is under way',
    async () => {
      const parent = await temporaryFolder();
      const deadProcess = spawn(process.execPath, ['--version']);
      await once(deadProcess, 'exit');
      const ofDeadProcess = `pg.init-${deadProcess.pid}-aaaaaa`;
      const ofReusedProcessId = `pg.init-${process.pid}-bbbbbb`;
      const underWay = `pg.init-${process.pid}-cccccc`;
      for (const name of [ofDeadProcess, ofReusedProcessId, underWay]) await mkdir(join(parent, name));
      const anHourAgo = Date.now() / 1000 - 3600;
      await utimes(join(parent, ofReusedProcessId), anHourAgo, anHourAgo);

      await start({ dataDir: join(parent, 'pg') });

      const left = (await readdir(parent)).filter((name) => name.startsWith('pg.init-'));
      expect(left).toEqual([underWay]);
    },
    timeoutMs,
  );
});

describe('the address of an embedded PostgreSQL', () => {
  it.each([
    ['postgresql://postgres@%2Frun%2Fpg:5432/postgres', 'postgresql://postgres@%2Frun%2Fpg:5432/hall'],
    [
      'postgres://ann:se%2Fcret@db.example:6543/postgres?sslmode=require',
      'postgres://ann:se%2Fcret@db.example:6543/hall?sslmode=require',
    ],
    ['postgresql:///postgres?host=/run/pg', 'postgresql:///hall?host=/run/pg'],
    ['postgres://db.example', 'postgres://db.example/hall'],
  ])('leads to another database of the same server: %s', (base, expected) => {
    expect(databaseUrl(base, 'hall')).toBe(expected);
  });

  it(
    'leads pg and TypeORM to a database that is made when it is missing',
    async () => {
      const { url } = await start({ dataDir: join(await temporaryFolder(), 'pg') });

      const addresses = await Promise.all([1, 2].map(() => ensureDatabase(url, 'open_ballot')));
      expect(addresses).toEqual([databaseUrl(url, 'open_ballot'), databaseUrl(url, 'open_ballot')]);

      const whereAmI = 'SELECT current_database() AS name';
      expect(await query(databaseUrl(url, 'open_ballot'), whereAmI)).toEqual([{ name: 'open_ballot' }]);
      const dataSource = await new DataSource({
        type: 'postgres',
        url: databaseUrl(url, 'open_ballot'),
      }).initialize();
      expect(await dataSource.query(whereAmI)).toEqual([{ name: 'open_ballot' }]);
      await dataSource.destroy();
    },
    timeoutMs,
  );
});

describe('when the process that started it is killed', () => {
  let program: string;

  beforeAll(async () => {
    program = await programThatStartsAServer();
  });

  afterAll(() => rm(dirname(program), { recursive: true }));

  it(
    'the server stops within seconds, and the next start finds every committed row',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      const { owner, server } = await startInAnotherProcess(program, dataDir);
      await query(server.url, 'CREATE TABLE ballot (choice text)');
      await query(server.url, `INSERT INTO ballot VALUES ('for'), ('against')`);

      owner.kill('SIGKILL');
      await hasGone(server.pid);

      const next = await start({ dataDir });
      expect(next.owned).toBe(true);
      expect(await query(next.url, 'SELECT choice FROM ballot')).toEqual([
        { choice: 'for' },
        { choice: 'against' },
      ]);
    },
    timeoutMs,
  );

  it(
    'even a server that is only just starting stops',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      const first = await start({ dataDir });
      await first.stop();

      const owner = run(program, dataDir);
      const pid = await firstSignOfLife(dataDir);
      owner.kill('SIGKILL');

      await hasGone(pid);
    },
    timeoutMs,
  );

  it(
    'a server without a guard is inherited by the next start',
    async () => {
      const dataDir = join(await temporaryFolder(), 'pg');
      const { owner, server } = await startInAnotherProcess(program, dataDir, 'pg_ctl');
      const guest = await start({ dataDir, launcher: 'pg_ctl' });
      expect(guest).toMatchObject({ owned: false, pid: server.pid });

      owner.kill('SIGKILL');
      await once(owner, 'exit');

      const heir = await start({ dataDir, launcher: 'pg_ctl' });
      expect(heir).toMatchObject({ owned: true, pid: server.pid });
      await heir.stop();
      await hasGone(server.pid);
    },
    timeoutMs,
  );
});

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ noSyncInit: true, ...options });
  cleanups.push(() => server.stop());
  return server;
}

/** Open to other users, since PostgreSQL runs as one of them when the tests run as root. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-postgres-'));
  await chmod(folder, 0o755);
  cleanups.push(() => rm(folder, { recursive: true }));
  return folder;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function hasGone(pid: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`process ${pid} is still there`);
    await sleep(20);
  }
}

async function firstSignOfLife(dataDir: string): Promise<number> {
  for (;;) {
    const notice = await readServerNotice(dataDir);
    if (notice !== undefined && isAlive(notice.pid)) return notice.pid;
    await sleep(1);
  }
}

const toJavaScript = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript' },
    rewriteRelativeImportExtensions: true,
  },
} as const;

/** A process that may be killed has to be a plain node process, which cannot read TypeScript by itself. */
async function programThatStartsAServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-postgres-program-'));
  const files = [
    'embedded-postgres',
    'postgres-process',
    'postgres-binaries',
    'data-folder',
    'connection-options',
  ];
  for (const name of files) {
    const { code } = await transformFile(join(import.meta.dirname, `${name}.ts`), toJavaScript);
    await writeFile(join(folder, `${name}.js`), code);
  }
  const packages = join(dirname(createRequire(import.meta.url).resolve('pg/package.json')), '..');
  await symlink(packages, join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const program = join(folder, 'program.js');
  await writeFile(
    program,
    `import { startEmbeddedPostgres } from './embedded-postgres.js';
     const [dataDir, launcher] = process.argv.slice(2);
     const { url, pid } = await startEmbeddedPostgres({ dataDir, launcher });
     console.log(JSON.stringify({ url, pid }));
     setInterval(() => {}, 1000);`,
  );
  return program;
}

function run(program: string, ...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
  return child;
}

async function startInAnotherProcess(
  program: string,
  ...args: readonly string[]
): Promise<{ owner: ChildProcess; server: { url: string; pid: number } }> {
  const owner = run(program, ...args);
  const [line] = (await once(owner.stdout!, 'data')) as [Buffer];
  return { owner, server: JSON.parse(line.toString()) as { url: string; pid: number } };
}
