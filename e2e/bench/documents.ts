import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { House } from '../people/house.ts';
import { median, percentile } from './table.ts';

const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;

export interface Size {
  readonly members: number;
  readonly questions: number;
}

/** The sizes that `protocol.md` speaks of: a usual session, a large one, the largest that anybody has shown. */
export const sizes: readonly Size[] = [
  { members: 9, questions: 3 },
  { members: 60, questions: 40 },
  { members: 180, questions: 100 },
];

/** What a document cost, and how long the server kept others waiting meanwhile. Milliseconds and bytes. */
export interface DocumentReport {
  readonly format: string;
  readonly took: number;
  readonly bytes: number;
  readonly answers: Waiting;
  /** For how long the main loop of the server was held up at worst. */
  readonly loop: number;
}

export interface Waiting {
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export interface SizeReport extends Size {
  readonly entries: number;
  /** How long the same small requests took while nothing was drawn. */
  readonly idle: Waiting;
  readonly idleLoop: number;
  readonly documents: readonly DocumentReport[];
}

/**
 * Draws the protocol of a whole session in every format while somebody keeps asking the server a small question, and
 * tells how long the answers took and for how long the main loop was held up.
 */
export async function documents(size: Size, keepIn?: string): Promise<SizeReport> {
  const house = await House.opens({ insider: new URL('loop-delay.js', import.meta.url) });
  const longestDelay = async () => Number(await house.asks('longest delay'));
  try {
    const commission = await sessionOf(size, house.url);
    const { session, position } = await commission.snapshot();
    await longestDelay();
    const idle = await waitingDuring(house.url, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
    const idleLoop = await longestDelay();
    const reports: DocumentReport[] = [];
    for (const format of formats) {
      let file: Buffer = Buffer.alloc(0);
      const startedAt = performance.now();
      const answers = await waitingDuring(house.url, async () => {
        const { status, bytes } = await commission.secretary.downloads(
          `/sessions/${commission.sessionId}/protocol.${format}`,
        );
        if (status !== 200) throw new Error(`${format}: ${status} ${bytes.toString('utf8', 0, 200)}`);
        file = bytes;
      });
      const took = performance.now() - startedAt;
      reports.push({ format, took, bytes: file.length, answers, loop: await longestDelay() });
      if (keepIn !== undefined) {
        await mkdir(keepIn, { recursive: true });
        await writeFile(
          path.join(keepIn, `protocol-${session.roll.length}x${session.questions.length}.${format}`),
          file,
        );
      }
    }
    commission.leaves();
    return { ...size, entries: position, idle, idleLoop, documents: reports };
  } finally {
    await house.closes();
  }
}

/** Every question put to the vote and voted on by everybody: all but one in ten for the first, who so wins. */
async function sessionOf({ members, questions }: Size, house: string): Promise<Commission> {
  const commission = await Commission.convenes(house, {
    signIn: 'link',
    seats: Array.from({ length: members }, (_, at) => ({ name: `Фамильный-${at + 1} Имя Отчество` })),
    questions: Array.from({ length: questions }, (_, at) =>
      nomination(`q${at + 1}`, `Лучший МФЦ ${at + 1}-й категории`, [
        nominee(`q${at + 1}-a`, 'МФЦ Первомайского района города Кирова'),
        nominee(`q${at + 1}-b`, 'МФЦ города Воронежа', 'Воронежская область'),
        nominee(`q${at + 1}-c`, 'МФЦ города Тюмени', 'Тюменская область'),
      ]),
    ),
  });
  await commission.opens();
  for (let at = 1; at <= questions; at += 1) {
    const roundId = await commission.putsToTheVote(`q${at}`);
    await Promise.all(
      commission.members.map((member, seat) =>
        member.casts(roundId, `q${at}-${(seat + at) % 10 === 0 ? 'b' : 'a'}`),
      ),
    );
    await commission.closesRound(roundId);
  }
  return commission;
}

const pauseMs = 4;

async function waitingDuring(house: string, work: () => Promise<unknown>): Promise<Waiting> {
  const took: number[] = [];
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const startedAt = performance.now();
      await (await fetch(`${house}/api/health/live`)).arrayBuffer();
      took.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await asking;
  }
  return { median: median(took), p99: percentile(took, 0.99), longest: Math.max(...took) };
}
