import { randomUUID } from 'node:crypto';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { Caller } from '../people/caller.ts';
import { brokenAt } from '../people/chain.ts';
import { Commission, nomination, nominee, type Scene } from '../people/commission.ts';
import { expect, test } from '../people/story.ts';

const pervomaysky = nominee('pervomaysky', 'МФЦ «Мои документы» Первомайского района');
const leninsky = nominee('leninsky', 'МФЦ «Мои документы» Ленинского района');
const nominees = [pervomaysky, leninsky, nominee('oktyabrsky', 'МФЦ «Мои документы» Октябрьского района')];
const best = nomination('best', 'Лучший МФЦ', nominees);
const seats = ['Председатель', 'Анна', 'Борис', 'Вера', 'Глеб', 'Дина'].map((name) => ({ name }));

/** Six seats, everybody here, the session open. */
async function sessionIsOpen(house: string, scene: Partial<Scene> = {}) {
  const commission = await Commission.convenes(house, { seats, questions: [best], ...scene });
  await commission.opens();
  const [chair, anna, boris, vera, gleb, dina] = commission.members;
  return { commission, chair: chair!, anna: anna!, boris: boris!, vera: vera!, gleb: gleb!, dina: dina! };
}

const positionOf = (receipt: Receipt): number => (receipt.outcome === 'recorded' ? receipt.position : NaN);

test('[7.2] a tie is decided by the own vote of the presiding member', async ({ house }) => {
  const { commission, chair, anna, boris, vera, gleb, dina } = await sessionIsOpen(house);
  const round = await commission.putsToTheVote('best');
  for (const member of [anna, boris, vera]) await member.casts(round, 'pervomaysky');
  for (const member of [chair, gleb, dina]) await member.casts(round, 'leninsky');

  const { outcome, tally } = await commission.closesRound(round);
  expect(tally.votes).toMatchObject({ pervomaysky: 3, leninsky: 3 });
  expect(outcome).toMatchObject({
    kind: 'won',
    decidedBy: 'own-vote',
    winners: [{ nomineeId: 'leninsky', place: 1 }],
  });
  expect(brokenAt(await commission.secretary.journal(commission.sessionId))).toBeUndefined();
});

test('[4.4] a tie that the own vote leaves goes to a runoff among the tied', async ({ house }) => {
  const { commission, chair, anna, boris, vera, gleb, dina } = await sessionIsOpen(house);
  const round = await commission.putsToTheVote('best');
  for (const member of [anna, boris]) await member.casts(round, 'pervomaysky');
  for (const member of [vera, gleb]) await member.casts(round, 'leninsky');
  await chair.abstains(round);
  await dina.casts(round, 'oktyabrsky');
  const { outcome } = await commission.closesRound(round);
  expect(outcome).toMatchObject({ kind: 'tied', awaiting: 'runoff', among: ['pervomaysky', 'leninsky'] });

  const runoff = await commission.putsToTheVote('best');
  expect(await commission.round(runoff)).toMatchObject({
    kind: 'runoff',
    number: 2,
    nomineeIds: ['pervomaysky', 'leninsky'],
  });
  expect(await dina.casts(runoff, 'oktyabrsky')).toMatchObject({
    outcome: 'refused',
    code: 'choice-not-offered',
  });
  for (const member of [anna, boris, dina, chair]) await member.casts(runoff, 'pervomaysky');
  for (const member of [vera, gleb]) await member.casts(runoff, 'leninsky');
  expect((await commission.closesRound(runoff)).outcome).toMatchObject({
    kind: 'won',
    winners: [{ nomineeId: 'pervomaysky' }],
  });
  expect((await commission.question('best')).result).toMatchObject({
    status: 'awarded',
    winners: [{ nomineeId: 'pervomaysky', place: 1 }],
  });
});

test('[8.1] who recuses loses the ballot already cast and cannot vote again', async ({ house }) => {
  const { commission, anna, boris } = await sessionIsOpen(house);
  const round = await commission.putsToTheVote('best');
  await boris.casts(round, 'leninsky');
  await anna.casts(round, 'pervomaysky');
  expect(await anna.recuses('best', 'работала в этом МФЦ')).toMatchObject({ outcome: 'recorded' });
  expect(await anna.casts(round, 'pervomaysky')).toMatchObject({ outcome: 'refused', code: 'recused' });

  const closed = await commission.closesRound(round);
  expect(closed.recused).toEqual([anna.memberId]);
  expect(closed.tally).toMatchObject({ ballots: 1, recused: 1, votes: { leninsky: 1 } });

  const forEverybody = JSON.stringify(await new Caller(house).journal(commission.sessionId));
  expect(forEverybody).not.toContain('работала в этом МФЦ');
  expect(JSON.stringify(await commission.secretary.journal(commission.sessionId))).toContain(
    'работала в этом МФЦ',
  );
});

test('[8.5] a ballot by hand is marked as such and gives way to the own one', async ({ house }) => {
  const { commission, anna, boris } = await sessionIsOpen(house, { rules: { changeUntilClose: false } });
  const { secretary, sessionId } = commission;
  const round = await commission.putsToTheVote('best');
  const byHand = {
    type: 'enter-ballot',
    roundId: round,
    ballot: { nominees: ['leninsky'] },
    basis: 'by-hand',
  } as const;
  const entered = await secretary.sends(sessionId, { ...byHand, memberId: anna.memberId });
  expect(entered).toMatchObject({ outcome: 'recorded' });
  expect((await commission.round(round)).ballots).toMatchObject([
    { memberId: anna.memberId, basis: 'by-hand' },
  ]);

  expect(await anna.casts(round, 'pervomaysky', positionOf(entered))).toMatchObject({ outcome: 'recorded' });
  expect(await secretary.sends(sessionId, { ...byHand, memberId: anna.memberId })).toMatchObject({
    code: 'already-voted-in-person',
  });
  expect(await boris.caller.sends(sessionId, { ...byHand, memberId: anna.memberId })).toMatchObject({
    code: 'forbidden',
  });
  expect((await commission.closesRound(round)).ballots).toMatchObject([
    { memberId: anna.memberId, basis: 'own', ballot: { nominees: ['pervomaysky'] } },
  ]);
});

test('[9.1] a ballot can be changed until closing, by who knows the one it replaces', async ({ house }) => {
  const { commission, anna } = await sessionIsOpen(house);
  const round = await commission.putsToTheVote('best');
  const secondTab = await Caller.signsIn(house, anna.login, anna.password);
  const ballot = await anna.casts(round, 'pervomaysky');
  const changed = await anna.casts(round, 'leninsky', positionOf(ballot));
  expect(changed).toMatchObject({ outcome: 'recorded' });

  const wish = { type: 'cast-ballot', roundId: round, ballot: { nominees: ['oktyabrsky'] } } as const;
  for (const stale of [null, positionOf(ballot)]) {
    const answer = await secondTab.sends(commission.sessionId, { ...wish, replaces: stale });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'ballot-changed-elsewhere' });
  }
  const { ballots, tally } = await commission.closesRound(round);
  expect(ballots).toMatchObject([{ memberId: anna.memberId, changes: 1, position: positionOf(changed) }]);
  expect(tally).toMatchObject({ ballots: 1, votes: { leninsky: 1 } });
  secondTab.hangsUp();
});

test('[9.1] without changes the second ballot is refused', async ({ house }) => {
  const { commission, anna } = await sessionIsOpen(house, { rules: { changeUntilClose: false } });
  const round = await commission.putsToTheVote('best');
  const ballot = await anna.casts(round, 'pervomaysky');
  expect(await anna.casts(round, 'leninsky', positionOf(ballot))).toMatchObject({
    outcome: 'refused',
    code: 'already-voted',
  });
});

test('[9.3] the same command twice is one entry and one receipt, through either door', async ({ house }) => {
  const { commission, anna, boris } = await sessionIsOpen(house);
  const { sessionId } = commission;
  const roundId = await commission.putsToTheVote('best');
  const commandId = randomUUID();
  const wish = {
    type: 'cast-ballot',
    roundId,
    ballot: { nominees: ['pervomaysky'] },
    replaces: null,
  } as const;
  const atOnce = await Promise.all(
    [anna, anna, anna].map(({ caller }) => caller.sends(sessionId, wish, commandId)),
  );
  const later = await anna.caller.posts(sessionId, wish, commandId);
  expect(atOnce[0]).toMatchObject({ outcome: 'recorded' });
  expect(new Set([...atOnce, later.body].map((receipt) => JSON.stringify(receipt)))).toHaveProperty(
    'size',
    1,
  );

  const entries = await commission.secretary.journal(sessionId);
  expect(entries.filter((entry) => entry.commandId === commandId)).toHaveLength(1);
  const otherBody = { ...wish, ballot: { nominees: ['leninsky'] } };
  expect(await anna.caller.sends(sessionId, otherBody, commandId)).toMatchObject({
    code: 'command-id-reused',
  });
  expect(await boris.caller.sends(sessionId, wish, commandId)).toMatchObject({ code: 'command-id-reused' });
});

test('who may not vote is told why, over both doors', async ({ house }) => {
  const { commission, anna, boris } = await sessionIsOpen(house);
  const { sessionId, secretary } = commission;
  const observer = new Caller(house);
  await commission.does({
    type: 'mark-attendance',
    memberId: boris.memberId,
    attendance: 'absent',
    reason: 'болезнь',
  });
  const roundId = await commission.putsToTheVote('best');
  const wish = {
    type: 'cast-ballot',
    roundId,
    ballot: { nominees: ['pervomaysky'] },
    replaces: null,
  } as const;

  const refusedAs = async (caller: Caller, code: string, status: number, ballot: SessionCommand = wish) => {
    expect(await caller.sends(sessionId, ballot)).toMatchObject({ outcome: 'refused', code });
    const overHttp = await caller.posts(sessionId, ballot);
    expect(overHttp).toMatchObject({ status, body: { outcome: 'refused', code, status } });
    expect(overHttp.type).toContain('application/problem+json');
  };
  await refusedAs(boris.caller, 'not-present', 409);
  await refusedAs(observer, 'forbidden', 403);
  await refusedAs(secretary, 'not-on-the-roll', 403);
  await refusedAs(anna.caller, 'choice-not-offered', 422, { ...wish, ballot: { nominees: ['nobody'] } });
  await commission.closesRound(roundId);
  await refusedAs(anna.caller, 'round-not-open', 409);

  // [8.6] Whom a ballot is for is never a field of the request.
  const forSomebodyElse = { ...wish, memberId: boris.memberId } as SessionCommand;
  const answer = await anna.caller.posts(sessionId, forSomebodyElse);
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', fields: [{ path: 'memberId' }] } });
  observer.hangsUp();
});
