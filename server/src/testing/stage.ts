import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CatchUp, RecordedMessage, Snapshot } from '@open-ballot/shared/contract/live';
import type { Receipt, Recorded } from '@open-ballot/shared/contract/receipt';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { DataSource } from 'typeorm';
import { createApp } from '../app.ts';
import type { AppSettings } from '../app.module.ts';
import { ContestRow } from '../contests/contest.entity.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { SignInRow } from '../sign-in/sign-in.entity.ts';
import { digestOf, freshToken } from '../sign-in/token.ts';
import { testLinkKey } from './link-key.ts';
import { createTestDatabase } from './test-database.ts';

/** Somebody who has signed in. */
export interface Person {
  readonly accountId: string;
  readonly login: string;
  readonly cookie: string;
}

/** A process of the server: its application and where it listens. */
export interface Process {
  readonly app: NestFastifyApplication;
  readonly url: string;
}

interface StartOptions extends Partial<AppSettings> {
  readonly quiet?: boolean;
}

export interface Answer<Body> {
  readonly status: number;
  readonly type: string | null;
  readonly body: Body;
}

/** A database with as many server processes on it as a test asks for, and people who have signed in. */
export class Stage {
  private readonly processes: Process[] = [];
  private readonly sockets: Socket[] = [];

  private constructor(
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async set(): Promise<Stage> {
    const { url, drop } = await createTestDatabase();
    return new Stage(url, drop);
  }

  /** On a migrated database that a test made itself, and takes away itself. */
  static on(url: string): Stage {
    return new Stage(url, async () => undefined);
  }

  /** `quiet` where a test provokes what would otherwise be told in the log. */
  async start({ quiet = false, ...settings }: StartOptions = {}): Promise<Process> {
    const app = await createApp({
      linkKey: testLinkKey,
      databaseUrl: this.databaseUrl,
      ...settings,
      logger: quiet ? false : ['fatal', 'error'],
    });
    await app.listen(0, '127.0.0.1');
    const process = { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
    this.processes.push(process);
    return process;
  }

  async stop(process: Process): Promise<void> {
    this.processes.splice(this.processes.indexOf(process), 1);
    await process.app.close();
  }

  async strike(): Promise<void> {
    for (const socket of this.sockets) socket.close();
    for (const { app } of this.processes) await app.close();
    await this.drop();
  }

  get database(): DataSource {
    return this.processes[0]!.app.get(DataSource);
  }

  /** Signs somebody in without the password, whose hashing would take longer than the tests. */
  async person(login: string, role: 'secretary' | 'member' = 'member'): Promise<Person> {
    const accountId = randomUUID();
    const token = freshToken();
    const { manager } = this.database;
    await manager.insert(AccountRow, {
      id: accountId,
      login,
      name: login,
      passwordHash: null,
      roles: [role],
    });
    const expiresAt = new Date(Date.now() + 3_600_000);
    await manager.insert(SignInRow, { tokenHash: digestOf(token), accountId, expiresAt });
    await this.nameSecretaries();
    return { accountId, login, cookie: `sid=${token}` };
  }

  people(count: number, prefix: string): Promise<Person[]> {
    return Promise.all(Array.from({ length: count }, (_, at) => this.person(`${prefix}-${at + 1}`)));
  }

  /** A contest; with `rehearsal` its clock shows that moment now. */
  async contest({
    deadline = '2199-01-01T00:00:00.000Z',
    rehearsal,
  }: { deadline?: string; rehearsal?: string } = {}): Promise<string> {
    const id = randomUUID();
    await this.database.manager.insert(ContestRow, {
      id,
      title: 'Лучший МФЦ',
      organisation: 'Министерство',
      commission: 'Центральная комиссия',
      timeZone: 'Europe/Moscow',
      deadline: new Date(deadline),
      rehearsalRealStart: rehearsal === undefined ? null : new Date(),
      rehearsalStart: rehearsal === undefined ? null : new Date(rehearsal),
    });
    await this.nameSecretaries();
    return id;
  }

  /** On a stage every secretary is secretary of every contest. */
  private async nameSecretaries(): Promise<void> {
    await this.database.query(`
      INSERT INTO contest_secretary SELECT contest.id, account.id FROM contest, account
      WHERE 'secretary' = ANY(roles) ON CONFLICT DO NOTHING`);
    await Promise.all(this.processes.map(({ app }) => app.get(PeopleNotices).hear({ accountId: 'whoever' })));
  }

  connect(
    process: Process,
    person?: Person,
    options: Partial<ManagerOptions & SocketOptions> = {},
  ): Promise<Client> {
    const socket = io(`${process.url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(person && { extraHeaders: { cookie: person.cookie } }),
      ...options,
    });
    this.sockets.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(new Client(socket)));
      socket.once('connect_error', reject);
    });
  }
}

/** A connected screen that remembers what it was told. */
export class Client {
  readonly entries: JournalEntry[] = [];
  readonly frames: RecordedMessage[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on('recorded', (message: RecordedMessage) => {
      this.frames.push(message);
      this.entries.push(...message.entries);
      for (const look of this.waiting) look();
    });
  }

  watch(sessionId: string, after?: number): Promise<Snapshot & CatchUp> {
    const message = { sessionId, ...(after !== undefined && { after }) };
    return this.ask('watch', message) as Promise<Snapshot & CatchUp>;
  }

  give(sessionId: string, command: object): Promise<Receipt> {
    return this.ask('command', {
      sessionId,
      command: { commandId: randomUUID(), ...command },
    }) as Promise<Receipt>;
  }

  ask(event: string, message: unknown): Promise<unknown> {
    return this.socket.timeout(20_000).emitWithAck(event, message) as Promise<unknown>;
  }

  /** Settles when everything up to this position has been told. */
  async reaches(position: number): Promise<void> {
    if ((this.entries.at(-1)?.position ?? 0) >= position) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(
            `not told of entry ${position} but only of ${this.entries.at(-1)?.position ?? 'nothing'}`,
          ),
        );
      }, 10_000);
      this.waiting.push(() => {
        if ((this.entries.at(-1)?.position ?? 0) < position) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** A request to the API as somebody, or as nobody. */
export async function request<Body = never>(
  { url }: Process,
  method: 'GET' | 'POST',
  path: string,
  { as, body }: { as?: Person; body?: unknown } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...(as && { cookie: as.cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: (type?.includes('json') ? JSON.parse(text) : text) as Body };
}

/** Gives a command over HTTP. */
export const give = (
  process: Process,
  sessionId: string,
  command: object,
  as?: Person,
): Promise<Answer<Receipt>> =>
  request<Receipt>(process, 'POST', `/sessions/${sessionId}/commands`, {
    ...(as && { as }),
    body: { commandId: randomUUID(), ...command },
  });

/** Gives a command that must be recorded. */
export async function done(
  process: Process,
  sessionId: string,
  command: object,
  as: Person,
): Promise<Recorded> {
  const { body } = await give(process, sessionId, command, as);
  if (body.outcome !== 'recorded') throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(body)}`);
  return body;
}

/** The body of a session with a motion and one of two nominees to choose, and these people on the roll. */
export const sessionBody = (
  contestId: string,
  people: readonly Person[],
  ruleSet: Partial<RuleSet> = {},
) => ({
  contestId,
  number: randomUUID().slice(0, 8),
  date: '2026-06-25',
  place: 'Москва',
  timeZone: 'Europe/Moscow',
  form: 'in-person',
  establishedSeats: people.length,
  presidingId: 'seat-1',
  public: true,
  roll: people.map(({ login }, at) => ({
    memberId: `seat-${at + 1}`,
    name: `Член комиссии ${at + 1}`,
    post: 'эксперт',
    body: 'министерство',
    role: at === 0 ? 'chair' : 'member',
    votes: true,
    accountLogin: login,
  })),
  questions: [
    { questionId: 'motion', title: 'Повестка', wording: 'Утвердить повестку', kind: 'motion' },
    {
      questionId: 'choice',
      title: 'Номинация',
      wording: 'Определить победителя',
      kind: 'choose',
      parameters: { min: 1, max: 1 },
      nominees: [
        { nomineeId: 'a', name: 'МФЦ А' },
        { nomineeId: 'b', name: 'МФЦ Б' },
      ],
    },
  ],
  ruleSet: { ...presets['mfc-central'], ...ruleSet },
});

export async function convened(process: Process, secretary: Person, body: object): Promise<string> {
  const answer = await request<{ sessionId: string }>(process, 'POST', '/sessions', { as: secretary, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.sessionId;
}

/** Marks these seats present and opens session and round; answers with the round's id. */
export async function opened(
  process: Process,
  secretary: Person,
  sessionId: string,
  seats: number,
  round: { questionId: string; seconds?: number } = { questionId: 'motion' },
): Promise<string> {
  await Promise.all(
    Array.from({ length: seats }, (_, at) =>
      done(
        process,
        sessionId,
        { type: 'mark-attendance', memberId: `seat-${at + 1}`, attendance: 'in-person' },
        secretary,
      ),
    ),
  );
  await done(process, sessionId, { type: 'open-session' }, secretary);
  await done(process, sessionId, { type: 'open-round', ...round }, secretary);
  const { body } = await request<Snapshot>(process, 'GET', `/sessions/${sessionId}`, { as: secretary });
  const rounds = body.session.questions.find(({ questionId }) => questionId === round.questionId)!.rounds;
  return rounds.at(-1)!.roundId;
}
