import { Caller, Watcher } from '../people/caller.ts';
import { brokenAt } from '../people/chain.ts';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { expect, test } from '../people/story.ts';

const seats = ['Председатель', 'Анна', 'Борис', 'Вера'].map((name) => ({ name }));
const best = nomination('best', 'Лучший МФЦ', [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
]);

/** Frames of ballots name nominees nowhere else: the round was opened before anybody watched. */
const choices = /pervomaysky|leninsky/;

for (const visibility of ['turnout', 'totals'] as const) {
  test(`[10.3] under ${visibility} nothing hidden travels before the closing, and the chain holds all the time`, async ({
    house,
  }) => {
    const commission = await Commission.convenes(house, { seats, questions: [best], rules: { visibility } });
    const { sessionId, members, secretary } = commission;
    await commission.opens();
    const roundId = await commission.putsToTheVote('best');
    const [chair, anna, boris, vera] = members;
    const observer = await Watcher.watches(new Caller(house), sessionId);
    const officer = await Watcher.watches(secretary, sessionId);
    const member = await Watcher.watches(vera!.caller, sessionId);
    const start = { position: observer.position, hash: observer.snapshot!.headHash };
    const watchers = [observer, officer, member];
    // From here on only ballots come in; what was on the snapshot frame is left behind.
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const each of watchers) each.frames.length = 0;

    const first = await anna!.casts(roundId, 'pervomaysky');
    await boris!.casts(roundId, 'leninsky');
    await anna!.casts(roundId, 'leninsky', first.outcome === 'recorded' ? first.position : null);
    const last = await chair!.casts(roundId, 'pervomaysky');
    const head = last.outcome === 'recorded' ? last.position : NaN;
    for (const each of watchers) {
      await each.hasSeen(head);
      const said = each.frames.join('\n');
      expect(said).toContain('ballot-cast');
      if (visibility === 'turnout') {
        expect(said).not.toMatch(choices);
        expect(said).toContain(anna!.memberId);
      } else {
        // Counts may name nominees, entries may not; and nobody learns who voted.
        expect(JSON.stringify(each.entries)).not.toMatch(choices);
        expect(said).not.toMatch(/"member-\d+"/);
        expect(each.recorded.at(-1)!.tallies?.[roundId]).toMatchObject({
          votes: { pervomaysky: 1, leninsky: 2 },
        });
      }
    }
    expect(brokenAt(observer.entries, start)).toBeUndefined();
    // The same through the other doors: the page of the journal, the export, the session.
    for (const path of [
      `/sessions/${sessionId}/journal?after=${start.position}`,
      `/sessions/${sessionId}/journal.json`,
    ]) {
      const entries = (await secretary.obtains<{ entries: unknown[] }>('GET', path)).entries.slice(-4);
      expect(entries).toHaveLength(4);
      expect(JSON.stringify(entries)).not.toMatch(choices);
    }
    const open = await commission.round(roundId, new Caller(house));
    expect(open.ballots.every(({ ballot }) => ballot === undefined)).toBe(true);
    expect(open.tally.ballots).toBe(3);
    expect(open.tally.votes).toEqual(visibility === 'turnout' ? undefined : { pervomaysky: 1, leninsky: 2 });

    // A member always sees the own ballot, also after coming back.
    const { you } = await commission.snapshot(anna!.caller);
    expect(you.ballots[roundId]).toMatchObject({ ballot: { nominees: ['leninsky'] } });

    await commission.closesRound(roundId);
    await expect.poll(() => observer.revealed.flatMap(({ openings }) => openings).length).toBe(4);
    const opened = observer.revealed.flatMap(({ openings }) => openings);
    const whole = observer.entries.map((entry) => {
      const opening = opened.find(({ position }) => position === entry.position)?.opening;
      return opening === undefined ? entry : { ...entry, opening };
    });
    expect(brokenAt(whole, start)).toBeUndefined();
    expect(await commission.round(roundId, new Caller(house))).toMatchObject({
      ballots: expect.arrayContaining([
        expect.objectContaining({ memberId: anna!.memberId, ballot: { nominees: ['leninsky'] } }),
      ]),
    });
    commission.leaves();
  });
}
