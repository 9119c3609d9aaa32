import { setTimeout as sleep } from 'node:timers/promises';
import { Commission, deadline, nomination, nominee } from '../people/commission.ts';
import { House } from '../people/house.ts';
import { Watcher } from '../people/caller.ts';
import { expect, test } from '../people/story.ts';

const best = nomination('best', 'Лучший МФЦ', [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
]);
const scene = { seats: [{ name: 'Председатель' }, { name: 'Анна' }, { name: 'Борис' }], questions: [best] };

/** The rehearsal clock, so many seconds before results are due. */
const before = (seconds: number): string => new Date(Date.parse(deadline) - seconds * 1000).toISOString();

const closingFact = { type: 'round-closed', by: 'deadline', effectiveAt: deadline };

test('[11.2] at the deadline an open round closes by itself', async ({ house }) => {
  const commission = await Commission.convenes(house, { ...scene, clock: before(12) });
  const { sessionId, members } = commission;
  await commission.opens();
  const roundId = await commission.putsToTheVote('best');
  const watcher = await Watcher.watches(members[1]!.caller, sessionId);
  expect(await members[1]!.casts(roundId, 'pervomaysky')).toMatchObject({ outcome: 'recorded' });

  await expect.poll(() => watcher.entries.at(-1)?.event, { timeout: 30_000 }).toMatchObject(closingFact);
  expect(watcher.entries.at(-1)).toMatchObject({ actor: 'server', commandId: `deadline:${roundId}` });
  expect(await members[2]!.casts(roundId, 'leninsky')).toMatchObject({
    outcome: 'refused',
    code: 'deadline-passed',
  });
  expect(
    await members[2]!.caller.posts(sessionId, {
      type: 'cast-ballot',
      roundId,
      ballot: { nominees: ['leninsky'] },
      replaces: null,
    }),
  ).toMatchObject({ status: 410 });
  expect(
    await commission.secretary.sends(sessionId, { type: 'open-round', questionId: 'best' }),
  ).toMatchObject({ code: 'deadline-passed' });
  expect((await commission.round(roundId)).outcome).toMatchObject({
    kind: 'won',
    winners: [{ nomineeId: 'pervomaysky' }],
  });
});

test('[11.2] a round whose deadline passed while the server was down is closed at the next start', async () => {
  const house = await House.opens();
  try {
    const commission = await Commission.convenes(house.url, { ...scene, clock: before(15) });
    const [, anna, boris] = commission.members;
    await commission.opens();
    const roundId = await commission.putsToTheVote('best');
    expect(await anna!.casts(roundId, 'pervomaysky')).toMatchObject({ outcome: 'recorded' });
    const shownAt = Date.parse((await commission.snapshot()).serverTime);
    await house.isKilled();
    await sleep(Date.parse(deadline) - shownAt + 1_000);
    await house.reopens();

    await expect.poll(async () => (await commission.round(roundId)).status).toBe('closed');
    const closings = (await commission.secretary.journal(commission.sessionId)).filter(
      ({ event }) => event.type === 'round-closed',
    );
    expect(closings).toMatchObject([
      { actor: 'server', commandId: `deadline:${roundId}`, event: closingFact },
    ]);
    expect(closings[0]!.recordedAt > deadline).toBe(true);
    expect(await boris!.casts(roundId, 'leninsky')).toMatchObject({
      outcome: 'refused',
      code: 'deadline-passed',
    });
    commission.leaves();
  } finally {
    await house.closes();
  }
});
