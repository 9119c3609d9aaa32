import { randomBytes } from 'node:crypto';
import type { NewSession, RulePreset } from '@open-ballot/shared/contract/http';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import type {
  Nominee,
  Question,
  QuestionDraft,
  Round,
  SeatDraft,
  Session,
} from '@open-ballot/shared/rules/session';
import { Caller } from './caller.ts';

/** The accounts of the demonstration, which every fresh house has. */
export const demonstration = { secretary: 'secretary', password: 'rehearsal' } as const;

/** Results are due before this moment: «не позднее 30 июня 2021 года». */
export const deadline = '2021-06-30T21:00:00.000Z';

export interface Seated {
  readonly name: string;
  readonly role?: SeatDraft['role'];
  readonly votes?: boolean;
  readonly body?: string;
}

export interface Scene {
  /** Seats in the order of the roll; the first presides. */
  readonly seats: readonly Seated[];
  readonly questions: readonly QuestionDraft[];
  readonly form?: Session['form'];
  readonly preset?: string;
  readonly rules?: Partial<RuleSet>;
  /** What the rehearsal clock shows when the contest is created. */
  readonly clock?: string;
  readonly deadline?: string;
  readonly public?: boolean;
  readonly title?: string;
  /** By password, or by the one-time links of their invitations. */
  readonly signIn?: 'password' | 'link';
  /** Who convenes; otherwise the secretary of the demonstration. */
  readonly secretary?: Caller;
}

export const nominee = (nomineeId: string, name: string, region = 'Кировская область'): Nominee => ({
  nomineeId,
  name,
  region,
});

/** A nomination with one laureate, where everybody chooses one. */
export const nomination = (
  questionId: string,
  title: string,
  nominees: readonly Nominee[],
  more: Partial<QuestionDraft> = {},
): QuestionDraft => ({
  questionId,
  title,
  nomination: title,
  wording: `Определить победителя в номинации «${title}»`,
  kind: 'choose',
  parameters: { min: 1, max: 1 },
  places: { kind: 'laureates', count: 1 },
  nominees,
  ...more,
});

/** A procedural motion. */
export const motion = (questionId: string, wording: string): QuestionDraft => ({
  questionId,
  title: wording,
  wording,
  kind: 'motion',
  parameters: {},
  places: { kind: 'laureates', count: 1 },
  nominees: [],
});

/** A session of the contest as its secretary convened it, and everybody who has a part in it, signed in. */
export class Commission {
  private constructor(
    readonly contestId: string,
    readonly sessionId: string,
    readonly secretary: Caller,
    readonly members: readonly Member[],
  ) {}

  static async convenes(house: string, scene: Scene): Promise<Commission> {
    const secretary =
      scene.secretary ?? (await Caller.signsIn(house, demonstration.secretary, demonstration.password));
    const mark = randomBytes(4).toString('hex');
    const title = scene.title ?? `Лучший МФЦ России, история ${mark}`;
    const { contestId } = await secretary.obtains<{ contestId: string }>('POST', '/contests', {
      title,
      deadline: scene.deadline ?? deadline,
      timeZone: 'Europe/Moscow',
      organisation: 'Министерство экономического развития Российской Федерации',
      commission: 'Центральная конкурсная комиссия',
      rehearsal: { start: scene.clock ?? '2021-06-25T07:00:00.000Z' },
    });
    const seats = scene.seats.map((seated, index) => seatFor(seated, index, mark));
    const byLink = scene.signIn === 'link';
    const links = await fewAtATime(seats, async ({ accountLogin: login, name }) => {
      const account = { login, name, ...(!byLink && { password: passwordOf(login) }) };
      return (await secretary.obtains<{ link: string }>('POST', '/accounts', account)).link;
    });
    const plan: NewSession = {
      contestId,
      number: '1',
      date: '2021-06-25',
      place: 'г. Москва',
      timeZone: 'Europe/Moscow',
      form: scene.form ?? 'mixed',
      establishedSeats: seats.length,
      presidingId: seats[0]!.memberId,
      roll: seats,
      questions: scene.questions,
      ruleSet: { ...(await ruleSetOf(secretary, scene.preset ?? 'mfc-central')), ...scene.rules },
      public: scene.public ?? true,
    };
    const { sessionId } = await secretary.obtains<{ sessionId: string }>('POST', '/sessions', plan);
    const members = await fewAtATime(seats, (seat, index) =>
      Member.signsInTo(house, sessionId, seat, byLink ? links[index] : undefined),
    );
    return new Commission(contestId, sessionId, secretary, members);
  }

  /** Somebody with a sign-in and without a seat. */
  async invites(
    name: string,
  ): Promise<{ readonly name: string; readonly login: string; readonly password: string }> {
    const login = `guest-${randomBytes(4).toString('hex')}`;
    const account = { login, name, password: passwordOf(login) };
    await this.secretary.obtains('POST', '/accounts', account);
    return account;
  }

  get presiding(): Member {
    return this.members[0]!;
  }

  member(name: string): Member {
    const found = this.members.find((each) => each.name === name);
    if (!found) throw new Error(`nobody here is called ${name}`);
    return found;
  }

  /** What a secretary wants done and what must not be refused. */
  async does(wish: SessionCommand, by: Caller = this.secretary): Promise<Receipt> {
    const receipt = await by.sends(this.sessionId, wish);
    if (receipt.outcome !== 'recorded') throw new Error(`${wish.type}: ${JSON.stringify(receipt)}`);
    return receipt;
  }

  async marksPresent(...who: readonly Member[]): Promise<void> {
    await fewAtATime(who, ({ memberId }) =>
      this.does({ type: 'mark-attendance', memberId, attendance: 'in-person' }),
    );
  }

  /** Everybody is here and the session is open. */
  async opens(): Promise<void> {
    await this.marksPresent(...this.members);
    await this.does({ type: 'open-session' });
  }

  /** Opens the next round of a question and answers its id. */
  async putsToTheVote(questionId: string, seconds?: number): Promise<string> {
    await this.does({ type: 'open-round', questionId, ...(seconds !== undefined && { seconds }) });
    const round = (await this.question(questionId)).rounds.at(-1);
    if (round?.status !== 'open') throw new Error(`no round of ${questionId} is open`);
    return round.roundId;
  }

  async closesRound(roundId: string): Promise<Round> {
    await this.does({ type: 'close-round', roundId });
    return this.round(roundId);
  }

  async snapshot(as: Caller = this.secretary): Promise<Snapshot> {
    return as.obtains<Snapshot>('GET', `/sessions/${this.sessionId}`);
  }

  async session(as?: Caller): Promise<Session> {
    return (await this.snapshot(as)).session;
  }

  async question(questionId: string, as?: Caller): Promise<Question> {
    return (await this.session(as)).questions.find((each) => each.questionId === questionId)!;
  }

  async round(roundId: string, as?: Caller): Promise<Round> {
    const { questions } = await this.session(as);
    return questions.flatMap(({ rounds }) => rounds).find((each) => each.roundId === roundId)!;
  }

  leaves(): void {
    this.secretary.hangsUp();
    for (const { caller } of this.members) caller.hangsUp();
  }
}

type SeatWithLogin = SeatDraft & { readonly accountLogin: string };

/** A member of the commission at a device of their own. */
export class Member {
  private constructor(
    readonly caller: Caller,
    readonly sessionId: string,
    readonly memberId: string,
    readonly name: string,
    readonly login: string,
  ) {}

  static async signsInTo(
    house: string,
    sessionId: string,
    { accountLogin, memberId, name }: SeatWithLogin,
    link?: string,
  ): Promise<Member> {
    const caller =
      link === undefined
        ? await Caller.signsIn(house, accountLogin, passwordOf(accountLogin))
        : await Caller.redeems(house, link);
    return new Member(caller, sessionId, memberId, name, accountLogin);
  }

  get password(): string {
    return passwordOf(this.login);
  }

  /** Chooses one nominee; `replaces` is the position of the own ballot that this one changes. */
  casts(
    roundId: string,
    nomineeId: string,
    replaces: number | null = null,
    commandId?: string,
  ): Promise<Receipt> {
    return this.caller.sends(
      this.sessionId,
      { type: 'cast-ballot', roundId, ballot: { nominees: [nomineeId] }, replaces },
      commandId,
    );
  }

  abstains(roundId: string): Promise<Receipt> {
    return this.caller.sends(this.sessionId, {
      type: 'cast-ballot',
      roundId,
      ballot: { choice: 'abstain' },
      replaces: null,
    });
  }

  recuses(questionId: string, reason: string): Promise<Receipt> {
    return this.caller.sends(this.sessionId, { type: 'recuse', questionId, reason });
  }
}

const passwordOf = (login: string): string => `пароль ${login}`;

/** Hashing a password is slow on purpose, and a burst of hundreds proves nothing here. */
async function fewAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  few = 16,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += few) {
    const group = items.slice(from, from + few);
    results.push(...(await Promise.all(group.map((item, at) => work(item, from + at)))));
  }
  return results;
}

const seatFor = ({ name, role, votes, body }: Seated, index: number, mark: string): SeatWithLogin => ({
  memberId: `member-${index + 1}`,
  name,
  post: 'Член комиссии',
  body: body ?? 'Минэкономразвития России',
  role: role ?? (index === 0 ? 'chair' : 'member'),
  votes: votes ?? true,
  accountLogin: `${mark}-${index + 1}`,
});

async function ruleSetOf(secretary: Caller, preset: string): Promise<RuleSet> {
  const { items } = await secretary.obtains<{ items: RulePreset[] }>('GET', '/presets');
  const found = items.find(({ name }) => name === preset);
  if (!found) throw new Error(`there is no preset ${preset}`);
  return found.ruleSet;
}
