import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { ProblemDetails, SessionSummary } from '@open-ballot/shared/contract/http';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { verify } from '@open-ballot/shared/verifier/verify';
import { docxParagraphs } from '../testing/docx-text.ts';
import { pdfPages } from '../testing/pdf-text.ts';
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

let stage: Stage;
let process: Process;
let secretary: Person;
let members: Person[];
let contestId: string;

beforeAll(async () => {
  stage = await Stage.set();
  process = await stage.start();
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(5, 'member');
  contestId = await stage.contest();
}, 60_000);
afterAll(() => stage.strike());

const create = (body: unknown, as: Person | undefined = secretary) =>
  request<ProblemDetails & { sessionId: string; position: number; session: Snapshot['session'] }>(
    process,
    'POST',
    '/sessions',
    {
      ...(as && { as }),
      body,
    },
  );
const read = (sessionId: string, as?: Person) =>
  request<Snapshot>(process, 'GET', `/sessions/${sessionId}`, { ...(as && { as }) });
const fieldsOf = ({ body }: { body: ProblemDetails }) => body.fields?.map(({ path }) => path);

describe('sessions', () => {
  it('[1.1] begins the journal with everything the session was convened with', async () => {
    const answer = await create(sessionBody(contestId, members));
    expect(answer).toMatchObject({
      status: 201,
      body: { position: 1, session: { status: 'convened', contestTitle: 'Лучший МФЦ' } },
    });
    const { entries } = (
      await request<{ entries: JournalEntry[] }>(process, 'GET', `/sessions/${answer.body.sessionId}/journal`)
    ).body;
    expect(entries).toMatchObject([
      {
        position: 1,
        actor: `secretary:${secretary.accountId}`,
        event: { type: 'session-convened', roll: [{ memberId: 'seat-1' }, {}, {}, {}, {}] },
      },
    ]);
    // Whoever convenes keeps the minutes, where the plan names nobody.
    expect(entries[0]!.event).toMatchObject({ secretaryName: 'secretary' });
    // Rule 12.5: logins never enter the journal.
    expect(JSON.stringify(entries)).not.toContain('member-1');
    expect(entries[0]!.event['questions']).toMatchObject([
      { parameters: {}, nominees: [], places: { kind: 'laureates', count: 1 } },
      {},
    ]);
  });

  it('answers a faulty plan with every field at fault', async () => {
    const body = sessionBody(contestId, members);
    const [first, ...rest] = body.roll;
    const faulty = {
      ...body,
      contestId: randomUUID(),
      presidingId: 'nobody',
      roll: [
        first,
        { ...first, accountLogin: 'unknown' },
        ...rest.slice(0, 1),
        { ...rest[1], accountLogin: 'member-2' },
      ],
      questions: [...body.questions, body.questions[0]],
    };
    const answer = await create(faulty);
    expect(answer).toMatchObject({
      status: 422,
      type: expect.stringContaining('application/problem+json'),
      body: { code: 'invalid' },
    });
    expect(fieldsOf(answer)?.toSorted()).toEqual([
      'contestId',
      'presidingId',
      'questions.2.questionId',
      'roll.1.accountLogin',
      'roll.1.memberId',
      'roll.3.accountLogin',
    ]);
    const wrong = { ...body, timeZone: 'Mars/Base', date: '2026-02-30' };
    expect(fieldsOf(await create(wrong))).toEqual(['date', 'timeZone']);
    // What nobody knows is refused before anything is read.
    expect(fieldsOf(await create({ ...wrong, hack: 1, more: 2 }))).toEqual(['hack']);
    expect(fieldsOf(await create({ ...body, establishedSeats: 2 }))).toEqual(['establishedSeats']);
    expect(await create({ ...body, roll: Array.from({ length: 2_501 }, () => first) })).toMatchObject({
      status: 422,
      body: { code: 'too-large', detail: expect.stringContaining('2500') },
    });
  });

  it('[12.6] convenes under the edition of today', async () => {
    const { body } = await create(sessionBody(contestId, members));
    expect(body.session.edition).toBe(2);
  });

  it('[1.6] frees the number of a cancelled session, which stays in its journal', async () => {
    const body = sessionBody(contestId, members);
    const { sessionId } = (await create(body)).body;
    const cancel = { type: 'cancel-session', reason: 'Перенесено' };
    expect((await give(process, sessionId, cancel, members[0])).status).toBe(403);
    await done(process, sessionId, cancel, secretary);
    expect((await read(sessionId)).body.session).toMatchObject({ status: 'cancelled', number: body.number });
    const again = await create(body);
    expect(again).toMatchObject({ status: 201, body: { session: { number: body.number } } });
    expect((await give(process, sessionId, { type: 'open-session' }, secretary)).body).toMatchObject({
      outcome: 'refused',
      code: 'session-not-open',
    });
    const list = await request<{ items: SessionSummary[] }>(process, 'GET', '/sessions', { as: secretary });
    expect(list.body.items.find((each) => each.sessionId === sessionId)).toMatchObject({
      status: 'cancelled',
      demonstration: false,
    });
    expect(await create(body)).toMatchObject({ status: 422 });
    const other = (await create(sessionBody(contestId, members))).body.sessionId;
    await done(process, again.body.sessionId, cancel, secretary);
    await done(process, other, { type: 'amend-session', changes: { number: body.number } }, secretary);
  });

  it('keeps the number unique within the contest', async () => {
    const body = sessionBody(contestId, members);
    await create(body);
    expect(fieldsOf(await create(body))).toEqual(['number']);
    const elsewhere = await create({ ...body, contestId: await stage.contest() });
    expect(elsewhere.status).toBe(201);
    const amend = { type: 'amend-session', changes: { number: body.number } };
    const other = await convened(process, secretary, sessionBody(contestId, members));
    expect(await give(process, other, amend, secretary)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'changes.number' }] },
    });
  });

  it('is for the secretary to convene', async () => {
    expect((await create(sessionBody(contestId, members), members[0])).status).toBe(403);
    const nobody = await request(process, 'POST', '/sessions', { body: sessionBody(contestId, members) });
    expect(nobody.status).toBe(401);
  });

  it('shows a session that is not public to secretaries and to who has a seat in it', async () => {
    const sessionId = await convened(process, secretary, {
      ...sessionBody(contestId, members.slice(0, 3)),
      public: false,
    });
    const [own, other] = [members[2]!, members[3]!];
    const listed = async (as: Person) =>
      (await request<{ items: SessionSummary[] }>(process, 'GET', '/sessions', { as })).body.items.some(
        (each) => each.sessionId === sessionId,
      );
    const paths = [
      '',
      '/journal',
      '/journal.json',
      '/protocol.json',
      '/protocols/1.pdf',
      '/questions/motion/extract.pdf',
    ];
    for (const path of paths) {
      const answer = await request<ProblemDetails>(process, 'GET', `/sessions/${sessionId}${path}`, {
        as: other,
      });
      expect(answer).toMatchObject({ status: 404, body: { detail: 'there is no such session' } });
    }
    expect(await listed(other)).toBe(false);
    for (const somebody of [own, secretary]) {
      expect((await read(sessionId, somebody)).status).toBe(200);
      expect(await listed(somebody)).toBe(true);
    }
  });

  it('shows people without a sign-in the public sessions only, and does not tell of others', async () => {
    const open = await convened(process, secretary, sessionBody(contestId, members));
    const closed = await convened(process, secretary, { ...sessionBody(contestId, members), public: false });
    expect((await read(open)).status).toBe(200);
    for (const path of ['', '/journal', '/journal.json']) {
      expect((await request(process, 'GET', `/sessions/${closed}${path}`)).status).toBe(404);
    }
    expect((await read(closed, members[0])).body.you).toMatchObject({ memberId: 'seat-1', officer: true });
    const ids = async (as?: Person) =>
      (
        await request<{ items: SessionSummary[] }>(process, 'GET', '/sessions', { ...(as && { as }) })
      ).body.items.map((each) => each.sessionId);
    expect(await ids()).toContain(open);
    expect(await ids()).not.toContain(closed);
    expect(await ids(members[0])).toContain(closed);
    await done(process, closed, { type: 'amend-session', changes: { public: true } }, secretary);
    expect(await ids()).toContain(closed);
  });

  it('[13.1] tells an observer that a command is forbidden, not to sign in', async () => {
    const sessionId = await convened(process, secretary, sessionBody(contestId, members));
    const answer = await give(process, sessionId, { type: 'open-session' });
    expect(answer).toMatchObject({
      status: 403,
      body: {
        outcome: 'refused',
        code: 'forbidden',
        status: 403,
        type: expect.any(String),
        title: expect.any(String),
      },
    });
    expect(answer.type).toContain('application/problem+json');
    expect(await give(process, randomUUID(), { type: 'open-session' }, secretary)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await give(process, sessionId, { type: 'open-session', memberId: 'x' }, secretary)).toMatchObject({
      status: 422,
      body: { outcome: 'invalid', code: 'invalid', fields: [{ path: 'memberId' }] },
    });
  });

  it('[12.4] exports a journal that verifies', async () => {
    const sessionId = await convened(
      process,
      secretary,
      sessionBody(contestId, members, { visibility: 'totals' }),
    );
    const roundId = await opened(process, secretary, sessionId, members.length);
    for (const member of members)
      await done(
        process,
        sessionId,
        { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
        member,
      );
    const exported = () =>
      request<{ format: string; entries: JournalEntry[] }>(
        process,
        'GET',
        `/sessions/${sessionId}/journal.json`,
      );
    expect(verify((await exported()).body.entries)).toMatchObject({ sound: true, stillSealed: 5 });
    await done(process, sessionId, { type: 'close-round', roundId }, secretary);
    const { body } = await exported();
    const verdict = verify(body.entries, { head: (await read(sessionId)).body.headHash });
    expect(verdict).toMatchObject({ sound: true, stillSealed: 0 });
    const page = await request<{ entries: JournalEntry[]; position: number }>(
      process,
      'GET',
      `/sessions/${sessionId}/journal?after=3`,
    );
    expect(page.body.entries[0]!.position).toBe(4);
    expect(page.body.entries).toHaveLength(page.body.position - 3);
    expect((await request(process, 'GET', `/sessions/${sessionId}/journal?after=x`)).status).toBe(422);
  });

  it('[8.3] moves the seat to the substitute, and nobody holds two votes', async () => {
    const substitutes = {
      substitutes: true,
      quorum: { ...sessionBody('', []).ruleSet.quorum, counts: ['in-person', 'substitute'] as const },
    };
    const body = sessionBody(contestId, members);
    const sessionId = await convened(process, secretary, {
      ...body,
      ruleSet: {
        ...body.ruleSet,
        ...substitutes,
        quorum: { ...substitutes.quorum, counts: [...substitutes.quorum.counts] },
      },
    });
    const guest = await stage.person('guest');
    const appoint = (accountLogin: string) => ({
      type: 'appoint-substitute',
      memberId: 'seat-5',
      name: 'Гость',
      accountLogin,
      mandate: '№ 1',
    });
    expect(await give(process, sessionId, appoint('unknown'), secretary)).toMatchObject({ status: 404 });
    expect(await give(process, sessionId, appoint('member-1'), secretary)).toMatchObject({
      body: { code: 'not-allowed-by-rules' },
    });
    expect(await give(process, sessionId, appoint('unknown'), members[0])).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    const command = { ...appoint('Guest'), commandId: randomUUID() };
    const receipt = await done(process, sessionId, command, secretary);
    expect((await give(process, sessionId, command, secretary)).body).toEqual(receipt);
    const roundId = await opened(process, secretary, sessionId, members.length);
    const ballot = { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null };
    expect(await give(process, sessionId, ballot, members[4])).toMatchObject({
      body: { code: 'not-on-the-roll' },
    });
    await done(process, sessionId, ballot, guest);
    expect((await read(sessionId, guest)).body.you).toMatchObject({
      memberId: 'seat-5',
      ballots: { [roundId]: { ballot: { choice: 'for' } } },
    });
  });

  it('moves the seats with an amended roll', async () => {
    const sessionId = await convened(process, secretary, sessionBody(contestId, members));
    const { roll } = sessionBody(contestId, members);
    const changed = roll.map((seat, at) =>
      at === 1
        ? { ...seat, accountLogin: 'member-3' }
        : at === 2
          ? { ...seat, accountLogin: 'member-2' }
          : seat,
    );
    await done(process, sessionId, { type: 'amend-session', changes: { roll: changed } }, secretary);
    expect((await read(sessionId, members[1])).body.you.memberId).toBe('seat-3');
    expect((await read(sessionId, members[2])).body.you.memberId).toBe('seat-2');
    expect((await read(sessionId, members[3])).body.you.memberId).toBe('seat-4');
  });

  describe('the protocol', () => {
    const finished = async () => {
      const sessionId = await convened(process, secretary, sessionBody(contestId, members));
      const roundId = await opened(process, secretary, sessionId, members.length);
      await done(
        process,
        sessionId,
        { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
        members[1]!,
      );
      await done(process, sessionId, { type: 'close-round', roundId }, secretary);
      await done(process, sessionId, { type: 'close-session' }, secretary);
      return sessionId;
    };
    const bytesOf = async (path: string, as: Person) => {
      const response = await fetch(`${process.url}/api${path}`, { headers: { cookie: as.cookie } });
      return {
        status: response.status,
        bytes: Buffer.from(await response.arrayBuffer()),
        type: response.headers.get('content-type'),
      };
    };

    /** The files of an archive, after its own list of digests has been held against them. */
    const unpacked = async (path: string, as: Person) => {
      const { bytes, status, type } = await bytesOf(path, as);
      expect([status, type]).toEqual([200, 'application/zip']);
      const { SHA256SUMS: sums, ...held } = Object.fromEntries(
        Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file)]),
      );
      expect(sums?.toString('utf8')).toBe(
        Object.entries(held)
          .map(([name, file]) => `${createHash('sha256').update(file).digest('hex')}  ${name}\n`)
          .join(''),
      );
      return held;
    };

    it('is a draft for officers and the roll, none while choices are hidden', async () => {
      const sessionId = await convened(
        process,
        secretary,
        sessionBody(contestId, members, { visibility: 'turnout' }),
      );
      expect((await bytesOf(`/sessions/${sessionId}/protocol.pdf`, secretary)).status).toBe(409);
      const roundId = await opened(process, secretary, sessionId, members.length);
      const hidden = await bytesOf(`/sessions/${sessionId}/protocol.docx`, secretary);
      expect([hidden.status, JSON.parse(String(hidden.bytes))]).toMatchObject([409, { code: 'round-open' }]);
      await done(process, sessionId, { type: 'close-round', roundId }, secretary);
      expect(
        (await bytesOf(`/sessions/${sessionId}/protocol.pdf`, members[2]!)).bytes.subarray(0, 5).toString(),
      ).toBe('%PDF-');
      expect((await bytesOf(`/sessions/${sessionId}/protocol.csv`, secretary)).type).toContain('text/csv');
      expect(
        (await bytesOf(`/sessions/${sessionId}/questions/motion/extract.docx`, secretary)).bytes
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      expect((await bytesOf(`/sessions/${sessionId}/questions/none/extract.docx`, secretary)).status).toBe(
        404,
      );
      const files = await unpacked(`/sessions/${sessionId}/protocol.zip`, members[2]!);
      const { number } = (await read(sessionId, secretary)).body.session;
      expect(Object.keys(files)).toEqual(
        ['docx', 'pdf', 'xlsx', 'csv', 'json'].map((format) => `protocol-${number}-draft.${format}`),
      );
      for (const format of ['csv', 'json']) {
        expect(files[`protocol-${number}-draft.${format}`]).toEqual(
          (await bytesOf(`/sessions/${sessionId}/protocol.${format}`, secretary)).bytes,
        );
      }
      expect((await bytesOf(`/sessions/${sessionId}/protocol.exe`, secretary)).status).toBe(404);
      expect(
        (await bytesOf(`/sessions/${sessionId}/protocol.pdf`, await stage.person('passer-by'))).status,
      ).toBe(403);
      expect((await request(process, 'GET', `/sessions/${sessionId}/protocol.pdf`)).status).toBe(401);
    }, 30_000);

    it('[13.2] is issued without gaps, frozen byte for byte, signed and attached to', async () => {
      const sessionId = await finished();
      const issue = { type: 'issue-protocol', commandId: randomUUID() };
      expect(await give(process, sessionId, issue, secretary)).toMatchObject({
        status: 409,
        body: { code: 'gaps-in-protocol' },
      });
      const minutes = {
        type: 'note-minutes',
        questionId: 'motion',
        edits: null,
        reported: 'Доклад',
        discussed: 'Обсудили',
      };
      await done(process, sessionId, minutes, secretary);
      const receipt = await done(process, sessionId, issue, secretary);
      expect((await give(process, sessionId, issue, secretary)).body).toEqual(receipt);

      const { files } = (await read(sessionId, secretary)).body.session.protocols[0]!;
      expect(Object.keys(files).toSorted()).toEqual(['csv', 'docx', 'json', 'pdf', 'xlsx']);
      for (const [format, sha256] of Object.entries(files)) {
        const { bytes, status } = await bytesOf(`/sessions/${sessionId}/protocols/1.${format}`, members[3]!);
        expect([status, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, sha256]);
      }
      await done(
        process,
        sessionId,
        { type: 'sign-protocol', version: 1, sha256: files['pdf'] },
        members[0]!,
      );
      const base64 = Buffer.from('signature').toString('base64');
      await done(
        process,
        sessionId,
        { type: 'attach-signature', version: 1, fileName: 'chair.sig', base64 },
        secretary,
      );
      const { protocols } = (await read(sessionId, secretary)).body.session;
      expect(protocols[0]).toMatchObject({
        signatures: [{ actor: 'seat-1', role: 'presiding' }],
        attachments: [
          { fileName: 'chair.sig', sha256: createHash('sha256').update('signature').digest('hex') },
        ],
      });

      const { number } = (await read(sessionId, secretary)).body.session;
      const archived = await unpacked(`/sessions/${sessionId}/protocols/1.zip`, members[3]!);
      const names = Object.keys(files).map((format) => `protocol-${number}-1.${format}`);
      expect(Object.keys(archived).toSorted()).toEqual(['chair.sig', ...names].toSorted());
      expect(String(archived['chair.sig'])).toBe('signature');
      for (const format of Object.keys(files)) {
        expect(archived[`protocol-${number}-1.${format}`]).toEqual(
          (await bytesOf(`/sessions/${sessionId}/protocols/1.${format}`, members[3]!)).bytes,
        );
      }
      const signature = `/sessions/${sessionId}/protocols/1/signatures/${protocols[0]!.attachments[0]!.sha256}`;
      expect(String((await bytesOf(signature, members[3]!)).bytes)).toBe('signature');
      expect((await bytesOf(signature.replace(/.$/, 'x'), secretary)).status).toBe(404);
      expect((await bytesOf(`/sessions/${sessionId}/protocols/2.zip`, secretary)).status).toBe(404);
      const passerBy = await stage.person('late-passer-by');
      expect((await bytesOf(`/sessions/${sessionId}/protocols/1.zip`, passerBy)).status).toBe(403);
      expect((await bytesOf(signature, passerBy)).status).toBe(403);
    }, 60_000);

    it('[13.2] says in a correction why, and an extract is of what is issued until the commission sits again', async () => {
      const sessionId = await finished();
      const texts = async (path: string) => {
        const { status, bytes } = await bytesOf(`/sessions/${sessionId}/${path}`, members[1]!);
        expect(status).toBe(200);
        return path.endsWith('pdf') ? pdfPages(bytes).join(' ') : docxParagraphs(bytes).join(' ');
      };
      const minutes = { questionId: 'motion', edits: null, reported: 'Доклад', discussed: 'Обсудили' };
      await done(process, sessionId, { type: 'note-minutes', ...minutes }, secretary);
      expect(await texts('questions/motion/extract.pdf')).toContain('ПРОЕКТ');
      expect(await texts('questions/motion/extract.docx')).not.toContain('Верно:');

      await done(process, sessionId, { type: 'issue-protocol' }, secretary);
      const silent = await give(
        process,
        sessionId,
        { type: 'issue-protocol', commandId: randomUUID() },
        secretary,
      );
      expect(silent).toMatchObject({ status: 422, body: { code: 'invalid' } });
      await done(process, sessionId, { type: 'issue-protocol', reason: 'исправлена опечатка' }, secretary);
      expect(await texts('protocols/2.docx')).toContain('взамен редакции 1. Основание: исправлена опечатка.');
      expect(await texts('questions/motion/extract.pdf')).not.toContain('ПРОЕКТ');
      const extract = await texts('questions/motion/extract.docx');
      expect(extract).toContain('Верно:');
      expect(extract).toContain('Редакция протокола: 2, взамен редакции 1.');

      await done(process, sessionId, { type: 'open-session' }, secretary);
      expect(await texts('questions/motion/extract.pdf')).toContain('ПРОЕКТ');
    }, 60_000);
  });
});
