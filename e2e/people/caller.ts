import { randomUUID } from 'node:crypto';
import type { Me } from '@open-ballot/shared/contract/http';
import type { CatchUp, RecordedMessage, RevealedMessage, Snapshot } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { io, type Socket } from 'socket.io-client';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly type: string;
  readonly body: Body;
}

/** How long somebody waits for an answer before a story has failed. */
const patienceMs = 60_000;

/** Somebody at the wire: one sign-in, its cookie, its socket. Without a sign-in, an observer. */
export class Caller {
  private cookie: string | undefined;
  private line: Socket | undefined;

  constructor(
    /** Address of the server this person talks to. */
    readonly house: string,
    readonly name = 'an observer',
  ) {}

  static async signsIn(house: string, login: string, password: string): Promise<Caller> {
    const caller = new Caller(house, login);
    const answer = await caller.post('/sign-in', { login, password });
    if (answer.status !== 200) throw new Error(`${login} could not sign in: ${JSON.stringify(answer.body)}`);
    return caller;
  }

  /** With the token of an invitation instead of a password. */
  static async redeems(house: string, token: string): Promise<Caller> {
    const caller = new Caller(house, 'invited');
    const answer = await caller.post('/sign-in/link', { token });
    if (answer.status !== 200) throw new Error(`a link did not work: ${JSON.stringify(answer.body)}`);
    return caller;
  }

  get cookieHeader(): string {
    return this.cookie ?? '';
  }

  async me(): Promise<Me> {
    return (await this.get<Me>('/me')).body;
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.request('GET', path);
  }

  post<Body>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.request('POST', path, body);
  }

  /** A body that must have come, or the story ends here. */
  async obtains<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body> {
    const answer = await this.request<Body>(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${this.name}: ${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  /** The bytes of a file, as a browser would save them. */
  async downloads(
    path: string,
  ): Promise<{ readonly status: number; readonly type: string; readonly bytes: Buffer }> {
    const response = await this.fetch('GET', path);
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Sends a wish over the socket; the same `commandId` again is the same wish again. */
  sends(sessionId: string, wish: SessionCommand, commandId: string = randomUUID()): Promise<Receipt> {
    return this.asks('command', { sessionId, command: { ...wish, commandId } });
  }

  /** The same through the other door. */
  async posts(
    sessionId: string,
    wish: SessionCommand,
    commandId: string = randomUUID(),
  ): Promise<Answer<Receipt>> {
    return this.post(`/sessions/${sessionId}/commands`, { ...wish, commandId });
  }

  watch(sessionId: string, after?: number): Promise<Snapshot | CatchUp> {
    return this.asks('watch', { sessionId, ...(after !== undefined && { after }) });
  }

  async asks<Reply>(event: string, message: unknown): Promise<Reply> {
    return (await this.socket.timeout(patienceMs).emitWithAck(event, message)) as Reply;
  }

  /** Journal entries as this viewer may see them, page by page. */
  async journal(sessionId: string): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    for (;;) {
      const after = entries.at(-1)?.position ?? 0;
      const page = await this.obtains<{ entries: JournalEntry[] }>(
        'GET',
        `/sessions/${sessionId}/journal?after=${after}`,
      );
      if (page.entries.length === 0) return entries;
      entries.push(...page.entries);
    }
  }

  get socket(): Socket {
    this.line ??= io(`${this.house}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      auth: { version: 1 },
      ...(this.cookie !== undefined && { extraHeaders: { cookie: this.cookie } }),
    });
    return this.line;
  }

  hangsUp(): void {
    this.line?.disconnect();
    this.line = undefined;
  }

  private async request<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await this.fetch(method, path, body);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: (/json/.test(type) ? JSON.parse(text) : text) as Body };
  }

  private async fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.house}/api${path}`, {
      method,
      headers: {
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const given = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    if (given.length > 0) this.cookie = given.join('; ');
    return response;
  }
}

/** What a watcher was sent, frame by frame, as text: what is not in here, this viewer was never told. */
export class Watcher {
  readonly entries: JournalEntry[] = [];
  readonly recorded: RecordedMessage[] = [];
  readonly revealed: RevealedMessage[] = [];
  /** Raw frames in order. */
  readonly frames: string[] = [];
  snapshot: Snapshot | undefined;

  private constructor(
    readonly caller: Caller,
    readonly sessionId: string,
  ) {}

  static async watches(caller: Caller, sessionId: string): Promise<Watcher> {
    const watcher = new Watcher(caller, sessionId);
    await watcher.begins();
    return watcher;
  }

  get isConnected(): boolean {
    return this.caller.socket.connected;
  }

  get position(): number {
    return this.entries.at(-1)?.position ?? this.snapshot?.position ?? 0;
  }

  /** Waits until this watcher has been told of the position. */
  async hasSeen(position: number, withinMs = patienceMs): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (this.position < position) {
      if (Date.now() > deadline) throw new Error(`told of ${this.position} only, ${position} is recorded`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** After a broken line, or on another server: asks for what it missed. */
  async catchesUp(): Promise<void> {
    for (;;) {
      const answer = await this.caller.watch(this.sessionId, this.position);
      if (!('entries' in answer)) throw new Error('a gap too large to be caught up in entries');
      this.take(answer.entries);
      if (this.position >= answer.position) return;
    }
  }

  private async begins(): Promise<void> {
    const { socket } = this.caller;
    // The transport below Socket.IO: the frame before anything has read it.
    const listen = () => socket.io.engine.on('packet', ({ data }) => this.frames.push(String(data)));
    socket.io.on('open', listen);
    if (socket.connected) listen();
    socket.on('recorded', (message: RecordedMessage) => {
      if (message.sessionId !== this.sessionId) return;
      this.recorded.push(message);
      this.take(message.entries);
    });
    socket.on('revealed', (message: RevealedMessage) => {
      if (message.sessionId === this.sessionId) this.revealed.push(message);
    });
    const answer = await this.caller.watch(this.sessionId);
    if (!('session' in answer)) throw new Error(`no snapshot: ${JSON.stringify(answer)}`);
    this.snapshot = answer;
  }

  private take(entries: readonly JournalEntry[]): void {
    for (const entry of entries) if (entry.position > this.position) this.entries.push(entry);
  }
}
