import { emptyHead, seal, sha256Hex, type Head } from '@open-ballot/shared/journal/chain';
import { evolve } from '@open-ballot/shared/journal/replay';
import type { Caller, SessionCommand } from '@open-ballot/shared/rules/commands';
import { convene } from '@open-ballot/shared/rules/plan/convene';
import { decide } from '@open-ballot/shared/rules/decide';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { Fact } from '@open-ballot/shared/rules/fact';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import type {
  Ballot,
  QuestionDraft,
  Session,
  SessionForm,
  SessionPlan,
} from '@open-ballot/shared/rules/session';

export const theSecretary: Caller = { secretaryId: 'account-1', signedIn: true };

export const memberNames: Readonly<Record<string, string>> = {
  chair: 'Орлова Вера Павловна',
  ann: 'Белова Анна Ильинична',
  bo: 'Громов Борис Олегович',
  cy: 'Зимин Сергей Юрьевич',
  dee: 'Котова Дарья Евгеньевна',
};

export const bestOffice: QuestionDraft = {
  questionId: 'q1',
  title: 'Лучший МФЦ',
  wording: 'Определить победителя.',
  kind: 'choose',
  parameters: { min: 1, max: 1 },
  places: { kind: 'laureates', count: 1 },
  nominees: [
    { nomineeId: 'x', name: 'МФЦ города Иркутска' },
    { nomineeId: 'y', name: 'МФЦ города Ульяновска' },
  ],
};

const plan = (ruleSet: RuleSet, questions: readonly QuestionDraft[]): SessionPlan => ({
  contestId: 'contest-1',
  contestTitle: 'Лучший МФЦ России',
  number: '1',
  date: '2021-06-25',
  place: 'г. Москва',
  timeZone: 'Europe/Moscow',
  form: 'in-person',
  rehearsal: true,
  deadline: '2100-06-30T21:00:00.000Z',
  presidingId: 'chair',
  secretaryName: 'Лебедева Ольга Ивановна',
  establishedSeats: 5,
  ruleSet,
  public: true,
  earlierWinners: [],
  roll: Object.entries(memberNames).map(([memberId, name]) => ({
    memberId,
    name,
    post: '',
    body: '',
    role: memberId === 'chair' ? 'chair' : 'member',
    votes: true,
  })),
  questions,
});

/** Lives a session through the real rules and keeps its journal, as the desk does. For tests of what screens make of it. */
export class LivedJournal {
  readonly entries: JournalEntry[] = [];
  private head: Head = emptyHead;
  private current: Session | undefined;
  private seconds = 0;

  constructor(
    ruleSet: RuleSet = presets['mfc-central'],
    questions: readonly QuestionDraft[] = [bestOffice],
    form: SessionForm = 'in-person',
  ) {
    const convened = convene({
      ...plan(ruleSet, questions),
      form,
      // Rule 1.8 is of the second edition.
      ...(form === 'correspondence' && { edition: 2 as const }),
    });
    if (convened.outcome === 'refused') throw new Error(convened.detail);
    this.record('secretary:account-1', 'convene', convened.facts);
  }

  get session(): Session {
    if (!this.current) throw new Error('not convened');
    return this.current;
  }

  get headHash(): string {
    return this.head.hash;
  }

  get now(): string {
    return new Date(Date.parse('2021-06-25T10:00:00.000Z') + this.seconds * 1_000).toISOString();
  }

  /** What the rules answer; accepted facts are recorded. */
  answer(caller: Caller, command: SessionCommand, commandId = `c-${this.entries.length}`) {
    this.seconds += 7;
    const { length } = this.entries;
    const files = { pdf: sha256Hex(`files of ${length}`) };
    const issued = { gaps: [], throughPosition: length, lastPosition: length, files };
    const surroundings = { now: this.now, freshId: `round-${length}`, issued };
    const verdict = decide(this.session, command, caller, surroundings, sha256Hex);
    if (verdict.outcome === 'accepted') this.record(verdict.actor, commandId, verdict.facts);
    return verdict;
  }

  does(caller: Caller, command: SessionCommand): this {
    const verdict = this.answer(caller, command);
    if (verdict.outcome === 'refused') throw new Error(`${command.type}: ${verdict.code}, ${verdict.detail}`);
    return this;
  }

  arrive(...memberIds: readonly string[]): this {
    for (const memberId of memberIds)
      this.does(theSecretary, { type: 'mark-attendance', memberId, attendance: 'in-person' });
    return this;
  }

  open(...memberIds: readonly string[]): this {
    return this.arrive(...memberIds).does(theSecretary, { type: 'open-session' });
  }

  openRound(questionId = 'q1'): string {
    this.does(theSecretary, { type: 'open-round', questionId });
    return (
      this.session.questions.find((each) => each.questionId === questionId)?.rounds.at(-1)?.roundId ?? ''
    );
  }

  votes(roundId: string, ballots: Readonly<Record<string, string | Ballot>>): this {
    for (const [memberId, choice] of Object.entries(ballots)) {
      const ballot: Ballot = typeof choice === 'string' ? { nominees: [choice] } : choice;
      this.does({ memberId }, { type: 'cast-ballot', roundId, ballot, replaces: null });
    }
    return this;
  }

  closeRound(roundId: string): this {
    return this.does(theSecretary, { type: 'close-round', roundId });
  }

  private record(actor: string, commandId: string, facts: readonly Fact[]): void {
    const recording = {
      sessionId: 'session-1',
      actor,
      commandId,
      recordedAt: this.now,
      salt: () => sha256Hex(`salt ${this.entries.length}`).slice(0, 32),
    };
    for (const { entry } of seal(this.head, facts, recording)) {
      this.entries.push(entry);
      this.head = entry;
      this.current = evolve(this.current, entry);
    }
  }
}
