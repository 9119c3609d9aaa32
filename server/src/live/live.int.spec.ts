import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { firstBreak } from '@open-ballot/shared/journal/chain';
import type { PresenceMessage, RevealedMessage, Snapshot } from '@open-ballot/shared/contract/live';
import { evolve, reveal } from '@open-ballot/shared/journal/replay';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { Session } from '@open-ballot/shared/rules/session';
import {
  convened,
  done,
  opened,
  request,
  sessionBody,
  Stage,
  type Client,
  type Person,
  type Process,
} from '../testing/stage.ts';
import { SessionProjections } from '../desk/session-projections.ts';
import { splicingParser } from './encoded.ts';
import { LiveGateway } from './live.gateway.ts';

let stage: Stage;
let process: Process;
let secretary: Person;
let members: Person[];
let contestId: string;

beforeAll(async () => {
  stage = await Stage.set();
  process = await stage.start();
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(8, 'member');
  contestId = await stage.contest();
}, 60_000);
afterAll(() => stage.strike());

const inVote = async (ruleSet: Parameters<typeof sessionBody>[2] = {}) => {
  const sessionId = await convened(process, secretary, sessionBody(contestId, members, ruleSet));
  const roundId = await opened(process, secretary, sessionId, members.length);
  return { sessionId, roundId };
};
const vote = (roundId: string, choice: string, replaces: number | null = null) => ({
  type: 'cast-ballot',
  roundId,
  ballot: { choice },
  replaces,
});

/** Everything the server sent to this socket, as it came over the wire. */
const wire = (client: Client): string[] => {
  const texts: string[] = [];
  client.socket.io.engine.on('data', (data: unknown) => texts.push(String(data)));
  return texts;
};
/** The session as a screen makes it: the snapshot, then every entry. */
const screen = (snapshot: Snapshot, entries: readonly JournalEntry[]): Session =>
  entries.reduce<Session>((session, entry) => evolve(session, entry), snapshot.session);

describe('live', () => {
  it('[12.2] records a ballot and tells everybody who watches', async () => {
    const { sessionId, roundId } = await inVote();
    const [member, hall] = await Promise.all([stage.connect(process, members[0]), stage.connect(process)]);
    const before = await hall.watch(sessionId);
    expect(before.session.questions[0]!.rounds[0]!.tally.ballots).toBe(0);
    await member.watch(sessionId);
    const receipt = await member.give(sessionId, vote(roundId, 'for'));
    expect(receipt).toMatchObject({ outcome: 'recorded', position: before.position + 1 });
    await Promise.all([hall.reaches(before.position + 1), member.reaches(before.position + 1)]);
    expect(hall.entries).toMatchObject([
      { event: { type: 'ballot-cast', memberId: 'seat-1', ballot: { choice: 'for' } } },
    ]);
    expect(screen(before, hall.entries).questions[0]!.rounds[0]!.tally.votes).toMatchObject({ for: 1 });
  });

  it('answers refusals with their code through the acknowledgement', async () => {
    const { sessionId, roundId } = await inVote({ changeUntilClose: false });
    const [member, stranger, observer] = await Promise.all([
      stage.connect(process, members[0]),
      stage.connect(process, await stage.person('stranger')),
      stage.connect(process),
    ]);
    await member.give(sessionId, vote(roundId, 'for'));
    expect(await member.give(sessionId, vote(roundId, 'against'))).toMatchObject({
      outcome: 'refused',
      code: 'already-voted',
    });
    expect(await stranger.give(sessionId, vote(roundId, 'for'))).toMatchObject({ code: 'not-on-the-roll' });
    expect(await observer.give(sessionId, vote(roundId, 'for'))).toMatchObject({ code: 'forbidden' });
    expect(await member.give(sessionId, { type: 'close-session' })).toMatchObject({ code: 'round-open' });
    expect(await member.give(crypto.randomUUID(), vote(roundId, 'for'))).toMatchObject({ code: 'not-found' });
    expect(await member.give('nonsense', vote(roundId, 'for'))).toMatchObject({ code: 'not-found' });
  });

  it('answers malformed messages with the fields at fault and never leaves anybody waiting', async () => {
    const { sessionId } = await inVote();
    const member = await stage.connect(process, members[0]);
    expect(await member.ask('command', 'vote!')).toMatchObject({ outcome: 'invalid' });
    expect(await member.ask('command', null)).toMatchObject({ outcome: 'invalid' });
    expect(
      await member.ask('command', { sessionId, command: { type: 'cast-ballot' }, memberId: 'seat-2' }),
    ).toMatchObject({
      outcome: 'invalid',
      fields: [{ path: 'memberId' }],
    });
    const forged = { ...vote('r', 'for'), memberId: 'seat-2' };
    expect(await member.give(sessionId, forged)).toMatchObject({ fields: [{ path: 'memberId' }] });
    expect(await member.ask('watch', { sessionId, after: -1 })).toMatchObject({
      fields: [{ path: 'after' }],
    });
    expect(await member.ask('watch', undefined)).toMatchObject({ outcome: 'invalid' });
  });

  it('[9.1] refuses a change that names another ballot than the last one', async () => {
    const { sessionId, roundId } = await inVote();
    const [phone, laptop] = await Promise.all([
      stage.connect(process, members[0]),
      stage.connect(process, members[0]),
    ]);
    const first = await phone.give(sessionId, vote(roundId, 'for'));
    const { position } = first as { position: number };
    expect(await laptop.give(sessionId, vote(roundId, 'against'))).toMatchObject({
      code: 'ballot-changed-elsewhere',
    });
    expect(await laptop.give(sessionId, vote(roundId, 'against', position))).toMatchObject({
      outcome: 'recorded',
    });
    expect(await phone.give(sessionId, vote(roundId, 'abstain', position))).toMatchObject({
      code: 'ballot-changed-elsewhere',
    });
    expect((await phone.watch(sessionId)).you.ballots[roundId]).toMatchObject({
      ballot: { choice: 'against' },
    });
  });

  it('fills a gap with the entries that were missed, and in order', async () => {
    const { sessionId, roundId } = await inVote();
    const [member, hall] = await Promise.all([stage.connect(process, members[0]), stage.connect(process)]);
    const before = await hall.watch(sessionId);
    hall.socket.disconnect();
    let replaces: number | null = null;
    for (const choice of ['for', 'against', 'abstain']) {
      const receipt = (await member.give(sessionId, vote(roundId, choice, replaces))) as { position: number };
      replaces = receipt.position;
    }
    const again = await stage.connect(process);
    const caughtUp = await again.watch(sessionId, before.position);
    expect(caughtUp.entries.map(({ position }) => position)).toEqual(
      [1, 2, 3].map((more) => before.position + more),
    );
    expect(caughtUp).not.toHaveProperty('session');
    expect(await again.watch(sessionId, 9_999)).toHaveProperty('session.sessionId', sessionId);
  });

  it('tells watchers who come in the middle of a burst every entry exactly once', async () => {
    const { sessionId, roundId } = await inVote();
    const voters = await Promise.all(members.map((member) => stage.connect(process, member)));
    const ballots = voters.map(async (voter) => {
      let replaces: number | null = null;
      for (let turn = 0; turn < 12; turn += 1) {
        const receipt = await voter.give(sessionId, vote(roundId, turn % 2 ? 'for' : 'against', replaces));
        replaces = (receipt as { position: number }).position;
      }
    });
    const late: { client: Client; from: number }[] = [];
    for (let each = 0; each < 15; each += 1) {
      const client = await stage.connect(process, each % 2 ? secretary : undefined);
      late.push({ client, from: (await client.watch(sessionId)).position });
    }
    await Promise.all(ballots);
    const end = (await request<Snapshot>(process, 'GET', `/sessions/${sessionId}`)).body.position;
    for (const { client, from } of late) {
      if (from < end) await client.reaches(end);
      const positions = client.entries.map(({ position }) => position);
      expect(positions).toEqual(Array.from({ length: end - from }, (_, at) => from + at + 1));
    }
    expect(late[0]!.client.frames.length).toBeLessThan(12 * voters.length);
  });

  it.each(['turnout', 'totals'] as const)(
    '[10.3] under %s sends no choice to anybody before the closing, and everything after it',
    async (visibility) => {
      const { sessionId, roundId } = await inVote({ visibility });
      const [voter, observer, officer] = await Promise.all([
        stage.connect(process, members[1]),
        stage.connect(process),
        stage.connect(process, secretary),
      ]);
      const [heard, heardByOfficer] = [wire(observer), wire(officer)];
      const snapshot = await observer.watch(sessionId);
      await officer.watch(sessionId);
      const receipt = (await voter.give(sessionId, vote(roundId, 'against'))) as { position: number };
      await Promise.all([observer.reaches(receipt.position), officer.reaches(receipt.position)]);
      const late = await stage.connect(process, members[2]);
      const heardLate = wire(late);
      await late.watch(sessionId);
      await late.watch(sessionId, 0);
      const export_ = await request<string>(process, 'GET', `/sessions/${sessionId}/journal.json`, {
        as: secretary,
      });
      const page = await request<unknown>(process, 'GET', `/sessions/${sessionId}/journal?after=0`, {
        as: secretary,
      });

      const told = [
        ...heard,
        ...heardByOfficer,
        ...heardLate,
        JSON.stringify(export_.body),
        JSON.stringify(page.body),
      ];
      for (const text of told) {
        expect(text).not.toContain('"choice":"against"');
        // The head and its hash follow from every entry and tell nothing; salts would.
        expect(text).not.toContain('"salt"');
        if (visibility === 'totals') expect(text).not.toMatch(/"type":"ballot-cast"[^}]*"memberId"/);
      }
      if (visibility === 'turnout') expect(told.join()).not.toMatch(/"votes":\{[^}]*"against":1/);
      else expect(observer.frames.at(-1)?.tallies?.[roundId]?.votes).toMatchObject({ against: 1 });
      expect((await voter.watch(sessionId)).you.ballots[roundId]).toMatchObject({
        ballot: { choice: 'against' },
      });

      const revealed = new Promise<RevealedMessage>((resolve) => observer.socket.once('revealed', resolve));
      const closing = await done(process, sessionId, { type: 'close-round', roundId }, secretary);
      await observer.reaches(closing.position);
      const { openings } = await revealed;
      const shown = reveal(screen(snapshot, observer.entries), openings);
      const now = await request<Snapshot>(process, 'GET', `/sessions/${sessionId}`);
      expect(shown.questions[0]!.rounds).toEqual(now.body.session.questions[0]!.rounds);
      expect(shown.questions[0]!.rounds[0]).toMatchObject({
        tally: { votes: { against: 1 } },
        ballots: [{ memberId: 'seat-2', ballot: { choice: 'against' } }],
      });
    },
  );

  it('[10.4] lets everybody verify the whole chain at any time', async () => {
    const { sessionId, roundId } = await inVote({ visibility: 'totals' });
    const observer = await stage.connect(process);
    await done(
      process,
      sessionId,
      { type: 'mark-attendance', memberId: 'seat-8', attendance: 'absent', reason: 'болезнь' },
      secretary,
    );
    await done(process, sessionId, vote(roundId, 'for'), members[0]!);
    const { entries } = (
      await request<{ entries: JournalEntry[] }>(process, 'GET', `/sessions/${sessionId}/journal`)
    ).body;
    expect(entries.filter(({ event }) => event.sealed).map(({ event }) => event.type)).toEqual([
      'attendance-marked',
      'ballot-cast',
    ]);
    expect(entries.some(({ opening }) => opening)).toBe(false);
    expect(firstBreak(entries)).toBeUndefined();
    const officers = await request<{ entries: JournalEntry[] }>(
      process,
      'GET',
      `/sessions/${sessionId}/journal`,
      { as: secretary },
    );
    expect(
      officers.body.entries.find(({ event, opening }) => opening && event.type === 'attendance-marked')
        ?.opening,
    ).toMatchObject({ reason: 'болезнь' });
    expect(firstBreak(officers.body.entries)).toBeUndefined();
    expect((await observer.watch(sessionId, entries.length - 1)).entries).toHaveLength(1);
  });

  it('shows reasons to whoever presides from the moment the chair passes', async () => {
    const sessionId = await convened(process, secretary, sessionBody(contestId, members));
    const deputy = await stage.connect(process, members[1]);
    const absent = (memberId: string) => ({
      type: 'mark-attendance',
      memberId,
      attendance: 'absent',
      reason: 'болезнь',
    });
    await deputy.watch(sessionId);
    const before = await done(process, sessionId, absent('seat-7'), secretary);
    await done(process, sessionId, { type: 'pass-chair', memberId: 'seat-2' }, secretary);
    const later = await done(process, sessionId, absent('seat-8'), secretary);
    await deputy.reaches(later.position);
    const openingAt = (position: number) =>
      deputy.entries.find((entry) => entry.position === position)?.opening;
    expect(openingAt(later.position)).toMatchObject({ reason: 'болезнь' });
    expect(deputy.entries.map(({ position }) => position)).toEqual([
      before.position,
      before.position + 1,
      later.position,
    ]);
  });

  it('lets only those in who may come: origin, version, cookie', async () => {
    const { sessionId } = await inVote();
    await expect(
      stage.connect(process, members[0], { extraHeaders: { origin: 'https://evil.example' } }),
    ).rejects.toThrow('origin');
    await expect(stage.connect(process, undefined, { auth: { version: 999 } })).rejects.toThrow('reload');
    await stage.connect(process, undefined, { auth: { version: 1 }, extraHeaders: { origin: process.url } });
    const secret = await convened(process, secretary, { ...sessionBody(contestId, members), public: false });
    const [observer, member] = await Promise.all([
      stage.connect(process),
      stage.connect(process, members[0]),
    ]);
    expect(await observer.watch(secret)).toMatchObject({ outcome: 'refused', code: 'not-found' });
    expect(await member.watch(secret)).toMatchObject({
      you: { memberId: 'seat-1', officer: true },
      position: 1,
    });
    expect(await observer.watch(sessionId)).toMatchObject({ you: { ballots: {} } });
  });

  it('[10.4] sends the whole session to a screen that went away between a closing and its openings', async () => {
    const { sessionId, roundId } = await inVote({ visibility: 'turnout' });
    await done(process, sessionId, vote(roundId, 'for'), members[0]!);
    const { position } = await done(process, sessionId, { type: 'close-round', roundId }, secretary);
    const screen = await stage.connect(process);
    const { session } = await screen.watch(sessionId, position);
    expect(session.questions[0]!.rounds[0]).toMatchObject({ tally: { votes: { for: 1 } } });
  });

  it('lets screens come back for openings that could not be read', async () => {
    const { sessionId, roundId } = await inVote({ visibility: 'turnout' });
    await done(process, sessionId, vote(roundId, 'for'), members[0]!);
    const quiet = await stage.start({ quiet: true });
    const screen = await stage.connect(quiet);
    await screen.watch(sessionId);
    const reading = jest.spyOn(quiet.app.get(SessionProjections), 'entriesAfter');
    reading.mockRejectedValueOnce(new Error('the database is away'));
    const cutOff = new Promise((resolve) => screen.socket.once('disconnect', resolve));
    await done(process, sessionId, { type: 'close-round', roundId }, secretary);
    expect(await cutOff).toBe('transport close');
    await stage.stop(quiet);
  });

  describe('somebody who may not watch any more', () => {
    const gone = (client: Client) => new Promise((resolve) => client.socket.once('disconnect', resolve));

    it('[8.3] is not told what is recorded after a substitute took the seat', async () => {
      const body = sessionBody(contestId, members, { substitutes: true });
      const sessionId = await convened(process, secretary, { ...body, public: false });
      const [former, chair] = await Promise.all([
        stage.connect(process, members[4]),
        stage.connect(process, members[0]),
      ]);
      await Promise.all([former.watch(sessionId), chair.watch(sessionId)]);
      const guest = await stage.person('live-guest');
      const sent = gone(former);
      const appointed = await done(
        process,
        sessionId,
        {
          type: 'appoint-substitute',
          memberId: 'seat-5',
          name: 'Гость',
          accountLogin: guest.login,
          mandate: '№ 1',
        },
        secretary,
      );
      await Promise.all([sent, chair.reaches(appointed.position)]);
      expect(former.entries).toEqual([]);
      expect(await (await stage.connect(process, members[4])).watch(sessionId)).toMatchObject({
        code: 'not-found',
      });
      expect(await (await stage.connect(process, guest)).watch(sessionId)).toMatchObject({
        you: { memberId: 'seat-5' },
      });
    });

    it('is disconnected when a session ceases to be public, and when the sign-in has ended', async () => {
      const sessionId = await convened(process, secretary, sessionBody(contestId, members));
      const [observer, member] = await Promise.all([
        stage.connect(process),
        stage.connect(process, members[5]),
      ]);
      await Promise.all([observer.watch(sessionId), member.watch(sessionId)]);
      const sent = gone(observer);
      const amended = await done(
        process,
        sessionId,
        { type: 'amend-session', changes: { public: false } },
        secretary,
      );
      await Promise.all([sent, member.reaches(amended.position)]);
      expect(observer.entries).toEqual([]);

      const leaves = await stage.person('leaving', 'secretary');
      const screen = await stage.connect(process, leaves);
      await screen.watch(sessionId);
      await request(process, 'POST', '/sign-out', { as: leaves });
      const left = gone(screen);
      await process.app.get(LiveGateway).lookAgain();
      await left;
      expect(member.socket.connected).toBe(true);
    });
  });

  describe('a connection that asks for too much', () => {
    it('is told so, and is answered again afterwards', async () => {
      const { sessionId } = await inVote();
      const client = await stage.connect(process);
      const answers = await Promise.all(Array.from({ length: 100 }, () => client.watch(sessionId)));
      const refused = answers.filter((answer) => 'outcome' in answer);
      expect(refused).toHaveLength(36);
      expect(refused[0]).toMatchObject({ outcome: 'refused', code: 'too-many' });
      expect(await client.watch(sessionId)).toHaveProperty('session');
    });

    /** Messages longer than a stranger's that anybody began to read. */
    const longOnesRead = () => {
      const reading = jest.spyOn(splicingParser.Decoder.prototype, 'add');
      return () => reading.mock.calls.filter(([message]) => String(message).length > 16 * 1024).length;
    };

    it('is closed before a long message of it is read, unless it has signed in', async () => {
      const read = longOnesRead();
      const { sessionId } = await inVote();
      const [observer, made, member] = await Promise.all([
        stage.connect(process),
        stage.connect(process, undefined, { extraHeaders: { cookie: 'sid=made-up' } }),
        stage.connect(process, members[0]),
      ]);
      for (const stranger of [observer, made]) {
        expect(await stranger.watch(sessionId)).toHaveProperty('session');
        const closed = new Promise((resolve) => stranger.socket.once('disconnect', resolve));
        stranger.socket.emit('command', { sessionId, command: { type: 'x'.repeat(1_000_000) } });
        expect(await closed).toMatch(/^transport/);
      }
      expect(read()).toBe(0);

      const signature = {
        type: 'attach-signature',
        version: 1,
        fileName: 'a.sig',
        base64: 'A'.repeat(524_288),
      };
      expect(await member.give(sessionId, signature)).toMatchObject({ code: 'forbidden' });
      expect(await member.give(sessionId, { type: 'x'.repeat(1_000_000) })).toMatchObject({
        code: 'invalid',
      });
      expect(read()).toBe(2);
      const closed = new Promise((resolve) => member.socket.once('disconnect', resolve));
      member.socket.emit('command', { sessionId, command: { type: 'x'.repeat(2 ** 20) } });
      await closed;
      expect(read()).toBe(2);
    });

    it('sends no more than a stranger may once its sign-in has ended', async () => {
      const read = longOnesRead();
      const before = read();
      const leaves = await stage.person('hangs-up');
      const { sessionId } = await inVote();
      const client = await stage.connect(process, leaves);
      expect(await client.watch(sessionId)).toHaveProperty('session');
      await request(process, 'POST', '/sign-out', { as: leaves });
      const closed = new Promise((resolve) => client.socket.once('disconnect', resolve));
      client.socket.emit('command', { sessionId, command: { type: 'x'.repeat(100_000) } });
      expect(await closed).toMatch(/^transport/);
      expect(read()).toBe(before);
    });

    it('watches no more sessions than any screen would', async () => {
      const client = await stage.connect(process);
      const sessions = await Promise.all(
        Array.from({ length: 17 }, () => convened(process, secretary, sessionBody(contestId, members))),
      );
      for (const sessionId of sessions.slice(0, 16))
        expect(await client.watch(sessionId)).toHaveProperty('session');
      expect(await client.watch(sessions[16]!)).toMatchObject({ code: 'too-many' });
      client.socket.emit('unwatch', { sessionId: sessions[0] });
      expect(await client.watch(sessions[16]!)).toHaveProperty('session');
      expect(await client.watch(sessions[16]!)).toHaveProperty('session');
    });

    it('is cut off when it asks and asks but does not read', async () => {
      const { sessionId } = await inVote();
      const client = await stage.connect(process);
      const { transport } = client.socket.io.engine as unknown as {
        transport: { ws: { _socket: { pause(): void; resume(): void } } };
      };
      transport.ws._socket.pause();
      const server = process.app.get(LiveGateway);
      type Served = { watch: (socket: { readonly connected: boolean }) => unknown };
      const served = jest.spyOn(server as unknown as Served, 'watch');
      const isServed = () => served.mock.calls[0]?.[0].connected !== false;
      for (let burst = 0; burst < 400 && isServed(); burst += 1) {
        for (let each = 0; each < 60; each += 1) client.socket.emit('watch', { sessionId }, () => undefined);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(isServed()).toBe(false);
      served.mockRestore();
      const cutOff = new Promise((resolve) => client.socket.once('disconnect', resolve));
      transport.ws._socket.resume();
      await cutOff;
    }, 60_000);

    it('is cut off when it announces bytes, since everything here is text', async () => {
      const client = await stage.connect(process);
      const cutOff = new Promise((resolve) => client.socket.once('disconnect', resolve));
      client.socket.emit('watch', Buffer.from('bytes'));
      expect(await cutOff).toBe('transport close');
    });

    it('is cut off when a message is longer than any command', async () => {
      const client = await stage.connect(process);
      const cutOff = new Promise((resolve) => client.socket.once('disconnect', resolve));
      client.socket.emit('command', { sessionId: 'x'.repeat(2_000_001) });
      expect(await cutOff).toBe('transport close');
    });
  });

  it('says how many are watching', async () => {
    const { sessionId } = await inVote();
    const [first, second] = await Promise.all([stage.connect(process), stage.connect(process)]);
    const told = new Promise<PresenceMessage>((resolve) => first.socket.once('presence', resolve));
    await Promise.all([first.watch(sessionId), second.watch(sessionId)]);
    expect(await told).toEqual({ sessionId, watching: 2 });
    const after = new Promise<PresenceMessage>((resolve) => first.socket.once('presence', resolve));
    second.socket.emit('unwatch', { sessionId });
    expect(await after).toEqual({ sessionId, watching: 1 });
  });
});
