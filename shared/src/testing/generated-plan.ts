import fc from 'fast-check';
import { planFaults } from '../rules/plan/check-plan.ts';
import type { Nominee, QuestionDraft, SessionPlan } from '../rules/session.ts';
import {
  nextRoundPolicies,
  tieBreakers,
  type DecisionRule,
  type Majority,
  type RuleSet,
  type Threshold,
} from '../rules/plan/rule-set.ts';
import { aCriterion, aMotion, aPlan, aSeat, seats } from './a-session.ts';

const threshold: fc.Arbitrary<Threshold> = fc
  .record({
    d: fc.integer({ min: 2, max: 4 }),
    n: fc.integer({ min: 0, max: 3 }),
    compare: fc.constantFrom('at-least' as const, 'more-than' as const),
  })
  .filter(({ n, d }) => n < d);

const majorityRule: fc.Arbitrary<Majority> = fc.record({
  base: fc.constantFrom('for-and-against', 'participants', 'present', 'appointed', 'established'),
  threshold,
});

const decisionOfVotes: fc.Arbitrary<DecisionRule> = fc.oneof(
  fc.constant<DecisionRule>({ kind: 'plurality' }),
  majorityRule.map((floor): DecisionRule => ({ kind: 'plurality', floor })),
  majorityRule.map((majority): DecisionRule => ({ kind: 'majority', majority })),
  fc
    .record({
      majority: majorityRule,
      nextRound: fc.constantFrom(...nextRoundPolicies),
      maxRounds: fc.integer({ min: 1, max: 3 }),
    })
    .map((rule): DecisionRule => ({ kind: 'majority', ...rule })),
);

const decisionOfPoints: fc.Arbitrary<DecisionRule> = fc.constantFrom<DecisionRule>(
  { kind: 'plurality' },
  { kind: 'plurality', minimumScore: '2' },
);

/** Rare enough a quorum that most sessions can vote. */
const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  quorum: fc.record({
    base: fc.constantFrom('established', 'appointed'),
    recusedStay: fc.boolean(),
    threshold: fc.constantFrom<Threshold>(
      { n: 0, d: 1, compare: 'at-least' },
      { n: 1, d: 2, compare: 'at-least' },
      { n: 1, d: 3, compare: 'more-than' },
    ),
    counts: fc.constant(['in-person', 'remote', 'absentee', 'substitute'] as const),
    ofBallots: fc.constantFrom(false, false, false, true),
  }),
  decision: fc.constant<DecisionRule>({ kind: 'plurality' }),
  recusedStay: fc.boolean(),
  ties: fc.shuffledSubarray([...tieBreakers]),
  abstain: fc.boolean(),
  changeUntilClose: fc.boolean(),
  closeWhenAllVoted: fc.boolean(),
  parallelRounds: fc.boolean(),
  selfCheckIn: fc.boolean(),
  substitutes: fc.constant(true),
  absentee: fc.constant(true),
  oneWinPerEntrant: fc.boolean(),
  allPresentSign: fc.boolean(),
  visibility: fc.constantFrom('names', 'totals', 'turnout'),
});

const nominees: fc.Arbitrary<Nominee[]> = fc
  .array(
    fc.record({
      entrantId: fc.constantFrom('x', 'y', undefined),
      priorScore: fc.constantFrom('1', '2.5', undefined),
      appliedAt: fc.constantFrom('2021-01-01T00:00:00.000Z', '2021-01-02T00:00:00.000Z', undefined),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) =>
    made.map(({ entrantId, priorScore, appliedAt }, index) => ({
      nomineeId: 'abcd'[index]!,
      name: `Nominee ${index}`,
      ...(entrantId !== undefined && { entrantId }),
      ...(priorScore !== undefined && { priorScore }),
      ...(appliedAt !== undefined && { appliedAt }),
    })),
  );

const places = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((count) => ({ kind: 'laureates' as const, count })),
  fc
    .array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 })
    .map((counts) => ({ kind: 'ranked' as const, counts })),
  fc.constant({ kind: 'all' as const }),
);

const question: fc.Arbitrary<Omit<QuestionDraft, 'questionId'>> = fc.oneof(
  fc.record({ decision: decisionOfVotes }).map((more) => aMotion(more)),
  fc
    .record({ nominees, places, decision: decisionOfVotes, partial: fc.boolean() })
    .map(({ partial, ...more }) => ({
      ...aMotion(),
      ...more,
      kind: 'approval' as const,
      parameters: { partial },
    })),
  fc
    .record({
      nominees,
      places,
      decision: decisionOfVotes,
      max: fc.integer({ min: 1, max: 2 }),
      againstAll: fc.boolean(),
    })
    .map(({ max, againstAll, ...more }) => ({
      ...aMotion(),
      ...more,
      kind: 'choose' as const,
      parameters: { min: 1, max, againstAll },
    })),
  fc
    .record({ nominees, places, decision: decisionOfPoints, partial: fc.boolean() })
    .map(({ partial, ...more }) => ({
      ...aMotion(),
      ...more,
      kind: 'rank' as const,
      parameters: { points: ['3', '1'], partial },
    })),
  fc
    .record({ nominees, places })
    .map((more) => ({ ...aMotion(), ...more, kind: 'rank' as const, parameters: { sumOfPlaces: true } })),
  fc
    .record({
      nominees,
      places,
      decision: decisionOfPoints,
      partial: fc.boolean(),
      aggregate: fc.constantFrom('mean' as const, 'sum' as const, 'trimmed-mean' as const),
      more: fc.constantFrom({}, { minimumScorers: 2 }, { carry: { weight: '0.5' } }),
    })
    .map(({ partial, aggregate, more: rest, ...more }) => ({
      ...aMotion(),
      ...more,
      kind: 'score' as const,
      parameters: {
        criteria: [aCriterion('c', { max: '3' }), aCriterion('d', { max: '1', step: '0.5', weight: '2' })],
        partial,
        aggregate,
        ...rest,
      },
    })),
);

function heldUnder(
  held: Pick<SessionPlan, 'edition' | 'form'>,
  changes: Parameters<typeof aPlan>[0],
): SessionPlan {
  const { edition: _edition, ...plan } = aPlan(changes);
  return { ...plan, ...held };
}

/** A small commission with any rules, of either edition and any form, whose chair may lack a vote. */
export const plans: fc.Arbitrary<SessionPlan> = fc
  .record({
    voting: fc.integer({ min: 2, max: 5 }),
    chairVotes: fc.boolean(),
    rules: ruleSet,
    questions: fc.array(question, { minLength: 1, maxLength: 2 }),
    held: fc.constantFrom<Pick<SessionPlan, 'edition' | 'form'>>(
      { form: 'mixed' },
      { edition: 2, form: 'mixed' },
      { edition: 2, form: 'mixed' },
      { edition: 2, form: 'correspondence' },
    ),
  })
  .map(({ voting, chairVotes, rules, questions, held }) =>
    heldUnder(held, {
      roll: chairVotes ? seats(voting) : [aSeat('m0', { votes: false, role: 'chair' }), ...seats(voting)],
      presidingId: chairVotes ? 'm1' : 'm0',
      establishedSeats: voting + 1,
      rules: { ...rules, ties: rules.ties.filter((each) => !chairVotes || each !== 'casting-vote') },
      questions: questions.map((each, index) => ({ ...each, questionId: `q${index}` })),
      earlierWinners: ['y'],
    }),
  )
  .filter((plan) => planFaults(plan).length === 0);

/** Nominees who compete for places that a runoff may have to part. */
export const plansForRunoffs: fc.Arbitrary<SessionPlan> = plans
  .map((plan): SessionPlan => {
    const others = plan.ruleSet.ties.filter((each) => each !== 'runoff');
    return {
      ...plan,
      ruleSet: { ...plan.ruleSet, ties: ['runoff', ...others], oneWinPerEntrant: false },
      questions: plan.questions.filter(({ kind, nominees: { length } }) => kind !== 'motion' && length > 2),
    };
  })
  .filter((plan) => plan.questions.length > 0 && planFaults(plan).length === 0);
