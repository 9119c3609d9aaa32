import { emptyHead, seal, sha256Hex, type Head } from '../journal/chain.ts';
import { evolve } from '../journal/replay.ts';
import type { Caller, SessionCommand, Surroundings } from '../rules/commands.ts';
import { convene } from '../rules/plan/convene.ts';
import { decide } from '../rules/decide.ts';
import { dueFacts } from '../rules/due.ts';
import type { JournalEntry } from '../rules/events.ts';
import type { Fact, Verdict } from '../rules/fact.ts';
import type {
  Ballot,
  Outcome,
  Question,
  QuestionResult,
  Round,
  Session,
  SessionPlan,
} from '../rules/session.ts';

export const secretary: Caller = { secretaryId: 'one', signedIn: true };
export const observer: Caller = {};
export const member = (memberId: string): Caller => ({ memberId, signedIn: true });

/** Ballots by member, in the order they are cast. */
export type Ballots = Readonly<Record<string, Ballot>>;

/** A session as the desk would live it: commands are decided, facts sealed onto the journal and evolved, one second each. */
export class LivedSession {
  readonly entries: JournalEntry[] = [];
  now: string;
  private head: Head = emptyHead;
  private current: Session | undefined;
  private issuedIds = 0;

  constructor(plan: SessionPlan | readonly JournalEntry[], startsAt = '2021-06-30T09:00:00.000Z') {
    this.now = startsAt;
    if ('questions' in plan) this.begin(plan);
    else this.goOn(plan);
  }

  private begin(plan: SessionPlan): void {
    const convened = convene(plan);
    if (convened.outcome === 'refused') throw new Error(`${convened.code}: ${convened.detail}`);
    this.record(convened.facts, 'secretary:one', 'convene');
  }

  /** Takes a journal over as it stands. */
  private goOn(journal: readonly JournalEntry[]): void {
    for (const entry of journal) {
      this.entries.push(entry);
      this.current = evolve(this.current, entry);
      this.issuedIds += entry.event.type === 'round-opened' ? 1 : 0;
      this.head = entry;
      this.now = entry.recordedAt;
    }
  }

  get session(): Session {
    return this.current!;
  }

  get position(): number {
    return this.entries.length;
  }

  /** What the rules answer, without recording it. */
  answerTo(command: SessionCommand, by: Caller, more: Partial<Surroundings> = {}): Verdict {
    return decide(
      this.session,
      command,
      by,
      { now: this.now, freshId: `r${this.issuedIds + 1}`, ...more },
      sha256Hex,
    );
  }

  /** Gives a command that the rules are expected to accept. */
  tell(command: SessionCommand, by: Caller = secretary, more: Partial<Surroundings> = {}): this {
    const verdict = this.attempt(command, by, more);
    if (verdict.outcome === 'refused')
      throw new Error(`${command.type} → ${verdict.code}: ${verdict.detail}`);
    return this;
  }

  /** Gives a command that may be refused, and says what became of it. */
  attempt(command: SessionCommand, by: Caller, more: Partial<Surroundings> = {}): Verdict {
    this.tick(1);
    const verdict = this.answerTo(command, by, more);
    if (verdict.outcome === 'refused') return verdict;
    if (command.type === 'open-round') this.issuedIds += 1;
    this.record(verdict.facts, verdict.actor, `command-${this.position + 1}`);
    return verdict;
  }

  /** Lets time pass, and the server do what falls due meanwhile. */
  tick(seconds: number): this {
    return this.waitUntil(new Date(Date.parse(this.now) + seconds * 1000).toISOString());
  }

  waitUntil(moment: string): this {
    this.now = moment;
    for (let due = dueFacts(this.session, moment); due; due = dueFacts(this.session, moment))
      this.record(due.facts, 'server', due.commandId);
    return this;
  }

  /** Marks members as present in the hall; all of the roll when none is named. */
  arrive(...memberIds: readonly string[]): this {
    const ids = memberIds.length > 0 ? memberIds : this.session.roll.map((seat) => seat.memberId);
    for (const memberId of ids) this.tell({ type: 'mark-attendance', memberId, attendance: 'in-person' });
    return this;
  }

  leave(...memberIds: readonly string[]): this {
    for (const memberId of memberIds) this.tell({ type: 'mark-attendance', memberId, attendance: 'left' });
    return this;
  }

  open(): this {
    return this.tell({ type: 'open-session' });
  }

  openRound(questionId = 'q', seconds?: number): this {
    return this.tell({ type: 'open-round', questionId, ...(seconds !== undefined && { seconds }) });
  }

  cast(ballots: Ballots, questionId = 'q'): this {
    for (const [memberId, ballot] of Object.entries(ballots)) {
      const round = this.round(questionId);
      const replaces = round.ballots.find((each) => each.memberId === memberId)?.position ?? null;
      this.tell({ type: 'cast-ballot', roundId: round.roundId, ballot, replaces }, member(memberId));
    }
    return this;
  }

  close(questionId = 'q'): this {
    return this.tell({ type: 'close-round', roundId: this.round(questionId).roundId });
  }

  /** Opens a round, casts the ballots and closes it. */
  vote(ballots: Ballots, questionId = 'q'): this {
    return this.openRound(questionId).cast(ballots, questionId).close(questionId);
  }

  /** One officer asks, the other confirms (rule 9.2). */
  annul(questionId = 'q', roundId = this.round(questionId).roundId): this {
    this.tell({ type: 'annul-round', roundId, ground: 'breach', reason: 'breach' });
    return this.tell({ type: 'confirm-annulment', roundId }, member(this.session.presidingId));
  }

  question(questionId = 'q'): Question {
    const found = this.session.questions.find((each) => each.questionId === questionId);
    if (!found) throw new Error(`no question ${questionId}`);
    return found;
  }

  /** The latest round of a question. */
  round(questionId = 'q'): Round {
    const round = this.question(questionId).rounds.at(-1);
    if (!round) throw new Error(`no round of ${questionId}`);
    return round;
  }

  outcome(questionId = 'q'): Outcome | undefined {
    return this.round(questionId).outcome;
  }

  result(questionId = 'q'): QuestionResult {
    return this.question(questionId).result;
  }

  private record(facts: readonly Fact[], actor: string, commandId: string): void {
    const { position } = this;
    const salt = () => String(position + 1).padStart(32, '0');
    for (const { entry } of seal(this.head, facts, {
      sessionId: 'session',
      actor,
      commandId,
      recordedAt: this.now,
      salt,
    })) {
      this.entries.push(entry);
      this.head = entry;
      this.current = evolve(this.current, entry);
    }
  }
}

/** A session convened, everybody in the hall, and open. */
export const inSession = (plan: SessionPlan): LivedSession => new LivedSession(plan).arrive().open();

/** `spread([[3, says("for")], [1, says("against")]])`: that many members, from `m1` on, answer like this. */
export function spread(counts: readonly (readonly [number, Ballot])[]): Ballots {
  const ballots = counts.flatMap(([count, ballot]) => Array.from({ length: count }, () => ballot));
  return Object.fromEntries(ballots.map((ballot, index) => [`m${index + 1}`, ballot]));
}
