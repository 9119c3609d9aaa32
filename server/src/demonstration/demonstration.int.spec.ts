import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningApp, cookieIn, startApp } from '../testing/running-app.ts';
import { surnameFirst } from '@open-ballot/shared/protocol/people/names';
import { hashPassword } from '../sign-in/password.ts';
import { commission } from './contest-of-2020.ts';
import { holdsDemonstration, loadDemonstration } from './demonstration.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let house: RunningApp;

beforeAll(async () => {
  house = await startApp();
  // As two processes that start on one empty database.
  await Promise.all([loadDemonstration(house.app), loadDemonstration(house.app)]);
});
afterAll(() => house.stop());

const signIn = async (login: string): Promise<string> =>
  cookieIn(await house.ask('/api/sign-in', { body: { login, password: 'rehearsal' } }));

describe('the demonstration', () => {
  it('is one contest, a rehearsal due on the last of June 2021', async () => {
    expect(await holdsDemonstration(house.app)).toBe(true);
    const cookie = await signIn('secretary');
    const { body } = await house.ask('/api/contests', { cookie });
    expect(body.items).toHaveLength(1);
    const [contest] = body.items;
    expect(contest).toMatchObject({ rehearsal: true, deadline: '2021-06-30T21:00:00.000Z' });

    const { nominations, members } = (await house.ask(`/api/contests/${contest.contestId}`, { cookie })).body;
    expect(nominations.map(({ title }: { title: string }) => title)).toEqual([
      'Лучший МФЦ',
      'Лучший универсальный специалист МФЦ',
      'Лучший МФЦ столицы региона',
    ]);
    for (const { nominees } of nominations) {
      expect(nominees.length).toBeGreaterThanOrEqual(4);
      expect(nominees.length).toBeLessThanOrEqual(6);
    }
    expect(members).toHaveLength(9);
    expect(members[0]).toMatchObject({ memberId: 'chair', role: 'chair', accountLogin: 'chair' });
  });

  it('is told from rehearsals of other people, whose passwords are not published', async () => {
    const { body } = await house.ask('/api/sessions', {});
    expect(body.items).toMatchObject([{ rehearsal: true, demonstration: true }]);
    // Whom a secretary of the demonstration invites comes by a link, for rehearsals only and without a password.
    await house.database.query('UPDATE account SET password_hash = NULL');
    const invited = (await house.ask('/api/sessions', {})).body;
    expect(invited.items).toMatchObject([{ rehearsal: true, demonstration: false }]);
    await house.database.query('UPDATE account SET password_hash = $1', [await hashPassword('rehearsal')]);
  });

  it('has seats that a roll call tells apart', () => {
    const printed = commission.map(({ name }) => surnameFirst(name));
    expect(new Set(printed).size).toBe(commission.length);
    expect(printed).toContain('Представитель МВД России');
  });

  it('lets every account in, each to its own seat', async () => {
    const logins = ['secretary', 'chair', ...Array.from({ length: 8 }, (_, n) => `member-${n + 1}`)];
    for (const login of logins) {
      const { body } = await house.ask('/api/me', { cookie: await signIn(login) });
      expect(body.roles).toEqual([login === 'secretary' ? 'secretary' : 'member']);
      expect(body.seats.map(({ memberId }: { memberId: string }) => memberId)).toEqual(
        login === 'secretary' ? [] : [login],
      );
    }
  });

  it('has a session to watch without a sign-in, on the morning of 25 June 2021', async () => {
    const { items } = (await house.ask('/api/sessions')).body;
    expect(items).toMatchObject([{ number: '1', status: 'convened', rehearsal: true, public: true }]);
    const { session, serverTime } = (await house.ask(`/api/sessions/${items[0].sessionId}`)).body;
    expect(serverTime).toMatch(/^2021-06-25T07:0/);
    expect(session.questions.map(({ kind }: { kind: string }) => kind)).toEqual([
      'motion',
      'choose',
      'approval',
      'rank',
    ]);
    expect(session.roll.map(({ body }: { body: string }) => body)).toContain('Росреестр');
  });

  it('can be voted through', async () => {
    const { items } = (await house.ask('/api/sessions')).body;
    const at = `/api/sessions/${items[0].sessionId}`;
    const give = async (login: string, command: object, commandId: string) => {
      const { status, body } = await house.ask(`${at}/commands`, {
        cookie: await signIn(login),
        body: { commandId, ...command },
      });
      expect({ status, outcome: body.outcome, detail: body.detail }).toEqual({
        status: 200,
        outcome: 'recorded',
      });
    };
    for (const memberId of ['chair', 'member-1', 'member-2', 'member-3', 'member-4', 'member-5']) {
      await give(
        'secretary',
        { type: 'mark-attendance', memberId, attendance: 'in-person' },
        `arrival-${memberId}`,
      );
    }
    await give('secretary', { type: 'open-session' }, 'open');
    await give('secretary', { type: 'open-round', questionId: 'agenda' }, 'round');
    const round = async () => (await house.ask(at)).body.session.questions[0].rounds[0];
    const { roundId } = await round();
    await give(
      'chair',
      { type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null },
      'ballot',
    );
    await give('secretary', { type: 'close-round', roundId }, 'close');
    expect((await round()).outcome).toMatchObject({ kind: 'adopted' });
  });

  it('does not touch a database where somebody has begun', async () => {
    const other = await startApp();
    try {
      await other.signedIn({ login: 'first', name: 'Первый', password: 'первый' });
      await loadDemonstration(other.app);
      expect((await other.ask('/api/sessions')).body.items).toEqual([]);
      expect(await holdsDemonstration(other.app)).toBe(false);
    } finally {
      await other.stop();
    }
  });
});
