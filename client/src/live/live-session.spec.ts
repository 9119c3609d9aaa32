import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { You } from '@open-ballot/shared/contract/live';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { Session } from '@open-ballot/shared/rules/session';
import { redact, redactSession } from '@open-ballot/shared/rules/showing/redact';
import { HandLine } from '../testing/hand-line.ts';
import { LivedJournal, theSecretary } from '../testing/lived-journal.ts';
import { LiveSession, shutOutBy, type Denied } from './live-session.ts';

afterEach(() => void jest.useRealTimers());

const soon = () => new Promise((resolve) => setTimeout(resolve));
const nobody: You = { ballots: {} };
const snapshotOf = (lived: LivedJournal, you = nobody) => ({
  session: redactSession(lived.session, 'public'),
  position: lived.entries.length,
  headHash: lived.headHash,
  serverTime: lived.now,
  you,
});
const catchUpOf = (lived: LivedJournal, after: number, you = nobody) => ({
  entries: lived.entries.slice(after),
  position: lived.entries.length,
  headHash: lived.headHash,
  serverTime: lived.now,
  you,
});

async function watching(lived: LivedJournal, you = nobody, journal: readonly JournalEntry[] = lived.entries) {
  const line = new HandLine();
  const live = new LiveSession('session-1', line, async (after) =>
    journal.filter((entry) => entry.position > after),
  );
  line.is('up');
  line.last('watch').answer(snapshotOf(lived, you));
  await soon();
  return { line, live };
}

const opened = () => new LivedJournal().open('chair', 'ann', 'bo');

describe('the live session', () => {
  it('evolves what watch gave it with the entries that follow', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    lived.votes(lived.openRound(), { ann: 'x' });
    line.recorded(lived.entries.slice(from));
    expect(live.getState().session).toEqual(lived.session);
    expect(live.getState().position).toBe(lived.entries.length);
    expect(live.getState().headHash).toBe(lived.headHash);
  });

  it('asks for what it missed when positions have a gap, and applies everything once', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    lived.votes(lived.openRound(), { ann: 'x', bo: 'y' });
    line.recorded(lived.entries.slice(from + 1));
    expect(live.getState().position).toBe(from);
    expect(line.last('watch').message).toEqual({ sessionId: 'session-1', after: from });
    line.last('watch').answer(catchUpOf(lived, from));
    await soon();
    expect(live.getState().session).toEqual(lived.session);
    line.recorded(lived.entries.slice(from));
    expect(live.getState().session).toEqual(lived.session);
  });

  it('keeps what arrives during a catch-up and applies it after it', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    const roundId = lived.openRound();
    line.is('down');
    line.is('up');
    const answer = catchUpOf(lived, from);
    lived.votes(roundId, { ann: 'x' });
    line.recorded(lived.entries.slice(-1));
    line.last('watch').answer(answer);
    await soon();
    expect(live.getState().session).toEqual(lived.session);
  });

  it('tells what was missed while the line was down', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    line.is('down');
    expect(live.getState().connection).toBe('offline');
    lived.openRound();
    line.is('up');
    line.last('watch').answer(catchUpOf(lived, from));
    await soon();
    expect(live.getState().connection).toBe('online');
    expect(live.getState().missed.map((entry) => entry.event.type)).toEqual(['round-opened']);
    live.dismissMissed();
    expect(live.getState().missed).toEqual([]);
  });

  it('tells what was missed once, though the check of the whole chain brings it first', async () => {
    const lived = opened();
    const line = new HandLine();
    const held: (() => void)[] = [];
    const live = new LiveSession('session-1', line, async (after) => {
      if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
      return lived.entries.filter((entry) => entry.position > after);
    });
    line.is('up');
    line.last('watch').answer(snapshotOf(lived));
    await soon();
    line.is('down');
    lived.openRound();
    line.is('up');
    line.last('watch').answer(snapshotOf(lived));
    await soon();
    await live.checkWholeChain();
    held.forEach((goesOn) => goesOn());
    await soon();
    expect(live.getState().feed).toEqual(lived.entries);
    expect(live.getState().missed).toEqual(lived.entries.slice(-1));
  });

  it('never goes backwards, though a process that is behind answers after a reconnect', async () => {
    const lived = opened();
    const behind = snapshotOf(lived);
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    lived.votes(lived.openRound(), { ann: 'x' });
    line.recorded(lived.entries.slice(from));
    line.is('down');
    line.is('up');
    line.last('watch').answer(behind);
    await soon();
    expect(live.getState().position).toBe(lived.entries.length);
    expect(live.getState().session?.questions[0]?.rounds[0]?.tally.ballots).toBe(1);
    live.close();
  });

  it('takes the counts that come beside sealed ballots [10.1]', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], visibility: 'totals' }).open(
      'chair',
      'ann',
      'bo',
    );
    const roundId = lived.openRound();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    lived.votes(roundId, { ann: 'x' });
    const tally = { votes: { x: 1, y: 0 }, abstained: 0, ballots: 1, notVoted: 2, recused: 0 };
    const shown = lived.entries.slice(from).map((entry) => redact(entry, 'public', lived.session));
    line.tell('recorded', { entries: shown, tallies: { [roundId]: tally } });
    const round = live.getState().session?.questions[0]?.rounds[0];
    expect(round?.tally).toEqual(tally);
    expect(round?.ballots).toEqual([]);
    expect(live.getState().chain?.broken).toBeUndefined();
  });

  it('opens what was sealed once the round is closed [10.4], and comes to the same outcome', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], visibility: 'turnout' }).open(
      'chair',
      'ann',
      'bo',
    );
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'y' });
    const sealed = lived.entries.slice(from).map(({ opening: _opening, ...entry }) => entry);
    line.recorded(sealed);
    expect(live.getState().session?.questions[0]?.rounds[0]?.ballots.map((each) => each.ballot)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const openings = lived.entries.flatMap(({ position, opening }) =>
      opening ? [{ position, opening }] : [],
    );
    lived.closeRound(roundId);
    line.recorded(lived.entries.slice(-1));
    line.tell('revealed', { openings });
    expect(live.getState().session?.questions[0]?.result).toEqual(lived.session.questions[0]?.result);
    expect(live.getState().chain?.broken).toBeUndefined();
  });

  it('keeps openings that come while the closing before them is still being fetched', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], visibility: 'turnout' }).open(
      'chair',
      'ann',
      'bo',
    );
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'y' });
    const openings = lived.entries.flatMap(({ position, opening }) =>
      opening ? [{ position, opening }] : [],
    );
    lived.closeRound(roundId);
    const sealed = lived.entries.slice(from).map(({ opening: _opening, ...entry }) => entry);
    line.recorded(sealed.slice(-1));
    line.tell('revealed', { openings });
    line.last('watch').answer({ ...catchUpOf(lived, from), entries: sealed });
    await soon();
    expect(live.getState().session?.questions[0]?.result).toEqual(lived.session.questions[0]?.result);
  });

  it('sees that an opening is not what was sealed', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], visibility: 'turnout' }).open(
      'chair',
      'ann',
      'bo',
    );
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    const roundId = lived.openRound();
    lived.votes(roundId, { ann: 'x' });
    const [opening] = lived.entries.flatMap((entry) => (entry.opening ? [entry] : []));
    lived.closeRound(roundId);
    line.recorded(lived.entries.slice(from).map(({ opening: _opening, ...entry }) => entry));
    const forged = { ...opening?.opening, salt: opening?.opening?.salt ?? '', ballot: { nominees: ['y'] } };
    line.tell('revealed', { openings: [{ position: opening?.position, opening: forged }] });
    expect(live.getState().chain?.broken).toEqual({ position: opening?.position, flaw: 'seal' });
  });

  it('sees that an entry does not continue the chain', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    const from = lived.entries.length;
    lived.openRound();
    const [entry] = lived.entries.slice(from);
    if (!entry) throw new Error('nothing was recorded');
    line.recorded([{ ...entry, event: { ...entry.event, number: 2 } }]);
    expect(live.getState().chain?.broken).toEqual({ position: from + 1, flaw: 'hash' });
  });

  it('recomputes the chain from the first entry', async () => {
    const { live } = await watching(opened());
    await live.checkWholeChain();
    expect(live.getState().chain).toMatchObject({ from: 1, through: live.getState().position });
    expect(live.getState().feed[0]?.event.type).toBe('session-convened');
  });

  it('finds the first entry that was altered in the journal', async () => {
    const lived = opened();
    const forged = lived.entries.map((entry) =>
      entry.position === 3 ? { ...entry, event: { ...entry.event, attendance: 'remote' } } : entry,
    );
    const { live } = await watching(lived, nobody, forged);
    await live.checkWholeChain();
    expect(live.getState().chain?.broken).toEqual({ position: 3, flaw: 'hash' });
  });
});

describe('a command', () => {
  const wish = { type: 'cast-ballot', roundId: 'r', ballot: { nominees: ['x'] }, replaces: null } as const;
  const receipt = {
    outcome: 'recorded',
    position: 57,
    hash: 'h',
    recordedAt: '2021-06-25T11:03:22.000Z',
  } as const;

  it('goes again under the same id after the line was down, and resolves with its receipt only [9.3]', async () => {
    const lived = opened();
    const { line, live } = await watching(lived, { memberId: 'ann', ballots: {} });
    let answered: unknown;
    void live.submit(wish).then((answer) => (answered = answer));
    const first = line.last('command');
    line.is('down');
    first.fail();
    await soon();
    expect(answered).toBeUndefined();
    expect(live.getState().waiting).toBe(1);
    line.is('up');
    line.last('watch').answer(catchUpOf(lived, lived.entries.length, { memberId: 'ann', ballots: {} }));
    await soon();
    const second = line.last('command');
    expect(second).not.toBe(first);
    expect(second.message).toEqual(first.message);
    second.answer(receipt);
    await soon();
    expect(answered).toEqual(receipt);
    expect(live.getState().waiting).toBe(0);
    expect(live.getState().you.ballots['r']).toEqual({
      ballot: { nominees: ['x'] },
      position: 57,
      basis: 'own',
    });
  });

  it('that failed is asked about again under the same id before anybody hears of it', async () => {
    const { line, live } = await watching(opened());
    jest.useFakeTimers();
    const answer = live.submit({ type: 'open-session' });
    const ids = new Set<unknown>();
    for (let attempt = 0; attempt < 3; attempt++) {
      const { message, answer: reply } = line.last('command');
      ids.add((message['command'] as { readonly commandId: string }).commandId);
      reply({ outcome: 'failed', code: 'failed', requestId: `q${attempt}` });
      await jest.advanceTimersByTimeAsync(2_000);
    }
    expect(await answer).toEqual({ outcome: 'failed', code: 'failed', requestId: 'q2' });
    expect(ids.size).toBe(1);
    expect(line.asked.filter((each) => each.name === 'command')).toHaveLength(3);
  });

  it('refused since the ballot changed elsewhere asks what of one’s own is recorded [9.1]', async () => {
    const lived = opened();
    const { line, live } = await watching(lived, { memberId: 'ann', ballots: {} });
    const answer = live.submit(wish);
    line.last('command').answer({ outcome: 'refused', code: 'ballot-changed-elsewhere', detail: '' });
    expect(await answer).toMatchObject({ outcome: 'refused' });
    const elsewhere = { ballot: { nominees: ['y'] }, position: 9, basis: 'own' };
    line
      .last('watch')
      .answer(catchUpOf(lived, lived.entries.length, { memberId: 'ann', ballots: { r: elsewhere } }));
    await soon();
    expect(live.getState().you.ballots['r']).toEqual(elsewhere);
  });

  it('keeps the later own ballot, whichever receipt comes first [9.1]', async () => {
    const { line, live } = await watching(opened(), { memberId: 'ann', ballots: {} });
    void live.submit(wish);
    const first = line.last('command');
    void live.submit({ ...wish, ballot: { nominees: ['y'] }, replaces: 57 });
    line.last('command').answer({ ...receipt, position: 58 });
    await soon();
    first.answer(receipt);
    await soon();
    expect(live.getState().you.ballots['r']).toMatchObject({ ballot: { nominees: ['y'] }, position: 58 });
  });

  it('is not forgotten by an answer from before it', async () => {
    const lived = opened();
    const { line, live } = await watching(lived, { memberId: 'ann', ballots: {} });
    void live.submit(wish);
    const command = line.last('command');
    line.is('up');
    const before = catchUpOf(lived, lived.entries.length, { memberId: 'ann', ballots: {} });
    command.answer(receipt);
    await soon();
    line.last('watch').answer(before);
    await soon();
    expect(live.getState().you.ballots['r']).toMatchObject({ position: 57 });
  });

  it('that a screen gives as it goes away still goes out', async () => {
    const { line, live } = await watching(opened());
    const closed = jest.spyOn(line, 'close');
    live.close();
    void live.submit(wish);
    expect(line.last('command')).toBeTruthy();
    expect(closed).not.toHaveBeenCalled();
    await soon();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('finds the line open where the screen came back at once', async () => {
    const { line, live } = await watching(opened());
    const closed = jest.spyOn(line, 'close');
    live.close();
    live.open();
    await soon();
    expect(closed).not.toHaveBeenCalled();
    void live.submit(wish);
    expect(line.last('command')).toBeTruthy();
  });

  it('is asked for no more once the screen is left', async () => {
    const { line, live } = await watching(opened());
    jest.useFakeTimers();
    void live.submit(wish);
    live.close();
    await jest.advanceTimersByTimeAsync(0);
    line.last('command').fail();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(line.asked.filter((each) => each.name === 'command')).toHaveLength(1);
  });
});

describe('a viewer who may now see more or less', () => {
  it('asks for the whole session until it has come, though the line drops meanwhile', async () => {
    const lived = opened();
    const { line, live } = await watching(lived);
    lived.does(theSecretary, { type: 'pass-chair', memberId: 'ann' });
    line.recorded(lived.entries.slice(-1));
    expect(line.last('watch').message).toEqual({ sessionId: 'session-1' });
    line.is('down');
    line.last('watch').fail();
    await soon();
    line.is('up');
    expect(line.last('watch').message).toEqual({ sessionId: 'session-1' });
    line.last('watch').answer(snapshotOf(lived, { memberId: 'ann', officer: true, ballots: {} }));
    await soon();
    expect(live.getState().you.officer).toBe(true);
    line.is('up');
    expect(line.last('watch').message).toEqual({ sessionId: 'session-1', after: lived.entries.length });
  });
});

it('takes the session off the screen when a sign-in has ended, not for trouble that passes', () => {
  const session = {} as Session;
  const refused = (code: 'not-found' | 'database-away') => ({ outcome: 'refused', code }) as Denied;
  expect(shutOutBy({ session, denied: refused('not-found') })).toMatchObject({ code: 'not-found' });
  expect(shutOutBy({ session, denied: refused('database-away') })).toBeUndefined();
  expect(shutOutBy({ session: undefined, denied: refused('database-away') })).toBeDefined();
});
