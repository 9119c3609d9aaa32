import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { Caller, Watcher } from '../people/caller.ts';
import { brokenAt } from '../people/chain.ts';
import { Commission, type Member, nomination, nominee } from '../people/commission.ts';
import { FrontDoor } from '../people/front-door.ts';
import { House } from '../people/house.ts';
import { expect, test } from '../people/story.ts';

const seats = Array.from({ length: 12 }, (_, at) => ({ name: `Член комиссии ${at + 1}` }));
const best = nomination('best', 'Лучший МФЦ', [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
]);

/** As the member's page does it: the same command again until there is a receipt. */
async function untilRecorded(caller: Caller, sessionId: string, wish: SessionCommand): Promise<Receipt> {
  const commandId = randomUUID();
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    try {
      const { socket } = caller;
      if (socket.connected) {
        const receipt = (await socket
          .timeout(3_000)
          .emitWithAck('command', { sessionId, command: { ...wish, commandId } })) as Receipt;
        if (receipt.outcome === 'recorded') return receipt;
        if (receipt.outcome === 'refused' && receipt.code !== 'database-away') return receipt;
      }
    } catch {
      // The line broke before the answer: whether it was recorded, the same command id will tell.
    }
    await sleep(200);
  }
  throw new Error(`${wish.type} never had an answer`);
}

test('two processes on one database: one journal, equal screens, and one of them may die', async () => {
  const one = await House.opens();
  const other = await House.opens({ dataDir: one.dataDir });
  const [membersDoor, observersDoor] = [await FrontDoor.to(one.url), await FrontDoor.to(other.url)];
  try {
    const commission = await Commission.convenes(membersDoor.url, { seats, questions: [best] });
    const { sessionId, members } = commission;
    await commission.opens();
    const roundId = await commission.putsToTheVote('best');

    // Members on one, observers on the other, and half of the members have come in by the other door, too.
    const across = await Promise.all(
      members.slice(6).map(async ({ login, password, memberId }) => ({
        memberId,
        caller: await Caller.signsIn(observersDoor.url, login, password),
      })),
    );
    const here = members.slice(0, 6).map(({ memberId, caller }: Member) => ({ memberId, caller }));
    const voters = [...here, ...across];
    const observers = await Promise.all(
      [1, 2].map(() => Watcher.watches(new Caller(observersDoor.url), sessionId)),
    );
    const amongMembers = await Watcher.watches(new Caller(membersDoor.url), sessionId);
    const watchers = [...observers, amongMembers];
    const start = Math.max(...watchers.map(({ snapshot }) => snapshot!.position));

    const choose = (nomineeId: string, replaces: number | null): SessionCommand => ({
      type: 'cast-ballot',
      roundId,
      ballot: { nominees: [nomineeId] },
      replaces,
    });
    const first = await Promise.all(
      voters.map(({ caller }, at) =>
        caller.sends(sessionId, choose(at % 2 === 0 ? 'pervomaysky' : 'leninsky', null)),
      ),
    );
    expect(first.map(({ outcome }) => outcome)).toEqual(voters.map(() => 'recorded'));
    const positions = first.map((receipt) => (receipt.outcome === 'recorded' ? receipt.position : NaN));
    const reached = Math.max(...positions);
    for (const watcher of watchers) await watcher.hasSeen(reached);
    const [told, ...toldOthers] = watchers.map(({ entries }) =>
      entries.filter(({ position }) => position > start && position <= reached),
    );
    for (const each of toldOthers) expect(each).toEqual(told);
    expect(new Set(positions).size).toBe(voters.length);

    // The process that members came to dies, and with it the database that it had started.
    const changing = voters.map(({ caller }, at) =>
      untilRecorded(caller, sessionId, choose('leninsky', positions[at]!)),
    );
    await one.isKilled();
    membersDoor.leadsTo(other.url);
    const second = await Promise.all(changing);
    expect(second.map(({ outcome }) => outcome)).toEqual(voters.map(() => 'recorded'));
    const last = Math.max(
      ...second.map((receipt) => (receipt.outcome === 'recorded' ? receipt.position : NaN)),
    );

    // Who lost the line asks for what it missed; who did not has been told of everything.
    await expect.poll(() => amongMembers.isConnected, { timeout: 20_000 }).toBe(true);
    await amongMembers.catchesUp();
    for (const watcher of watchers) await watcher.hasSeen(last, 30_000);
    const journal = await observers[0]!.caller.journal(sessionId);
    expect(brokenAt(journal)).toBeUndefined();
    for (const { entries, snapshot } of watchers) {
      expect(entries.map(({ hash }) => hash)).toEqual(
        journal.slice(snapshot!.position).map(({ hash }) => hash),
      );
    }
    expect(journal.filter(({ event }) => event.type === 'ballot-cast')).toHaveLength(2 * voters.length);
    for (const { caller } of [...across, ...watchers]) caller.hangsUp();
    commission.leaves();
  } finally {
    await Promise.all([membersDoor.closes(), observersDoor.closes()]);
    await other.closes();
    await one.closes();
  }
});
