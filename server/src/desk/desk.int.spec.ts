import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { verify } from '@open-ballot/shared/verifier/verify';
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
import { SessionProjections } from './session-projections.ts';
import { SessionDesk } from './session-desk.ts';
import type { Submission } from './submission.ts';
import type { AppointSubstituteDto } from '../commands/commands.dto.ts';
import { Preparations, type Prepared } from '../commands/preparations.ts';
import { Seats } from '../sessions/seats.ts';
import type { Account } from '../sign-in/account.ts';

let stage: Stage;
let one: Process;
let two: Process;
let secretary: Person;
let members: Person[];
let contestId: string;

beforeAll(async () => {
  stage = await Stage.set();
  one = await stage.start();
  two = await stage.start();
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(60, 'member');
  contestId = await stage.contest();
}, 60_000);
afterAll(() => stage.strike());

const inVote = async (
  ruleSet: Parameters<typeof sessionBody>[2] = {},
  round: { questionId: string; seconds?: number } = { questionId: 'motion' },
) => {
  const sessionId = await convened(one, secretary, sessionBody(contestId, members, ruleSet));
  const roundId = await opened(one, secretary, sessionId, members.length, round);
  return { sessionId, roundId };
};
const vote = (roundId: string, choice = 'for', replaces: number | null = null) => ({
  type: 'cast-ballot',
  roundId,
  ballot: { choice },
  replaces,
});
const journalOf = async (process: Process, sessionId: string): Promise<JournalEntry[]> => {
  const answer = await request<{ entries: JournalEntry[] }>(
    process,
    'GET',
    `/sessions/${sessionId}/journal.json`,
    { as: secretary },
  );
  return answer.body.entries;
};
const sound = (journal: JournalEntry[]) => {
  const verdict = verify(journal);
  if (!verdict.sound) throw new Error(JSON.stringify(verdict));
  return verdict;
};
const outcomes = (receipts: readonly Receipt[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const receipt of receipts) {
    const key = receipt.outcome === 'refused' ? receipt.code : receipt.outcome;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not happen within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('the desk', () => {
  it('lets a whole commission vote twice in the same instant and counts each once', async () => {
    const { sessionId, roundId } = await inVote({ changeUntilClose: false });
    const receipts = await Promise.all(
      [...members, ...members].map(
        async (member, at) => (await give(at % 2 ? one : two, sessionId, vote(roundId), member)).body,
      ),
    );
    expect(outcomes(receipts)).toEqual({ recorded: 60, 'already-voted': 60 });
    const { session } = sound(await journalOf(one, sessionId));
    expect(session.questions[0]!.rounds[0]!.tally).toMatchObject({
      ballots: 60,
      votes: { for: 60 },
      notVoted: 0,
    });
  }, 30_000);

  it('[9.3] answers the same command with the same receipt, whichever process is asked and however many times', async () => {
    const { sessionId, roundId } = await inVote();
    const command = { ...vote(roundId), commandId: randomUUID() };
    const receipts = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, at) => (await give(at % 2 ? one : two, sessionId, command, members[0])).body,
      ),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(receipts[0]!.outcome).toBe('recorded');
    const fresh = await stage.start();
    expect((await give(fresh, sessionId, command, members[0])).body).toEqual(receipts[0]);
    await stage.stop(fresh);
    expect(
      (await journalOf(one, sessionId)).filter(({ commandId }) => commandId === command.commandId),
    ).toHaveLength(1);
  });

  it('[9.3] refuses a command id that stands for another body or another sender', async () => {
    const { sessionId, roundId } = await inVote();
    const command = { ...vote(roundId), commandId: randomUUID() };
    await done(one, sessionId, command, members[0]!);
    const other = { ...command, ballot: { choice: 'against' } };
    expect(await give(two, sessionId, other, members[0])).toMatchObject({
      status: 409,
      body: { code: 'command-id-reused' },
    });
    expect(await give(one, sessionId, command, members[1])).toMatchObject({
      status: 409,
      body: { code: 'command-id-reused' },
    });
    const taken = { ...vote(roundId), commandId: `deadline:${roundId}` };
    expect(await give(one, sessionId, taken, members[1])).toMatchObject({
      status: 409,
      body: { code: 'command-id-reused' },
    });
  });

  it('[9.3] does not remember refusals', async () => {
    const sessionId = await convened(one, secretary, sessionBody(contestId, members));
    const command = { commandId: randomUUID(), type: 'open-session' };
    expect(await give(one, sessionId, command, secretary)).toMatchObject({ body: { code: 'no-quorum' } });
    for (let seat = 1; seat <= 40; seat += 1) {
      await done(
        one,
        sessionId,
        { type: 'mark-attendance', memberId: `seat-${seat}`, attendance: 'in-person' },
        secretary,
      );
    }
    expect(await give(one, sessionId, command, secretary)).toMatchObject({
      status: 200,
      body: { outcome: 'recorded' },
    });
  });

  it('records a burst of four hundred in a few batches, in one chain without gaps', async () => {
    const seats = Array.from({ length: 400 }, (_, at) => ({ login: `nobody-${at}` }) as Person);
    const body = sessionBody(contestId, seats);
    const sessionId = await convened(one, secretary, {
      ...body,
      roll: body.roll.map(({ accountLogin: _login, ...seat }) => seat),
    });
    const roundId = await opened(one, secretary, sessionId, 400);
    const desk = one.app.get(SessionDesk);
    const receipts = await Promise.all(
      seats.map((_, at) =>
        desk.submit(sessionId, {
          commandId: randomUUID(),
          command: { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
          caller: { memberId: `seat-${at + 1}`, signedIn: true },
        }),
      ),
    );
    expect(outcomes(receipts)).toEqual({ recorded: 400 });
    const ballots = (await journalOf(one, sessionId)).filter(({ event }) => event.type === 'ballot-cast');
    // Everything in one transaction carries one moment.
    expect(new Set(ballots.map(({ recordedAt }) => recordedAt)).size).toBeLessThanOrEqual(3);
    expect(sound(await journalOf(two, sessionId)).session.questions[0]!.rounds[0]!.tally.ballots).toBe(400);
  }, 30_000);

  it('gives one gap-free chain and equal screens when two processes are commanded in the same second', async () => {
    const { sessionId, roundId } = await inVote();
    const screens = await Promise.all([one, two].map((process) => stage.connect(process)));
    const before = await Promise.all(screens.map((screen) => screen.watch(sessionId)));
    const voters = await Promise.all(members.map((member, at) => stage.connect(at % 2 ? one : two, member)));
    const receipts = await Promise.all(voters.map((voter) => voter.give(sessionId, vote(roundId))));
    expect(outcomes(receipts)).toEqual({ recorded: 60 });
    const end = before[0]!.position + 60;
    await Promise.all(screens.map((screen) => screen.reaches(end)));
    expect(screens[0]!.entries.map(({ hash }) => hash)).toEqual(screens[1]!.entries.map(({ hash }) => hash));
    expect(screens[0]!.entries.map(({ position }) => position)).toEqual(
      Array.from({ length: 60 }, (_, at) => end - 59 + at),
    );
    sound(await journalOf(two, sessionId));
    const seen = await Promise.all(
      [one, two].map((process) => request<Snapshot>(process, 'GET', `/sessions/${sessionId}`)),
    );
    expect(seen[0]!.body.headHash).toBe(seen[1]!.body.headHash);
    expect(seen[0]!.body.session).toEqual(seen[1]!.body.session);
  }, 30_000);

  describe('[8.3] a seat that a substitute takes', () => {
    const withGuest = async (login: string) => {
      const body = sessionBody(contestId, members.slice(0, 4), { substitutes: true, changeUntilClose: true });
      const sessionId = await convened(one, secretary, body);
      const roundId = await opened(one, secretary, sessionId, 4);
      const guest = await stage.person(login);
      const appointment = {
        type: 'appoint-substitute',
        memberId: 'seat-4',
        name: 'Гость',
        accountLogin: login,
        mandate: '№ 1',
      };
      return { sessionId, roundId, guest, appointment };
    };
    const ballotBy = (roundId: string) => ({
      commandId: randomUUID(),
      command: { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null } as const,
    });
    const accountOf = ({ accountId, login }: Person): Account => ({
      accountId,
      login,
      name: login,
      roles: ['member'],
      secretaryOf: [],
      rehearsalOnly: false,
    });

    it('has no vote of the former holder, though another process has not heard of it yet', async () => {
      const { sessionId, roundId, guest, appointment } = await withGuest('late-guest');
      const seats = two.app.get(Seats);
      const former = await seats.submitterOf(accountOf(members[3]!), sessionId);
      const next = await seats.submitterOf(accountOf(guest), sessionId);
      expect([former.caller.memberId, next.caller.memberId]).toEqual(['seat-4', undefined]);
      await done(one, sessionId, appointment, secretary);
      const desk = two.app.get(SessionDesk);
      expect(await desk.submit(sessionId, { ...ballotBy(roundId), ...former })).toMatchObject({
        code: 'not-on-the-roll',
      });
      expect(await desk.submit(sessionId, { ...ballotBy(roundId), ...next })).toMatchObject({
        outcome: 'recorded',
      });
    });

    it('has none either where appointment and ballot come in the same batch', async () => {
      const { sessionId, roundId, appointment } = await withGuest('same-batch-guest');
      const former = await one.app.get(Seats).submitterOf(accountOf(members[3]!), sessionId);
      const prepared = await one.app
        .get(Preparations)
        .for(
          { ...appointment, commandId: 'appoint' } as AppointSubstituteDto,
          (await one.app.get(SessionProjections).of(sessionId))!,
        );
      const desk = one.app.get(SessionDesk);
      const receipts = await Promise.all([
        desk.submit(sessionId, {
          commandId: 'appoint',
          command: appointment as AppointSubstituteDto,
          caller: { secretaryId: secretary.accountId },
          ...(prepared as Prepared),
        }),
        desk.submit(sessionId, { ...ballotBy(roundId), ...former }),
      ]);
      expect(receipts).toMatchObject([{ outcome: 'recorded' }, { code: 'not-on-the-roll' }]);
    });
  });

  it('[9.3] stores what belongs to a command once, however often it is repeated', async () => {
    const { sessionId, roundId } = await inVote();
    const stored = jest.fn(async () => {});
    const submission: Submission = {
      commandId: randomUUID(),
      command: { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
      caller: { accountId: members[0]!.accountId, memberId: 'seat-1', signedIn: true },
      alongside: stored,
    };
    const desk = one.app.get(SessionDesk);
    const receipts = await Promise.all([submission, submission].map((each) => desk.submit(sessionId, each)));
    expect(receipts[0]).toMatchObject({ outcome: 'recorded' });
    expect(receipts[1]).toEqual(receipts[0]);
    expect(stored).toHaveBeenCalledTimes(1);
  });

  it('lets one command that the database turns down fail alone', async () => {
    const { sessionId, roundId } = await inVote();
    const quiet = await stage.start({ quiet: true });
    const desk = quiet.app.get(SessionDesk);
    const bad = new Set([3, 11]);
    const receipts = await Promise.all(
      members.slice(0, 20).map(({ accountId }, at) =>
        desk.submit(sessionId, {
          commandId: randomUUID(),
          command: { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
          caller: { accountId, memberId: `seat-${at + 1}`, signedIn: true },
          ...(bad.has(at) && { alongside: async (query) => void (await query('SELECT 1 / 0')) }),
        }),
      ),
    );
    expect(receipts.flatMap(({ outcome }, at) => (outcome === 'failed' ? [at] : []))).toEqual([...bad]);
    expect(outcomes(receipts)).toEqual({ recorded: 18, failed: 2 });
    expect(sound(await journalOf(one, sessionId)).session.questions[0]!.rounds[0]!.tally.ballots).toBe(18);
    await stage.stop(quiet);
  });

  it('[4.3] closes a round when its time is over, once, whichever process does it', async () => {
    const { sessionId, roundId } = await inVote({}, { questionId: 'motion', seconds: 1 });
    await until(async () =>
      (await journalOf(one, sessionId)).some(({ event }) => event.type === 'round-closed'),
    );
    const journal = await journalOf(two, sessionId);
    const closings = journal.filter(({ event }) => event.type === 'round-closed');
    expect(closings).toMatchObject([
      { actor: 'server', commandId: `duration:${roundId}`, event: { by: 'duration' } },
    ]);
    expect(closings[0]!.recordedAt >= String(closings[0]!.event['effectiveAt'])).toBe(true);
    sound(journal);
    expect(await give(one, sessionId, vote(roundId), members[0])).toMatchObject({
      body: { code: 'round-not-open' },
    });
  }, 20_000);

  it('[11.4] goes by the rehearsal clock, in every process from the moment it is started anew', async () => {
    const rehearsal = await stage.contest({
      deadline: '2021-07-01T00:00:00+03:00',
      rehearsal: '2021-06-30T20:50:00.000Z',
    });
    const sessionId = await convened(one, secretary, sessionBody(rehearsal, members));
    const roundId = await opened(one, secretary, sessionId, members.length);
    await done(two, sessionId, vote(roundId), members[0]!);
    expect((await request<Snapshot>(two, 'GET', `/sessions/${sessionId}`)).body.serverTime).toMatch(
      /^2021-06-30T20:5/,
    );

    const start = '2021-06-30T20:59:58.000Z';
    const anew = await request(two, 'POST', `/contests/${rehearsal}/rehearsal`, {
      as: secretary,
      body: { start },
    });
    expect(anew.status).toBeLessThan(300);
    await until(async () =>
      (await journalOf(one, sessionId)).some(({ event }) => event.type === 'round-closed'),
    );
    const journal = await journalOf(one, sessionId);
    expect(journal.at(-1)).toMatchObject({
      actor: 'server',
      commandId: `deadline:${roundId}`,
      event: { by: 'deadline', effectiveAt: '2021-06-30T21:00:00.000Z' },
    });
    expect(journal.at(-1)!.recordedAt).toMatch(/^2021-06-30T21:00:0/);
    expect(await give(two, sessionId, { type: 'open-round', questionId: 'choice' }, secretary)).toMatchObject(
      {
        status: 410,
        body: { code: 'deadline-passed' },
      },
    );
    sound(journal);
  }, 30_000);

  it('[11.2] closes at the next start what fell due while every process was down', async () => {
    const alone = await Stage.set();
    try {
      const first = await alone.start();
      const clerk = await alone.person('clerk', 'secretary');
      const few = await alone.people(3, 'few');
      const rehearsal = await alone.contest({
        deadline: '2021-06-30T21:00:00.000Z',
        rehearsal: '2021-06-30T20:00:00.000Z',
      });
      const sessionId = await convened(first, clerk, sessionBody(rehearsal, few));
      const roundId = await opened(first, clerk, sessionId, few.length);
      const { database } = alone;
      await database.query(
        `UPDATE contest SET rehearsal_start = '2021-06-30T22:30:00Z', rehearsal_real_start = now()`,
      );
      await alone.stop(first);

      const second = await alone.start();
      await until(async () => {
        const { body } = await request<Snapshot>(second, 'GET', `/sessions/${sessionId}`);
        return body.session.questions[0]!.rounds[0]!.status === 'closed';
      });
      const { body } = await request<{ entries: JournalEntry[] }>(
        second,
        'GET',
        `/sessions/${sessionId}/journal`,
      );
      expect(body.entries.at(-1)).toMatchObject({
        commandId: `deadline:${roundId}`,
        event: { type: 'round-closed', by: 'deadline', effectiveAt: '2021-06-30T21:00:00.000Z' },
      });
      expect(body.entries.at(-1)!.recordedAt >= '2021-06-30T22:30:00.000Z').toBe(true);
    } finally {
      await alone.strike();
    }
  }, 60_000);

  it.each([
    ['the text', `text = replace(text, '"choice":"for"', '"choice":"against"')`],
    ['a hash', `hash = repeat('0', 64)`],
    ['a moment', `recorded_at = '2000-01-01T00:00:00.000Z'`],
  ])(
    'stops a session loudly when %s of an entry was altered behind its back',
    async (_what, change) => {
      const { sessionId, roundId } = await inVote();
      const { position } = await done(one, sessionId, vote(roundId), members[0]!);
      const { database } = stage;
      await expect(
        database.query(`UPDATE journal_entry SET ${change} WHERE session_id = '${sessionId}'`),
      ).rejects.toThrow('inserts only');
      await database.query('ALTER TABLE journal_entry DISABLE TRIGGER takes_inserts_only');
      await database.query(`UPDATE journal_entry SET ${change} WHERE session_id = $1 AND position = $2`, [
        sessionId,
        position,
      ]);
      await database.query('ALTER TABLE journal_entry ENABLE ALWAYS TRIGGER takes_inserts_only');

      const fresh = await stage.start({ quiet: true });
      await expect(fresh.app.get(SessionProjections).of(sessionId)).rejects.toMatchObject({
        name: 'BrokenChain',
        position,
      });
      expect(await give(fresh, sessionId, vote(roundId), members[1])).toMatchObject({
        status: 500,
        body: { code: 'failed' },
      });
      expect((await request(fresh, 'GET', `/sessions/${sessionId}`)).status).toBe(500);
      const list = await request<{ items: { sessionId: string; status: string }[] }>(
        fresh,
        'GET',
        '/sessions',
      );
      expect(list.body.items.find((each) => each.sessionId === sessionId)?.status).toBe('broken');
      await stage.stop(fresh);
    },
    30_000,
  );
});
