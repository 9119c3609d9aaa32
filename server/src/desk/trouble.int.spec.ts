import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  convened,
  done,
  give,
  opened,
  request,
  sessionBody,
  Stage,
  type Person,
  type Process,
} from '../testing/stage.ts';
import type { Submission } from './submission.ts';
import { SessionDesk } from './session-desk.ts';

let stage: Stage;
let process: Process;
let secretary: Person;
let members: Person[];
let sessionId: string;
let roundId: string;

beforeAll(async () => {
  stage = await Stage.set();
  process = await stage.start({ quiet: true });
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(6, 'member');
  sessionId = await convened(process, secretary, sessionBody(await stage.contest(), members));
  roundId = await opened(process, secretary, sessionId, members.length);
}, 60_000);
afterAll(() => stage.strike());

const ballotOf = (seat: number): Submission => ({
  commandId: randomUUID(),
  command: { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
  caller: { accountId: members[seat - 1]!.accountId, memberId: `seat-${seat}`, signedIn: true },
});
const ballotsInJournal = async (): Promise<number> => {
  const { body } = await request<{ entries: { event: { type: string } }[] }>(
    process,
    'GET',
    `/sessions/${sessionId}/journal`,
  );
  return body.entries.filter(({ event }) => event.type === 'ballot-cast').length;
};

describe('when the database is in trouble', () => {
  it('[12.2] answers database-away where nothing can have been recorded, and goes on when it is back', async () => {
    const desk = process.app.get(SessionDesk);
    const cut = ballotOf(1);
    const severed = await desk.submit(sessionId, {
      ...cut,
      alongside: async (query) => void (await query('SELECT pg_terminate_backend(pg_backend_pid())')),
    });
    expect(severed).toMatchObject({ outcome: 'refused', code: 'database-away' });
    expect(await ballotsInJournal()).toBe(0);
    expect(await desk.submit(sessionId, cut)).toMatchObject({ outcome: 'recorded' });
    expect(await ballotsInJournal()).toBe(1);
  });

  it('[12.2] answers failed, never recorded, where nobody knows what became of the commit', async () => {
    const { database } = stage;
    await database.query('CREATE TABLE last_straw (id integer)');
    await database.query(`CREATE FUNCTION break_at_commit() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
    await database.query(`CREATE CONSTRAINT TRIGGER breaks AFTER INSERT ON last_straw
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_at_commit()`);
    const desk = process.app.get(SessionDesk);
    const unlucky = ballotOf(2);
    const receipt = await desk.submit(sessionId, {
      ...unlucky,
      alongside: async (query) => void (await query('INSERT INTO last_straw VALUES (1)')),
    });
    expect(receipt).toEqual({ outcome: 'failed', code: 'failed', requestId: expect.any(String) });
    // The same command id tells what became of it: here it was not recorded, and now it is, once.
    expect(await desk.submit(sessionId, unlucky)).toMatchObject({ outcome: 'recorded' });
    expect(await ballotsInJournal()).toBe(2);
  });

  it.each([
    ['lock_timeout', '3s'],
    ['statement_timeout', '4s'],
    ['idle_in_transaction_session_timeout', '5s'],
  ])('keeps nobody waiting for ever: %s', async (setting, patience) => {
    expect(await stage.database.query(`SHOW ${setting}`)).toEqual([{ [setting]: patience }]);
  });

  it('hears of everything again after the listening connection broke', async () => {
    const other = await stage.start();
    const screen = await stage.connect(other);
    await screen.watch(sessionId);
    await stage.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'open-ballot listening' AND datname = current_database()`,
    );
    const cast = { type: 'cast-ballot', roundId, ballot: { choice: 'against' }, replaces: null };
    const { position } = await done(process, sessionId, cast, members[2]!);
    await screen.reaches(position);
    expect(screen.entries.map((entry) => entry.position)).toEqual([position]);
    await stage.stop(other);
  });

  it('gives everybody who has handed in a command the receipt before it stops', async () => {
    const leaving = await stage.start();
    const desk = leaving.app.get(SessionDesk);
    const receipts = [4, 5, 6].map((seat) => desk.submit(sessionId, ballotOf(seat)));
    await stage.stop(leaving);
    for (const receipt of await Promise.all(receipts)) expect(receipt).toMatchObject({ outcome: 'recorded' });
    expect((await give(process, sessionId, { type: 'close-round', roundId }, secretary)).body.outcome).toBe(
      'recorded',
    );
  });
});
