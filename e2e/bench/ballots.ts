import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { Commission, type Member, motion } from '../people/commission.ts';
import { House } from '../people/house.ts';
import { beside } from './database.ts';
import { median, percentile, type Row } from './table.ts';

export interface BallotsOptions {
  /** Members with a ballot under way at any moment. */
  readonly inFlight: number;
  /** Seconds of each measurement. */
  readonly seconds: number;
  /** Times each is repeated, taking turns, so that a slow minute of the machine hits all of them. */
  readonly rounds: number;
}

/** Clients of the plain inserts: the number at which they were fastest where this was measured first. */
const insertClients = 10;

/**
 * Durable ballots a second through the whole socket path, beside two baselines on the same database in the same
 * run: the serial chain of one locked transaction per ballot, and plain single-row inserts of many clients.
 */
export async function ballots({ inFlight, seconds, rounds }: BallotsOptions): Promise<Row[]> {
  const house = await House.opens();
  const baseline = await beside(house.dataDir);
  try {
    const commission = await Commission.convenes(house.url, {
      signIn: 'link',
      seats: Array.from({ length: inFlight }, (_, at) => ({ name: `Член комиссии ${at + 1}` })),
      questions: [motion('motion', 'Утвердить повестку дня')],
    });
    await commission.opens();
    const voters = new Voters(commission, await commission.putsToTheVote('motion'));
    const clients = await Promise.all(Array.from({ length: insertClients }, () => baseline.connect()));
    await createTable(clients[0]!);
    const chain = new SerialChain(clients[0]!);
    await voters.voteFor(1_000); // warms up both sides

    const durable: number[] = [];
    const chained: number[] = [];
    const inserted: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      durable.push(await perSecond(seconds, (until) => voters.voteUntil(until)));
      chained.push(await perSecond(seconds, (until) => chain.appendUntil(until)));
      inserted.push(await perSecond(seconds, (until) => insertUntil(clients, until)));
    }
    const idle = await voters.idleLatencies(60);
    const commits = await chain.latencies(60);
    await Promise.all(clients.map((client) => client.end()));
    commission.leaves();
    return [
      {
        goal: '1',
        what: `durable ballots a second, ${inFlight} in flight`,
        ours: median(durable),
        baseline: 'one locked transaction per ballot',
        theirs: median(chained),
        wanted: '≥ 10',
      },
      {
        goal: '1',
        what: `durable ballots a second, ${inFlight} in flight`,
        ours: median(durable),
        baseline: `plain inserts of ${insertClients} clients`,
        theirs: median(inserted),
        wanted: '≥ 1.2',
      },
      {
        goal: '2',
        what: 'one ballot, idle → receipt, ms',
        ours: percentile(idle, 0.5),
        baseline: 'one commit, ms',
        theirs: percentile(commits, 0.5),
        wanted: '≤ 2 (+ 2 ms)',
      },
      {
        goal: '1',
        what: `receipt with ${inFlight} in flight, p99 ms`,
        ours: percentile(voters.waits, 0.99),
        baseline: 'p50 ms',
        theirs: percentile(voters.waits, 0.5),
        wanted: '–',
      },
    ];
  } finally {
    await baseline.drop();
    await house.closes();
  }
}

async function perSecond(seconds: number, work: (until: number) => Promise<number>): Promise<number> {
  const began = performance.now();
  const done = await work(began + seconds * 1_000);
  return (done * 1_000) / (performance.now() - began);
}

/** Everybody changes the own ballot again as soon as the last receipt is there. */
class Voters {
  /** Milliseconds from sending to receipt. */
  readonly waits: number[] = [];
  private readonly positions = new Map<Member, number>();
  private sent = 0;

  constructor(
    private readonly commission: Commission,
    private readonly roundId: string,
  ) {}

  async voteUntil(until: number): Promise<number> {
    const counts = await Promise.all(
      this.commission.members.map(async (member) => {
        let recorded = 0;
        while (performance.now() < until) {
          const began = performance.now();
          await this.cast(member);
          this.waits.push(performance.now() - began);
          recorded += 1;
        }
        return recorded;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async voteFor(milliseconds: number): Promise<void> {
    await this.voteUntil(performance.now() + milliseconds);
    this.waits.length = 0;
  }

  async idleLatencies(times: number): Promise<number[]> {
    const waits: number[] = [];
    for (const member of this.commission.members.slice(0, times)) {
      const began = performance.now();
      await this.cast(member);
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return waits;
  }

  private async cast(member: Member): Promise<void> {
    const choice = (this.sent += 1) % 2 === 0 ? 'for' : 'against';
    const receipt = await member.caller.sends(this.commission.sessionId, {
      type: 'cast-ballot',
      roundId: this.roundId,
      ballot: { choice },
      replaces: this.positions.get(member) ?? null,
    });
    if (receipt.outcome !== 'recorded')
      throw new Error(`a ballot was not recorded: ${JSON.stringify(receipt)}`);
    this.positions.set(member, receipt.position);
  }
}

/** As long as an entry with a ballot in it. */
const text = JSON.stringify({
  event: { type: 'ballot-cast', ballot: { choice: 'for' } },
  filling: 'x'.repeat(260),
});
const sha256 = (line: string): string => createHash('sha256').update(line).digest('hex');
const insert = 'INSERT INTO chain (position, text, hash) VALUES ($1, $2, $3)';

async function createTable(client: Client): Promise<void> {
  await client.query(
    'CREATE TABLE chain (position integer PRIMARY KEY, text text NOT NULL, hash char(64) NOT NULL)',
  );
  await client.query(
    'CREATE TABLE plain (id bigserial PRIMARY KEY, text text NOT NULL, hash char(64) NOT NULL)',
  );
}

/** What the desk would be without batches: lock, read the tail, hash, insert, commit, and only then the next. */
class SerialChain {
  constructor(private readonly client: Client) {}

  async appendUntil(until: number): Promise<number> {
    let appended = 0;
    for (; performance.now() < until; appended += 1) await this.append();
    return appended;
  }

  async latencies(times: number): Promise<number[]> {
    const waits: number[] = [];
    for (let each = 0; each < times; each += 1) {
      const began = performance.now();
      await this.append();
      waits.push(performance.now() - began);
    }
    return waits;
  }

  private async append(): Promise<void> {
    await this.client.query('BEGIN; SELECT pg_advisory_xact_lock(1)');
    const { rows } = await this.client.query<{ position: number; hash: string }>(
      'SELECT position, hash FROM chain ORDER BY position DESC LIMIT 1',
    );
    const [last = { position: 0, hash: '0'.repeat(64) }] = rows;
    await this.client.query(insert, [last.position + 1, text, sha256(last.hash + text)]);
    await this.client.query('COMMIT');
  }
}

async function insertUntil(clients: readonly Client[], until: number): Promise<number> {
  const hash = sha256(text);
  const counts = await Promise.all(
    clients.map(async (client) => {
      let inserted = 0;
      for (; performance.now() < until; inserted += 1) {
        await client.query({
          name: 'plain',
          text: 'INSERT INTO plain (text, hash) VALUES ($1, $2)',
          values: [text, hash],
        });
      }
      return inserted;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
