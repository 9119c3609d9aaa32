import 'reflect-metadata';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Recorded } from '@open-ballot/shared/contract/receipt';
import { convened, opened, type Person, type Process, sessionBody, Stage } from '../testing/stage.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let stage: Stage;
let house: Process;
let secretary: Person;
let members: Person[];

beforeAll(async () => {
  stage = await Stage.set();
  house = await stage.start();
  secretary = await stage.person('secretary', 'secretary');
  members = await stage.people(8, 'member');
});
afterAll(() => stage.strike());

const unknownKeys = (count: number) =>
  `{${Array.from({ length: count }, (_, at) => `"unknown${at}":${at}`).join()}}`;
const bodies = {
  'a hundred thousand unknown keys': unknownKeys(100_000),
  '7.9 MB of them': unknownKeys(390_000),
  '7.9 MB within one field': `{"login":"${'x'.repeat(7_900_000)}","password":"b"}`,
};
const headers = { chunked: () => ({ 'transfer-encoding': 'chunked' }), announced: lengthOf };

function lengthOf(body: string) {
  return { 'content-length': Buffer.byteLength(body) };
}

/** The status that a stranger's body is answered with, which may come long before its end. */
async function statusOf(path: string, body: string, framing: keyof typeof headers): Promise<number> {
  const asked = request(`${house.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers[framing](body) },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  // What is written after the answer may find nobody listening any more.
  asked.on('error', () => undefined);
  asked.end(body);
  const [{ statusCode = 0 }] = await answered;
  asked.destroy();
  return statusCode;
}

it.each(Object.entries(bodies))(
  '[9.1] records every ballot while strangers send %s to every door',
  async (_, body) => {
    const sessionId = await convened(
      house,
      secretary,
      sessionBody(await stage.contest(), members, { changeUntilClose: true }),
    );
    const roundId = await opened(house, secretary, sessionId, members.length);
    const voters = await Promise.all(members.map((member) => stage.connect(house, member)));
    const doors = ['/sign-in', '/sign-in/link', '/sessions', `/sessions/${sessionId}/commands`];

    const hostile = doors.flatMap((door) =>
      (['chunked', 'announced'] as const).map((framing) => statusOf(door, body, framing)),
    );
    const ballots = voters.map(async (voter) => {
      const positions: (number | null)[] = [null];
      for (const choice of ['for', 'against', 'abstain']) {
        const command = { type: 'cast-ballot', roundId, ballot: { choice }, replaces: positions.at(-1) };
        const receipt = await voter.give(sessionId, command);
        expect(receipt).toMatchObject({ outcome: 'recorded' });
        positions.push((receipt as Recorded).position);
      }
      return positions.slice(1);
    });

    const recorded = (await Promise.all(ballots)).flat() as number[];
    expect(new Set(recorded).size).toBe(3 * members.length);
    for (const status of await Promise.all(hostile)) expect([401, 413, 422]).toContain(status);
  },
);
