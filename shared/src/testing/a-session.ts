import { currentEdition } from '../rules/editions.ts';
import { presets } from '../rules/plan/presets.ts';
import type { DecisionRule, Majority, MajorityBase, RuleSet, Threshold } from '../rules/plan/rule-set.ts';
import type {
  Ballot,
  BallotKindName,
  Criterion,
  Nominee,
  QuestionDraft,
  SeatDraft,
  SessionPlan,
  Side,
} from '../rules/session.ts';

/** Seats `m1`, `m2` …, all with a vote; `m1` chairs. */
export const seats = (count: number): SeatDraft[] =>
  Array.from({ length: count }, (_, index) => aSeat(`m${index + 1}`, index === 0 ? { role: 'chair' } : {}));

export const aSeat = (memberId: string, more: Partial<SeatDraft> = {}): SeatDraft => ({
  memberId,
  name: `Name of ${memberId}`,
  post: 'post',
  body: 'body',
  role: 'member',
  votes: true,
  ...more,
});

/** The rules of `mfc-central`, changed where a test needs it. */
export const rules = (changes: Partial<RuleSet> = {}): RuleSet => ({ ...presets['mfc-central'], ...changes });

export const quorum = (changes: Partial<RuleSet['quorum']>): RuleSet['quorum'] => ({
  ...presets['mfc-central'].quorum,
  ...changes,
});

/** `atLeast(1, 2)` is a half itself, `moreThan(1, 2)` only what lies beyond it. */
export const atLeast = (n: number, d: number): Threshold => ({ n, d, compare: 'at-least' });
export const moreThan = (n: number, d: number): Threshold => ({ n, d, compare: 'more-than' });

export const share = (base: MajorityBase, threshold: Threshold): Majority => ({ base, threshold });

export const majority = (base: MajorityBase, threshold: Threshold): DecisionRule => ({
  kind: 'majority',
  majority: share(base, threshold),
});

interface PlanChanges extends Partial<Omit<SessionPlan, 'ruleSet'>> {
  readonly members?: number;
  readonly rules?: Partial<RuleSet>;
}

export function aPlan({ members = 5, rules: changes, ...more }: PlanChanges = {}): SessionPlan {
  const roll = more.roll ?? seats(members);
  return {
    edition: currentEdition,
    contestId: 'contest',
    contestTitle: 'Contest',
    number: '1',
    date: '2021-06-30',
    place: 'Moscow',
    timeZone: 'Europe/Moscow',
    form: 'mixed',
    rehearsal: false,
    deadline: '2021-06-30T21:00:00.000Z',
    presidingId: 'm1',
    establishedSeats: roll.filter((seat) => seat.votes).length,
    ruleSet: rules(changes),
    public: true,
    questions: [aMotion()],
    earlierWinners: [],
    ...more,
    roll,
  };
}

export const aMotion = (more: Partial<QuestionDraft> = {}): QuestionDraft => ({
  questionId: 'q',
  title: 'Motion',
  wording: 'To approve',
  kind: 'motion',
  parameters: {},
  places: { kind: 'laureates', count: 1 },
  nominees: [],
  ...more,
});

/** A nomination of `kind` among nominees named in one text: `'a b c'`. One winner unless told otherwise. */
export const aNomination = (
  kind: Exclude<BallotKindName, 'motion'>,
  nominees: string,
  more: Partial<QuestionDraft> = {},
): QuestionDraft => ({
  ...aMotion(),
  title: 'Nomination',
  kind,
  nominees: nominees
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => aNominee(id)),
  ...more,
});

export const aNominee = (nomineeId: string, more: Partial<Nominee> = {}): Nominee => ({
  nomineeId,
  name: `Nominee ${nomineeId}`,
  ...more,
});

export const aCriterion = (criterionId: string, more: Partial<Criterion> = {}): Criterion => ({
  criterionId,
  title: criterionId,
  min: '0',
  max: '10',
  step: '1',
  weight: '1',
  ...more,
});

export const laureates = (count: number) => ({ kind: 'laureates', count }) as const;
export const ranked = (...counts: readonly number[]) => ({ kind: 'ranked', counts }) as const;

export const says = (choice: Side | 'against-all'): Ballot => ({ choice });
export const abstention: Ballot = says('abstain');
export const chooses = (...nominees: readonly string[]): Ballot => ({ nominees });
export const ranks = (...places: readonly string[]): Ballot => ({ places });

/** An approval ballot in one text: `'a+ b- c0'` is for, against, abstain. */
export const approves = (text: string): Ballot => ({
  answers: Object.fromEntries(
    text.split(' ').map((word) => [word.slice(0, -1), sides[word.at(-1) as keyof typeof sides]]),
  ),
});

const sides = { '+': 'for', '-': 'against', '0': 'abstain' } as const;

/** A score ballot on one criterion `c`: `{ a: '7.5' }`. */
export const scores = (points: Readonly<Record<string, string>>): Ballot => ({
  scores: Object.fromEntries(Object.entries(points).map(([id, value]) => [id, { c: value }])),
});
