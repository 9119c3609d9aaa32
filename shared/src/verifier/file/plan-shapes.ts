import { bounds } from '../../rules/bounds.ts';
import type { Amendment } from '../../rules/events.ts';
import {
  comparisons,
  countedAttendances,
  majorityBases,
  nextRoundPolicies,
  quorumBases,
  tieBreakers,
  visibilities,
  type DecisionRule,
  type Majority,
  type QuorumRule,
  type RuleSet,
  type Threshold,
} from '../../rules/plan/rule-set.ts';
import {
  aggregates,
  ballotKindNames,
  roundings,
  seatRoles,
  sessionForms,
  type BallotParameters,
  type Criterion,
  type Nominee,
  type Places,
  type QuestionDraft,
  type SeatDraft,
  type SessionPlan,
} from '../../rules/session.ts';
import {
  day,
  decimal,
  distinct,
  fields,
  flag,
  id,
  listOf,
  nothing,
  oneOf,
  optional,
  orNull,
  text,
  timeZone,
  utc,
  variant,
  whole,
  type ShapesOf,
} from './shapes.ts';

type Kind<Union extends { readonly kind: string }, Name extends Union['kind']> = Extract<
  Union,
  { readonly kind: Name }
>;

const threshold = fields<Threshold>({
  n: whole(0, bounds.share),
  d: whole(1, bounds.share),
  compare: oneOf(...comparisons),
});
const majority = fields<Majority>({ base: oneOf(...majorityBases), threshold });

const decisions = {
  plurality: fields<Kind<DecisionRule, 'plurality'>>({
    kind: oneOf('plurality'),
    floor: optional(majority),
    minimumScore: optional(decimal),
  }),
  majority: fields<Kind<DecisionRule, 'majority'>>({
    kind: oneOf('majority'),
    majority,
    nextRound: optional(oneOf(...nextRoundPolicies)),
    maxRounds: optional(whole(1, bounds.rounds)),
  }),
} satisfies Record<DecisionRule['kind'], unknown>;
const decision = variant('kind', decisions);

const ties = distinct(listOf(oneOf(...tieBreakers), tieBreakers.length));

const ruleSet = fields<RuleSet>({
  quorum: fields<QuorumRule>({
    base: oneOf(...quorumBases),
    recusedStay: flag,
    threshold,
    counts: distinct(listOf(oneOf(...countedAttendances), countedAttendances.length)),
    ofBallots: flag,
  }),
  decision,
  recusedStay: flag,
  ties,
  abstain: flag,
  changeUntilClose: flag,
  closeWhenAllVoted: flag,
  parallelRounds: flag,
  selfCheckIn: flag,
  substitutes: flag,
  absentee: flag,
  oneWinPerEntrant: flag,
  allPresentSign: optional(flag),
  visibility: oneOf(...visibilities),
});

export const parameters = fields<BallotParameters>({
  min: optional(whole(0, bounds.nominees)),
  max: optional(whole(1, bounds.nominees)),
  againstAll: optional(flag),
  partial: optional(flag),
  points: optional(listOf(decimal, bounds.nominees, 1)),
  sumOfPlaces: optional(flag),
  criteria: optional(
    listOf(
      fields<Criterion>({
        criterionId: id,
        title: text(),
        min: decimal,
        max: decimal,
        step: decimal,
        weight: decimal,
      }),
      bounds.criteria,
      1,
    ),
  ),
  aggregate: optional(oneOf(...aggregates)),
  carry: optional(fields<NonNullable<BallotParameters['carry']>>({ weight: decimal })),
  minimumScorers: optional(whole(1, bounds.roll)),
  rounding: optional(
    fields<NonNullable<BallotParameters['rounding']>>({
      at: oneOf(...roundings),
      digits: whole(0, bounds.rounding),
    }),
  ),
});

const places = variant('kind', {
  laureates: fields<Kind<Places, 'laureates'>>({
    kind: oneOf('laureates'),
    count: whole(1, bounds.nominees),
  }),
  all: fields<Kind<Places, 'all'>>({ kind: oneOf('all') }),
  ranked: fields<Kind<Places, 'ranked'>>({
    kind: oneOf('ranked'),
    counts: listOf(whole(1, bounds.nominees), bounds.nominees, 1),
  }),
} satisfies Record<Places['kind'], unknown>);

/** Who withdraws does so by a fact of its own. */
const nominee = fields<Omit<Nominee, 'withdrawn'>>({
  nomineeId: id,
  name: text(),
  entrantId: optional(id),
  region: optional(text(0)),
  organisation: optional(text(0)),
  appliedAt: optional(utc),
  priorScore: optional(decimal),
  materials: optional(text(0)),
});

export const question = fields<QuestionDraft>({
  questionId: id,
  title: text(),
  nomination: optional(text(0)),
  category: optional(text(0)),
  wording: text(),
  kind: oneOf(...ballotKindNames),
  parameters,
  decision: optional(decision),
  ties: optional(ties),
  places,
  minEntries: optional(whole(0, bounds.nominees)),
  winnerLabel: optional(text()),
  reporter: optional(text(0)),
  nominees: listOf(nominee, bounds.nominees),
});

const seat = fields<SeatDraft>({
  memberId: id,
  name: text(),
  post: text(0),
  body: text(0),
  role: oneOf(...seatRoles),
  votes: flag,
});

/** Whether there is such an edition, the rules say. */
const edition = whole(1);

const plan = {
  edition: optional(edition),
  contestId: id,
  contestTitle: text(),
  organisation: optional(text(0)),
  commission: optional(text(0)),
  number: text(1, bounds.sessionNumber),
  date: day,
  place: text(),
  timeZone,
  form: oneOf(...sessionForms),
  rehearsal: flag,
  deadline: utc,
  presidingId: id,
  secretaryId: optional(id),
  secretaryName: optional(text()),
  establishedSeats: whole(1, bounds.roll),
  ruleSet,
  public: flag,
  roll: listOf(seat, bounds.roll, 1),
  questions: listOf(question, bounds.questions),
  earlierWinners: listOf(id, bounds.earlierWinners),
  invited: optional(listOf(text(), bounds.roll)),
} as const satisfies ShapesOf<SessionPlan>;

/** What the edge takes a session to be convened with, as the journal keeps it (rule 12.4). */
export const planShapes: ShapesOf<SessionPlan> = plan;

export const amendment = fields<Amendment>({
  edition: optional(edition),
  organisation: plan.organisation,
  commission: plan.commission,
  number: optional(plan.number),
  date: optional(plan.date),
  place: optional(plan.place),
  timeZone: optional(plan.timeZone),
  form: optional(plan.form),
  // It is moved by a fact of its own (rule 11.5).
  deadline: optional(nothing),
  presidingId: optional(plan.presidingId),
  secretaryId: optional(orNull(id)),
  secretaryName: optional(orNull(text())),
  establishedSeats: optional(plan.establishedSeats),
  ruleSet: optional(plan.ruleSet),
  public: optional(plan.public),
  roll: optional(plan.roll),
  questions: optional(plan.questions),
  earlierWinners: optional(plan.earlierWinners),
  invited: plan.invited,
});
