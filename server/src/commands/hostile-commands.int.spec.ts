import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { CommandType } from '@open-ballot/shared/rules/commands';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { refusalCodes } from '@open-ballot/shared/rules/refusal';
import { verify } from '@open-ballot/shared/verifier/verify';
import fc from 'fast-check';
import { refusalStatus } from '../http/refusal-status.ts';
import { bareNumbers, hostileValue, legalTexts } from '../testing/hostile-values.ts';
import { request, Stage, type Client, type Person, type Process } from '../testing/stage.ts';
import { play, validCommands, type Cast, type Played, type Scene } from '../testing/valid-commands.ts';
import { commandDtos } from './commands.dto.ts';

const seed = Number(globalThis.process.env['HOSTILE_SEED'] ?? 20_210_630);
const bodies = Number(globalThis.process.env['HOSTILE_RUNS'] ?? 300);
const types = Object.keys(commandDtos) as CommandType[];

let stage: Stage;
let process: Process;
let cast: Cast;
let contestId: string;
let sockets: Map<Person, Client>;
let valid: ReturnType<typeof validCommands>;
const scenes = new Map<Scene, Played>();
const begun: string[] = [];
const answers = new Map<string, number>();

beforeAll(async () => {
  stage = await Stage.set();
  process = await stage.start({ quiet: true });
  const secretary = await stage.person('secretary', 'secretary');
  cast = {
    secretary,
    members: await stage.people(5, 'member'),
    substitute: await stage.person('substitute'),
  };
  contestId = await stage.contest();
  valid = validCommands(contestId, cast);
  const all = [secretary, ...cast.members];
  const connected = await Promise.all(all.map((person) => stage.connect(process, person)));
  sockets = new Map(all.map((person, at) => [person, connected[at]!]));
}, 60_000);
afterAll(async () => {
  await stage.strike();
  if (globalThis.process.env['HOSTILE_RUNS'] === undefined) return;
  const told = [...answers].toSorted(([, one], [, other]) => other - one);
  globalThis.process.stderr.write(
    `seed ${seed}\n${told.map(([what, count]) => `${count} ${what}`).join('\n')}\n`,
  );
});

const sceneOf = async (type: CommandType): Promise<Played> => {
  const { scene } = valid[type];
  const played = scenes.get(scene) ?? (await play(process, contestId, cast, scene));
  if (!scenes.has(scene)) begun.push(played.sessionId);
  scenes.set(scene, played);
  return played;
};

const bodyOf = (type: CommandType, played: Played): Record<string, unknown> => ({
  commandId: randomUUID(),
  type,
  ...valid[type].body(played),
});

const callerOf = (type: CommandType): Person =>
  ({ secretary: cast.secretary, chair: cast.members[0]!, member: cast.members[1]! })[valid[type].by];

type Path = readonly string[];

/** Where something stands in a body, the body itself left out. */
function pathsIn(value: unknown, under: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [...under, key],
    ...pathsIn(member, [...under, key]),
  ]);
}

/** A key is defined rather than set, so that `__proto__` is a key like any other. */
function changed(
  body: unknown,
  [key, ...rest]: Path,
  change: (holder: object, key: string) => void,
): unknown {
  if (key === undefined) return body;
  const copy: object = Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) };
  if (rest.length === 0) change(copy, key);
  else put(copy, key, changed(Reflect.get(copy, key), rest, change));
  return copy;
}

const put = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const mutation = fc.record({
  at: fc.nat(),
  how: fc.oneof(
    { weight: 6, arbitrary: fc.record({ is: fc.constant('another' as const), value: hostileValue }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('missing' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('stranger' as const),
        key: fc.constantFrom('__proto__', 'constructor', 'memberId_', 'isSecretary', 'a\0', ''),
        value: hostileValue,
      }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('as it was' as const) }) },
  ),
  who: fc.constantFrom('right', 'right', 'right', 'right', 'right', 'wrong'),
  by: fc.constantFrom('http', 'http', 'http', 'socket'),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Made> ? Made : never;

function mutated(body: unknown, { at, how }: Mutation): { readonly path: Path; readonly body: unknown } {
  const paths = pathsIn(body);
  const path = paths[at % paths.length]!;
  switch (how.is) {
    case 'another':
      return { path, body: changed(body, path, (holder, key) => put(holder, key, how.value)) };
    case 'missing':
      return { path, body: changed(body, path, (holder, key) => Reflect.deleteProperty(holder, key)) };
    case 'stranger': {
      const beside = [...path.slice(0, -1), how.key];
      return { path: beside, body: changed(body, beside, (holder, key) => put(holder, key, how.value)) };
    }
    case 'as it was':
      return { path, body };
  }
}

const jsonOf = (body: unknown): string =>
  JSON.stringify(body).replaceAll(/"(#[a-z-]+)"/g, (text, name: string) => bareNumbers[name] ?? text);

interface Answer {
  readonly status?: number;
  readonly receipt: Receipt;
}

async function overHttp(sessionId: string, body: string, as?: Person, headers = {}): Promise<Answer> {
  const response = await fetch(`${process.url}/api/sessions/${sessionId}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as && { cookie: as.cookie }), ...headers },
    body,
  });
  return { status: response.status, receipt: (await response.json()) as Receipt };
}

const overSocket = async (sessionId: string, body: string, as: Person): Promise<Answer> => ({
  receipt: (await sockets.get(as)!.ask('command', {
    sessionId,
    command: JSON.parse(body) as unknown,
  })) as Receipt,
});

const headOf = async (sessionId: string) =>
  stage.database.query<{ position: number; hash: string }[]>(
    `SELECT position, hash, count(*) OVER ()::int AS entries FROM journal_entry
     WHERE session_id = $1 ORDER BY position DESC LIMIT 1`,
    [sessionId],
  );

const journalOf = async (sessionId: string): Promise<JournalEntry[]> =>
  (
    await request<{ entries: JournalEntry[] }>(process, 'GET', `/sessions/${sessionId}/journal.json`, {
      as: cast.secretary,
    })
  ).body.entries;

const holds = (value: unknown, text: string): boolean =>
  value === text ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, member]) => key === text || holds(member, text)));

/** A no that says what was at fault: its code, and the field or the bound where it is about one. */
function isTypedNo({ status, receipt }: Answer, path: Path): void {
  if (receipt.outcome !== 'refused' && receipt.outcome !== 'invalid')
    throw new Error(JSON.stringify(receipt));
  expect(refusalCodes).toContain(receipt.code);
  if (status !== undefined) expect(status).toBe(refusalStatus[receipt.code]);
  if (receipt.outcome === 'invalid') {
    expect(receipt.fields[0]?.path.split('.')[0]).toBe(path[0]);
  } else {
    expect(receipt.detail).toMatch(receipt.code === 'too-large' ? /^[\w.]+ .*\d/ : /./);
  }
}

async function survives(type: CommandType, wish: Mutation): Promise<void> {
  const played = await sceneOf(type);
  const { sessionId } = played;
  const { path, body } = mutated(bodyOf(type, played), wish);
  const json = jsonOf(body);
  const caller = wish.who === 'right' ? callerOf(type) : cast.members[2]!;
  const before = await headOf(sessionId);
  const answer = await (wish.by === 'http' ? overHttp : overSocket)(sessionId, json, caller);
  const after = await headOf(sessionId);
  const { receipt } = answer;
  const what = `${wish.by} ${answer.status ?? ''} ${'code' in receipt ? receipt.code : receipt.outcome}`;
  answers.set(what, (answers.get(what) ?? 0) + 1);
  if (receipt.outcome !== 'recorded') {
    isTypedNo(answer, path);
    expect(after).toEqual(before);
    return;
  }
  const isRepeated = path[0] === 'commandId' && receipt.position <= before[0]!.position;
  if (isRepeated) return expect(after).toEqual(before);
  expect(receipt.position).toBe(before[0]!.position + 1);
  expect(after[0]!.position).toBeGreaterThan(before[0]!.position);
  const value = wish.how.is === 'another' ? wish.how.value : undefined;
  if (typeof value === 'string' && legalTexts.includes(value) && path.at(-1) !== 'accountLogin') {
    const told = (await journalOf(sessionId)).slice(receipt.position - 1);
    if (!holds(told, value))
      throw new Error(`${path.join('.')} is not stored as it came: ${JSON.stringify(value)}`);
  }
  if (valid[type].ends) scenes.delete(valid[type].scene);
}

describe(`bad input, seed ${seed}`, () => {
  it.each(types)(
    '%s is recorded as it should be given',
    async (type) => {
      const played = await sceneOf(type);
      const { receipt } = await overHttp(played.sessionId, jsonOf(bodyOf(type, played)), callerOf(type));
      expect(receipt).toMatchObject({ outcome: 'recorded' });
      if (valid[type].ends) scenes.delete(valid[type].scene);
    },
    20_000,
  );

  it.each(types)(
    '%s names every field that is of a wrong kind, missing or unknown',
    async (type) => {
      const played = await sceneOf(type);
      const body = bodyOf(type, played);
      const before = await headOf(played.sessionId);
      for (const path of [...pathsIn(body), ['stranger']]) {
        const wrong = changed(body, path, (holder, key) => put(holder, key, [{ a: [] }]));
        const answer = await overHttp(played.sessionId, jsonOf(wrong), callerOf(type));
        isTypedNo(answer, path);
        const { fields } = answer.receipt as unknown as { fields: { path: string }[] };
        const named = fields.map((each) => each.path);
        const isNamed = named.some(
          (each) => each === path.join('.') || each.startsWith(`${path.join('.')}.`),
        );
        if (!isNamed) throw new Error(`${path.join('.')} is at fault, not ${named.join(', ')}`);
      }
      expect(await headOf(played.sessionId)).toEqual(before);
    },
    20_000,
  );

  it.each<[CommandType, string, unknown, number]>([
    ['adjourn-session', 'reason', 'я'.repeat(10_001), 10_000],
    ['amend-session', 'changes.roll', Array(2_501).fill({}), 2_500],
    ['amend-session', 'changes.questions', Array(201).fill({}), 200],
    ['add-question', 'question.nominees', Array(201).fill({}), 200],
    ['add-question', 'question.parameters.criteria', Array(51).fill({}), 50],
    ['record-lot', 'nomineeIds', Array(201).fill('a'), 200],
    ['attach-signature', 'base64', 'A'.repeat(524_292), 524_288],
  ])(
    '%s with too much in %s names the bound',
    async (type, path, value, bound) => {
      const played = await sceneOf(type);
      const before = await headOf(played.sessionId);
      const body = changed(bodyOf(type, played), path.split('.'), (holder, key) => put(holder, key, value));
      expect(await overHttp(played.sessionId, jsonOf(body), callerOf(type))).toMatchObject({
        status: 422,
        receipt: { code: 'too-large', detail: expect.stringMatching(`^${path} .*${bound}`) },
      });
      expect(await headOf(played.sessionId)).toEqual(before);
    },
    20_000,
  );

  it.each(types)(
    '%s survives whatever stands in its fields',
    async (type) => {
      // Rendering the documents anew takes longer than all other bodies together.
      const isSlow = ['closed', 'issued'].includes(valid[type].scene);
      const numRuns = Math.ceil(bodies / types.length / (isSlow ? 5 : 1));
      await fc.assert(
        fc.asyncProperty(mutation, (wish) => survives(type, wish)),
        { seed: seed + types.indexOf(type), numRuns, endOnFailure: true },
      );
    },
    600_000,
  );

  it.each([
    ['broken JSON', '{"type":', {}],
    ['nothing', '', {}],
    ['a word', 'open-session', {}],
    ['null', 'null', {}],
    ['a list', '[{"type":"open-session"}]', {}],
    ['a list beyond any depth', '['.repeat(200_000), {}],
    ['an object beyond any depth', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`, {}],
    ['a prototype', '{"commandId":"c","type":"open-session","__proto__":{"a":1}}', {}],
    ['a form', 'type=open-session', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', '{"type":"open-session"}', { 'content-type': 'text/plain' }],
    ['no kind', '{"type":"open-session"}', { 'content-type': '' }],
    ['a body beyond the limit', `"${'x'.repeat(8 * 1024 * 1024)}"`, {}],
  ])('answers %s for a body', async (_what, body, headers) => {
    const { sessionId } = await sceneOf('open-session');
    const before = await headOf(sessionId);
    const answer = await overHttp(sessionId, body, cast.secretary, headers);
    expect(answer).toMatchObject({
      status: 422,
      receipt: expect.objectContaining({ code: body.length > 8_000_000 ? 'too-large' : 'invalid' }),
    });
    expect(await headOf(sessionId)).toEqual(before);
  });

  it.each([
    'nothing-here',
    '%00',
    '%D0%AF',
    '__proto__',
    randomUUID(),
    "'; DROP TABLE session; --",
    'x'.repeat(90),
  ])('finds no session %s', async (sessionId) => {
    const body = JSON.stringify({ commandId: 'c', type: 'open-session' });
    const { status } = await overHttp(encodeURI(decodeURI(sessionId)), body, cast.secretary);
    expect(status).toBe(404);
  });

  it.each([undefined, null, 7, 'word', [], {}, { sessionId: 7 }, { sessionId: '\0', command: {} }])(
    'answers the frame %p',
    async (frame) => {
      for (const event of ['command', 'watch']) {
        const receipt = await sockets.get(cast.secretary)!.ask(event, frame);
        expect(receipt).toMatchObject({ outcome: expect.stringMatching(/^(invalid|refused)$/) });
      }
    },
  );

  it('leaves every journal sound, and the same for the verifier', async () => {
    expect(begun.length).toBeGreaterThan(types.length / 2);
    for (const sessionId of begun) {
      const verification = verify(await journalOf(sessionId));
      if (!verification.sound) throw new Error(`${sessionId}: ${JSON.stringify(verification)}`);
    }
  }, 300_000);
});
