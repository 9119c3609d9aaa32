import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import { Client } from 'pg';
import { openDatabase } from '../schema/open-database.ts';
import { readServerNotice } from '../database/data-folder.ts';
import { LineToDatabase } from '../testing/line-to-database.ts';
import {
  convened,
  give,
  opened,
  request,
  sessionBody,
  Stage,
  type Person,
  type Process,
} from '../testing/stage.ts';

// The database is made, killed and waited for, on a machine that may be busy.
jest.setTimeout(120_000);

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe('when the embedded PostgreSQL is killed', () => {
  it('it is started again, readiness tells, and every process on it goes on', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'open-ballot-data-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs as another user, who has to get in
    cleanUps.push(() => rm(folder, { recursive: true }));
    const owner = await openDatabase({ dataDir: folder });
    const guest = await openDatabase({ dataDir: folder });
    cleanUps.push(
      () => owner.close(),
      () => guest.close(),
    );
    const stage = Stage.on(owner.url);
    cleanUps.push(() => stage.strike());
    const first = await stage.start({ quiet: true, databaseTrouble: () => owner.trouble() });
    const second = await stage.start({ quiet: true, databaseTrouble: () => guest.trouble() });
    const { ballot, sessionId, members } = await rollCall(stage, first);
    expect((await ballot()(second)).outcome).toBe('recorded');

    const before = await readServerNotice(path.join(folder, 'postgres'));
    globalThis.process.kill(before!.pid, 'SIGKILL');
    const told = new Set<string | undefined>();
    const looking = setInterval(() => told.add(owner.trouble()), 5);
    cleanUps.push(async () => clearInterval(looking));
    await until(
      () => request(first, 'GET', '/health/ready'),
      ({ status }) => status === 503,
    );
    for (const process of [first, second]) {
      await until(
        () => request(process, 'GET', '/health/ready'),
        ({ status }) => status === 200,
      );
    }
    expect([...told]).toContain('the embedded PostgreSQL has ended and is being started again');
    const screen = await stage.connect(second, members[0]);
    await screen.watch(sessionId);
    const receipt = await recorded(ballot(), first);
    await screen.reaches(receipt.position);
    expect((await readServerNotice(path.join(folder, 'postgres')))!.pid).not.toBe(before!.pid);
  });
});

describe('readiness', () => {
  it('tells why the database is not there', async () => {
    const stage = await Stage.set();
    cleanUps.push(() => stage.strike());
    const process = await stage.start({ databaseTrouble: () => 'the disk is full' });
    const { status, body } = await request<{ detail: string }>(process, 'GET', '/health/ready');
    expect({ status, detail: body.detail }).toEqual({ status: 503, detail: 'the disk is full' });
  });
});

describe('when the line to the database is dead and nobody says so', () => {
  it('connections are replaced, and receipts and news come again', async () => {
    const stage = await Stage.set();
    const line = await LineToDatabase.to(stage.databaseUrl);
    cleanUps.push(
      () => stage.strike(),
      () => line.close(),
    );
    const elsewhere = await stage.start({ quiet: true });
    const cutOff = await stage.start({ quiet: true, databaseUrl: line.url });
    const { ballot, sessionId, members } = await rollCall(stage, cutOff);
    await Promise.all(Array.from({ length: 12 }, () => ballot()(cutOff))); // every connection of the pool is open
    const screen = await stage.connect(cutOff, members[0]);
    await screen.watch(sessionId);

    line.goDead();
    const receipt = await recorded(ballot(), cutOff);
    const another = await recorded(ballot(), elsewhere);
    expect(another.position).toBeGreaterThan(receipt.position);
    await screen.reaches(another.position);
    expect((await request(cutOff, 'GET', '/health/ready')).status).toBe(200);
  });

  it('a lock that somebody keeps is waited for a while, and then the database is said to be away', async () => {
    const stage = await Stage.set();
    cleanUps.push(() => stage.strike());
    const process = await stage.start({ quiet: true });
    const { ballot, sessionId } = await rollCall(stage, process);
    const keeper = new Client({ connectionString: stage.databaseUrl });
    await keeper.connect();
    await keeper.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [sessionId]);
    expect(await ballot()(process)).toMatchObject({ outcome: 'refused', code: 'database-away' });
    await keeper.end();
    expect(await ballot()(process)).toMatchObject({ outcome: 'recorded' });
  });
});

interface RollCall {
  readonly sessionId: string;
  readonly members: readonly Person[];
  /** The ballot of another member each time, to be handed in as often as it takes. */
  readonly ballot: () => (at: Process) => Promise<Receipt>;
}

async function rollCall(stage: Stage, process: Process): Promise<RollCall> {
  const secretary = await stage.person('secretary', 'secretary');
  const members = await stage.people(40, 'member');
  const sessionId = await convened(process, secretary, sessionBody(await stage.contest(), members));
  const roundId = await opened(process, secretary, sessionId, members.length);
  const command = { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null };
  let next = 0;
  const ballot = () => {
    const member = members[next++]!;
    const commandId = randomUUID();
    return async (at: Process) => (await give(at, sessionId, { ...command, commandId }, member)).body;
  };
  return { sessionId, members, ballot };
}

/** Handed in until it is recorded, as a browser would. */
const recorded = async (cast: (at: Process) => Promise<Receipt>, at: Process): Promise<Recorded> =>
  (await until(
    () => cast(at),
    ({ outcome }) => outcome === 'recorded',
  )) as Recorded;

/** Asks until the answer is the one that is waited for; the test's own time-out is the limit. */
async function until<Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    await sleep(100);
  }
}
