import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import { brokenAt } from '../people/chain.ts';
import { Commission, type Member, motion } from '../people/commission.ts';
import { House } from '../people/house.ts';

export interface CrashOptions {
  readonly rounds: number;
  /** Members who vote at the same moment. */
  readonly ballots: number;
}

/** What was found after one kill. Everything but the first two must be 0, or nothing was kept. */
export interface CrashReport {
  readonly receiptsBefore: number;
  readonly recordedBefore: number;
  /** Receipts whose entry is not in the journal as the receipt says. */
  readonly lost: number;
  /** Ballots recorded more than once, although each was sent until it had a receipt. */
  readonly twice: number;
  /** Members whose ballot never came in. */
  readonly missing: number;
  readonly brokenAt: number;
}

interface Sent {
  readonly member: Member;
  readonly commandId: string;
  receipt?: Recorded;
}

/**
 * Kills the server in the middle of ballots cast at once, with -9 and fsync on, and starts it again.
 *
 * Each member sends the same command again until it has a receipt, as the member's page does; then the journal
 * is read as anybody reads it and held against the receipts.
 */
export async function crash(
  { rounds, ballots }: CrashOptions,
  tell: (report: CrashReport) => void,
): Promise<void> {
  const house = await House.opens();
  try {
    mustSync(house.dataDir);
    const commission = await Commission.convenes(house.url, {
      signIn: 'link',
      seats: Array.from({ length: ballots }, (_, at) => ({ name: `Член комиссии ${at + 1}` })),
      questions: Array.from({ length: rounds }, (_, at) => motion(`motion-${at + 1}`, `Вопрос ${at + 1}`)),
    });
    await commission.opens();
    for (let round = 1; round <= rounds; round += 1)
      tell(await oneCrash(house, commission, `motion-${round}`));
    commission.leaves();
  } finally {
    await house.closes();
  }
}

/** A receipt proves nothing where the database does not wait for its disk. */
function mustSync(dataDir: string): void {
  for (const file of ['postgresql.conf', 'postgresql.auto.conf', 'postmaster.opts']) {
    const settings = readFileSync(path.join(dataDir, 'postgres', file), 'utf8');
    if (/^[^#\n]*(fsync|synchronous_commit)\W+(off|local)/m.test(settings))
      throw new Error(`${file} turns durability off`);
  }
}

async function oneCrash(house: House, commission: Commission, questionId: string): Promise<CrashReport> {
  const roundId = await commission.putsToTheVote(questionId);
  const sent = commission.members.map((member): Sent => ({ member, commandId: randomUUID() }));
  await Promise.all(sent.map(({ member }) => isConnected(member)));

  // At the first receipt, or when some more have come: in the middle in any case, somewhere else each time.
  const killedAfter = randomInt(1, Math.max(2, sent.length / 2));
  let receipts = 0;
  let killed: Promise<void> | undefined;
  await Promise.all(
    sent.map(async (each) => {
      const receipt = await castOrCutOff(each, commission.sessionId, roundId);
      if (receipt?.outcome === 'recorded') each.receipt = receipt;
      receipts += receipt === undefined ? 0 : 1;
      if (receipts >= killedAfter) killed ??= house.isKilled();
    }),
  );
  await killed;
  const receiptsBefore = sent.filter(({ receipt }) => receipt !== undefined).length;
  await house.reopens();
  const recordedBefore = (await ballotsOf(commission, roundId)).length;

  await Promise.all(sent.map((each) => castUntilRecorded(each, commission.sessionId, roundId)));
  await commission.does({ type: 'close-round', roundId });
  return { receiptsBefore, recordedBefore, ...(await held(sent, commission, roundId)) };
}

const wish = (roundId: string) =>
  ({ type: 'cast-ballot', roundId, ballot: { choice: 'for' }, replaces: null }) as const;

/** The receipt, or undefined when the line broke before it came. */
async function castOrCutOff(
  { member, commandId }: Sent,
  sessionId: string,
  roundId: string,
): Promise<Receipt | undefined> {
  const { socket } = member.caller;
  return new Promise((resolve) => {
    const cutOff = () => resolve(undefined);
    socket.once('disconnect', cutOff);
    socket.emit('command', { sessionId, command: { ...wish(roundId), commandId } }, (receipt: Receipt) => {
      socket.off('disconnect', cutOff);
      resolve(receipt);
    });
  });
}

async function castUntilRecorded(each: Sent, sessionId: string, roundId: string): Promise<void> {
  for (let attempt = 1; attempt <= 30; attempt += 1) {
    await isConnected(each.member);
    const receipt = await castOrCutOff(each, sessionId, roundId);
    if (receipt?.outcome === 'recorded') {
      if (each.receipt && JSON.stringify(each.receipt) !== JSON.stringify(receipt)) {
        throw new Error(`another receipt for the same command: ${JSON.stringify([each.receipt, receipt])}`);
      }
      each.receipt = receipt;
      return;
    }
    await sleep(200);
  }
}

async function isConnected({ caller: { socket } }: Member): Promise<void> {
  if (socket.connected) return;
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
}

async function ballotsOf({ secretary, sessionId }: Commission, roundId: string) {
  const journal = await secretary.journal(sessionId);
  return journal.filter(({ event }) => event.type === 'ballot-cast' && event['roundId'] === roundId);
}

async function held(sent: readonly Sent[], commission: Commission, roundId: string) {
  const journal = await commission.secretary.journal(commission.sessionId);
  const cast = journal.filter(({ event }) => event.type === 'ballot-cast' && event['roundId'] === roundId);
  const times = (commandId: string): number => cast.filter((entry) => entry.commandId === commandId).length;
  const isKept = ({ commandId, receipt }: Sent): boolean =>
    cast.some(
      (entry) =>
        entry.commandId === commandId && entry.position === receipt?.position && entry.hash === receipt.hash,
    );
  return {
    lost: sent.filter((each) => each.receipt !== undefined && !isKept(each)).length,
    twice: sent.filter(({ commandId }) => times(commandId) > 1).length,
    missing: sent.filter(({ commandId }) => times(commandId) === 0).length,
    brokenAt: brokenAt(journal) ?? 0,
  };
}
