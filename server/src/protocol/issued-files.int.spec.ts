import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssuedFiles, ProblemDetails } from '@open-ballot/shared/contract/http';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import {
  convened,
  done,
  opened,
  request,
  sessionBody,
  Stage,
  type Person,
  type Process,
} from '../testing/stage.ts';

const signature = { fileName: 'Иванова А. А.sig', bytes: Buffer.from('made elsewhere') };
const digestOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

let stage: Stage;
let process: Process;
let secretary: Person;
let members: Person[];
let contestId: string;

beforeAll(async () => {
  stage = await Stage.set();
  process = await stage.start();
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(3, 'member');
  contestId = await stage.contest();
}, 60_000);
afterAll(() => stage.strike());

const asked = (sha256: string, as?: Person) =>
  request<IssuedFiles & ProblemDetails>(process, 'GET', `/issued-files/${sha256}`, { ...(as && { as }) });
const found = async (sha256: string, as?: Person) => (await asked(sha256, as)).body.found;

async function read(sessionId: string) {
  const { body } = await request<Snapshot>(process, 'GET', `/sessions/${sessionId}`, { as: secretary });
  return body.session;
}

const does = (sessionId: string, command: object) => done(process, sessionId, command, secretary);

/** Notes the minutes of the only question that has a round, and issues. Answers with the digests of the files. */
async function issues(sessionId: string, reported: string, reason?: string) {
  const question = (await read(sessionId)).questions.find(({ questionId }) => questionId === 'motion')!;
  const edits = question.minutes?.position ?? null;
  const note = { type: 'note-minutes', questionId: 'motion', edits, reported, discussed: 'Обсудили' };
  await does(sessionId, note);
  await does(sessionId, { type: 'issue-protocol', ...(reason !== undefined && { reason }) });
  return (await read(sessionId)).protocols.at(-1)!.files;
}

/** A closed session in which nobody voted on the motion, issued once. */
async function issuedSession(contest: string, more: object = {}) {
  const sessionId = await convened(process, secretary, { ...sessionBody(contest, members), ...more });
  const roundId = await opened(process, secretary, sessionId, members.length);
  await does(sessionId, { type: 'close-round', roundId });
  await does(sessionId, { type: 'close-session' });
  return { sessionId, files: await issues(sessionId, 'Доклад') };
}

describe('issued files', () => {
  it('[13.2] are recognised by their digest, every version of them, without a sign-in', async () => {
    const { sessionId, files } = await issuedSession(contestId);
    const { number, protocols } = await read(sessionId);
    const first = {
      sessionId,
      number,
      contestTitle: 'Лучший МФЦ',
      date: '2026-06-25',
      timeZone: 'Europe/Moscow',
      rehearsal: false,
      version: 1,
      latestVersion: 1,
      issuedAt: protocols[0]!.issuedAt,
      kind: 'protocol',
    };
    for (const format of ['docx', 'pdf', 'xlsx', 'json']) {
      expect(await found(files[format]!)).toEqual([{ ...first, format }]);
    }

    const corrected = await issues(sessionId, 'Доклад, уточнённый', 'уточнён доклад');
    expect(await found(files['pdf']!)).toEqual([{ ...first, latestVersion: 2, format: 'pdf' }]);
    expect(await found(corrected['pdf']!)).toMatchObject([{ version: 2, latestVersion: 2, format: 'pdf' }]);
    expect(await found(corrected['pdf']!.toUpperCase())).toHaveLength(1);
    // The roll call did not change: one file, two versions.
    expect(await found(files['csv']!)).toMatchObject([
      { sessionId, version: 1, format: 'csv' },
      { sessionId, version: 2, format: 'csv' },
    ]);
  }, 60_000);

  it('are none for any other digest, and nobody keeps the answer', async () => {
    const response = await fetch(`${process.url}/api/issued-files/${digestOf('something else')}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ found: [] });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('are signatures too, of which nobody is told the name', async () => {
    const { sessionId } = await issuedSession(contestId);
    const { fileName, bytes } = signature;
    for (const name of [fileName, `копия ${fileName}`]) {
      const base64 = bytes.toString('base64');
      await does(sessionId, { type: 'attach-signature', version: 1, fileName: name, base64 });
    }
    const { body } = await asked(digestOf(bytes));
    expect(body.found).toMatchObject([{ sessionId, version: 1, latestVersion: 1, kind: 'signature' }]);
    expect(Object.keys(body.found[0]!)).not.toContain('format');
    expect(JSON.stringify(body)).not.toMatch(/Иванова|Член комиссии|seat-|member-|secretary/);
  }, 60_000);

  it('say that a session was a rehearsal', async () => {
    const rehearsal = await stage.contest({ rehearsal: '2026-06-25T07:00:00.000Z' });
    const { files } = await issuedSession(rehearsal);
    expect(await found(files['pdf']!)).toMatchObject([{ rehearsal: true }]);
  }, 60_000);

  it('do not tell a stranger a roll call of a session that is not public, since it can be guessed', async () => {
    const own = await stage.contest();
    const roll = sessionBody(own, members).roll.map((seat) => ({
      ...seat,
      name: `Закрытый ${seat.memberId}`,
    }));
    const { sessionId, files } = await issuedSession(own, { public: false, roll });
    expect(await found(files['csv']!)).toEqual([]);
    expect(await found(files['csv']!, await stage.person('stranger'))).toEqual([]);
    expect(await found(files['csv']!, members[1])).toMatchObject([{ sessionId, format: 'csv' }]);
    expect(await found(files['csv']!, secretary)).toMatchObject([{ sessionId, format: 'csv' }]);
    expect(await found(files['pdf']!)).toMatchObject([{ sessionId, format: 'pdf' }]);
  }, 60_000);

  describe('of a session whose journal was altered behind its back', () => {
    const attaches = (sessionId: string, bytes: Buffer) =>
      does(sessionId, {
        type: 'attach-signature',
        version: 1,
        fileName: signature.fileName,
        base64: bytes.toString('base64'),
      });
    const shared = Buffer.from('of two sessions');
    let broken: { sessionId: string; files: Readonly<Record<string, string>> };
    let closed: typeof broken;
    let sound: typeof broken;
    let fresh: Process;

    beforeAll(async () => {
      sound = await issuedSession(contestId);
      broken = await issuedSession(contestId);
      const own = await stage.contest();
      const roll = sessionBody(own, members).roll.map((seat) => ({ ...seat, name: `Ещё ${seat.memberId}` }));
      closed = await issuedSession(own, { public: false, roll });
      for (const { sessionId } of [broken, sound]) await attaches(sessionId, shared);
      const { database } = stage;
      await database.query('ALTER TABLE journal_entry DISABLE TRIGGER takes_inserts_only');
      await database.query(
        `UPDATE journal_entry SET text = replace(text, '"in-person"', '"absent"')
         WHERE session_id IN ($1, $2) AND position = 3`,
        [broken.sessionId, closed.sessionId],
      );
      await database.query('ALTER TABLE journal_entry ENABLE ALWAYS TRIGGER takes_inserts_only');
      fresh = await stage.start({ quiet: true });
    }, 60_000);
    afterAll(() => stage.stop(fresh));

    const askedAnew = (sha256: string, as?: Person) =>
      request<IssuedFiles & ProblemDetails>(fresh, 'GET', `/issued-files/${sha256}`, { ...(as && { as }) });
    const unconfirmed = { status: 409, body: { code: 'journal-broken', outcome: 'refused' } };

    it('are neither vouched for nor called none', async () => {
      expect(await askedAnew(broken.files['pdf']!)).toMatchObject(unconfirmed);
      expect(await askedAnew(broken.files['pdf']!)).toMatchObject(unconfirmed);
      expect(await askedAnew(closed.files['pdf']!)).toMatchObject(unconfirmed);
    });

    it('keep no file of another session from being recognised', async () => {
      const { sessionId } = sound;
      expect((await askedAnew(sound.files['pdf']!)).body.found).toMatchObject([{ sessionId, format: 'pdf' }]);
      const { status, body } = await askedAnew(digestOf(shared));
      expect(status).toBe(200);
      expect(body.found).toMatchObject([{ sessionId, kind: 'signature' }]);
    });

    it('are not told to a stranger either where their digest can be guessed', async () => {
      const sha256 = closed.files['csv']!;
      expect(await askedAnew(sha256)).toMatchObject({ status: 200, body: { found: [] } });
      expect((await askedAnew(sha256, await stage.person('another-stranger'))).body.found).toEqual([]);
      expect(await askedAnew(sha256, members[1])).toMatchObject(unconfirmed);
      expect(await askedAnew(sha256, secretary)).toMatchObject(unconfirmed);
    });
  });

  it.each(['abc', 'g'.repeat(64), 'a'.repeat(65), `${'a'.repeat(64)}%00`, "'%20OR%201=1"])(
    'are not looked for by %s, which is no digest',
    async (text) => {
      const { status, body } = await asked(text);
      expect([status, body.code, body.fields?.map(({ path }) => path)]).toEqual([422, 'invalid', ['sha256']]);
    },
  );
});
