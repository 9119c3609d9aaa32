import { emptyHead, seal, sha256Hex, type Head } from '../journal/chain.ts';
import { evolve } from '../rules/evolve.ts';
import type { JournalEntry, SessionEvent } from '../rules/events.ts';
import type { Ballot, BallotBasis, Question, RoundKind, Session, SessionPlan } from '../rules/session.ts';

type Fact<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

interface Vote {
  readonly kind?: RoundKind;
  readonly nomineeIds?: readonly string[];
  readonly ballots: Readonly<Record<string, Ballot>>;
  readonly basis?: Readonly<Record<string, Exclude<BallotBasis, 'own'>>>;
}

/** Writes a journal fact by fact, without the rules that would decide them: for tests of what is made of a journal. */
export class JournalWriter {
  readonly entries: JournalEntry[] = [];
  private head: Head = emptyHead;
  private current: Session | undefined;
  private now: number;

  constructor(plan: SessionPlan, startsAt: string) {
    this.now = Date.parse(startsAt);
    this.record('secretary:1', { type: 'session-convened', ...plan });
  }

  get session(): Session {
    if (!this.current) throw new Error('the journal has no session yet');
    return this.current;
  }

  record(actor: string, ...events: SessionEvent[]): this {
    for (const event of events) {
      this.now += 7_000;
      const recording = {
        sessionId: 'session-1',
        actor,
        commandId: `c-${this.head.position + 1}`,
        recordedAt: new Date(this.now).toISOString(),
        salt: () => '0'.repeat(32),
      };
      for (const { entry } of seal(this.head, [{ event, hidden: [] }], recording)) {
        this.entries.push(entry);
        this.head = entry;
        this.current = evolve(this.current, entry, sha256Hex);
      }
    }
    return this;
  }

  wait(minutes: number): this {
    this.now += minutes * 60_000;
    return this;
  }

  arrive(attendance: 'in-person' | 'remote', ...memberIds: readonly string[]): this {
    return this.record(
      'secretary:1',
      ...memberIds.map((memberId): Fact<'attendance-marked'> => ({
        type: 'attendance-marked',
        memberId,
        attendance,
      })),
    );
  }

  /** Opens a round, casts the ballots in order and closes it by the secretary's hand. */
  vote(questionId: string, vote: Vote): this {
    const roundId = this.openRound(questionId, vote);
    for (const [memberId, ballot] of Object.entries(vote.ballots))
      this.cast(roundId, memberId, ballot, vote.basis?.[memberId]);
    return this.closeRound(questionId, roundId);
  }

  openRound(
    questionId: string,
    { kind = 'first', nomineeIds }: Pick<Vote, 'kind' | 'nomineeIds'> = {},
  ): string {
    const question = this.question(questionId);
    const number = question.rounds.length + 1;
    const roundId = `${questionId}-round-${number}`;
    const runoff = kind === 'runoff' && question.kind !== 'approval';
    this.record('secretary:1', {
      type: 'round-opened',
      questionId,
      roundId,
      number,
      kind,
      ballotKind: runoff ? 'choose' : question.kind,
      parameters: runoff ? { min: 1, max: 1 } : question.parameters,
      nomineeIds:
        nomineeIds ?? question.nominees.filter((each) => !each.withdrawn).map((each) => each.nomineeId),
    });
    return roundId;
  }

  cast(roundId: string, memberId: string, ballot: Ballot, basis?: Exclude<BallotBasis, 'own'>): this {
    return basis
      ? this.record('secretary:1', {
          type: 'ballot-entered',
          roundId,
          memberId,
          ballot,
          basis,
          ...(basis === 'written' && { document: 'опросный лист № 3' }),
        })
      : this.record(memberId, { type: 'ballot-cast', roundId, memberId, ballot, replaces: null });
  }

  closeRound(questionId: string, roundId: string, quorumStood = true): this {
    const round = this.question(questionId).rounds.find((each) => each.roundId === roundId);
    if (!round) throw new Error(`no round ${roundId}`);
    const voted = new Set(round.ballots.map((each) => each.memberId));
    const { entitled, present, recused } = round;
    const substituted = this.session.roll
      .filter((seat) => seat.substitute && entitled.includes(seat.memberId))
      .map((seat) => seat.memberId);
    const effectiveAt = new Date(this.now + 7_000).toISOString();
    const notVoted = entitled.filter((memberId) => !voted.has(memberId));
    return this.record('secretary:1', {
      type: 'round-closed',
      roundId,
      by: 'hand',
      effectiveAt,
      entitled,
      present,
      recused,
      substituted,
      notVoted,
      quorumStood,
    });
  }

  minutes(questionId: string, reported: string, discussed = 'Выступлений не было.', resolved?: string): this {
    return this.record('secretary:1', {
      type: 'minutes-noted',
      questionId,
      reported,
      discussed,
      ...(resolved !== undefined && { resolved }),
    });
  }

  private question(questionId: string): Question {
    const question = this.session.questions.find((each) => each.questionId === questionId);
    if (!question) throw new Error(`no question ${questionId}`);
    return question;
  }
}
