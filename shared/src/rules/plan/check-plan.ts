import { bounds } from '../bounds.ts';
import { isDecimal } from '../counting/exact.ts';
import { binds, isKnownEdition } from '../editions.ts';
import { asksForTooMuch, fault, under, within, type FieldError } from '../fault.ts';
import { awardsPlaces, ballotKinds, countsVotes } from '../kinds/registry.ts';
import { refuseFields, type Refused } from '../refusal.ts';
import type { BallotKindName, QuestionDraft, SeatDraft, SessionForm, SessionPlan } from '../session.ts';
import type { DecisionRule, Majority, RuleSet, Threshold, TieBreaker } from './rule-set.ts';

/** The part of a plan that can contradict itself. */
export type CheckedPlan = Pick<
  SessionPlan,
  'edition' | 'form' | 'questions' | 'presidingId' | 'secretaryId' | 'establishedSeats' | 'ruleSet'
> & { readonly roll: readonly SeatDraft[] };

/** The seat that will preside, as far as a casting vote asks (rule 7.2). */
type Presiding = Pick<SeatDraft, 'votes'> | undefined;

/** Nothing, or the refusal that names every field at fault; `at` is where the checked value stands in the request. */
export function unlessFaulty(faults: readonly FieldError[], at = ''): Refused | undefined {
  if (faults.length === 0) return undefined;
  const code = asksForTooMuch(faults) ? 'too-large' : 'invalid';
  return refuseFields(code, ...within(at, faults.slice(0, bounds.faults)));
}

/** Why a session cannot be convened like this, field by field (rule 1.1). */
export function planFaults(plan: CheckedPlan): FieldError[] {
  const { form, roll, questions, presidingId, ruleSet } = plan;
  const tooMany = [
    ...atMost('roll', roll, bounds.roll),
    ...atMost('questions', questions, bounds.questions),
    ...questions.flatMap((each, index) => within(`questions.${index}`, questionTooLarge(each))),
  ];
  if (tooMany.length > 0) return tooMany;
  const presiding = roll.find((each) => each.memberId === presidingId);
  return [
    ...(isKnownEdition(plan) ? [] : [fault('edition', 'edition')]),
    ...(form === 'correspondence' && !binds('written-procedure', plan)
      ? [fault('form', 'written-procedure')]
      : []),
    ...rollFaults(plan),
    ...within('ruleSet', ruleSetFaults(ruleSet, presiding, form)),
    ...repeated('questions', questions, 'questionId'),
    ...questions.flatMap((each, index) =>
      within(`questions.${index}`, questionFaults(each, ruleSet, presiding, form)),
    ),
  ];
}

function rollFaults({ roll, presidingId, secretaryId, establishedSeats }: CheckedPlan): FieldError[] {
  const ids = new Set(roll.map((each) => each.memberId));
  const voting = roll.filter((each) => each.votes).length;
  return found(
    ...repeated('roll', roll, 'memberId'),
    // The journal names other actors like this (rule 12.5).
    ...roll.map(
      ({ memberId }, index) =>
        (memberId === 'server' || memberId.startsWith('secretary:')) &&
        fault(`roll.${index}.memberId`, 'reserved'),
    ),
    !ids.has(presidingId) && fault('presidingId', 'not-on-roll'),
    secretaryId !== undefined && !ids.has(secretaryId) && fault('secretaryId', 'not-on-roll'),
    voting === 0 && fault('roll', 'nobody-votes'),
    establishedSeats < voting && fault('establishedSeats', 'seats', { least: voting }),
  );
}

/** How a rule set contradicts itself, field by field. */
export function ruleSetFaults(
  { quorum, ties, decision, ...rules }: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): FieldError[] {
  const { counts, threshold } = quorum;
  return found(
    thresholdFault('quorum.threshold', threshold),
    !counts.includes('in-person') && !counts.includes('remote') && fault('quorum.counts', 'nobody-counts'),
    counts.includes('absentee') && !rules.absentee && fault('quorum.counts', 'absentee-not-allowed'),
    counts.includes('substitute') && !rules.substitutes && fault('quorum.counts', 'substitute-not-allowed'),
    ...tiesFaults(ties, presiding),
    decisionFault(decision, form),
  );
}

/** Why a question cannot be put like this, beside the session's rule set, field by field (rules 4.1, 5, 6.3). */
export function questionFaults(
  question: QuestionDraft,
  ruleSet: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): FieldError[] {
  const tooLarge = questionTooLarge(question);
  if (tooLarge.length > 0) return tooLarge;
  const { kind, nominees, parameters, decision, ties } = question;
  const rule = decision ?? ruleSet.decision;
  return found(
    ...repeated('nominees', nominees, 'nomineeId'),
    ...nominees.flatMap(({ nomineeId, priorScore }, index) => [
      nomineeId === 'against-all' && fault(`nominees.${index}.nomineeId`, 'reserved'),
      priorScore !== undefined && !isDecimal(priorScore) && fault(`nominees.${index}.priorScore`, 'decimal'),
    ]),
    ...(awardsPlaces(kind) ? placesFaults(question, rule) : []),
    ...(ties ? tiesFaults(ties, presiding) : []),
    decision && decisionFault(decision, form),
    parameters.carry && countsVotes(kind) && fault('parameters.carry', 'carry-without-points'),
    parameters.carry &&
      (ties ?? ruleSet.ties).includes('prior-score') &&
      fault('ties', 'prior-score-carried'),
    asksMajorityOfPoints(kind, rule) && fault('decision', 'majority-of-points'),
    ...ballotKinds[kind].faultsOf(question, rule),
  );
}

/** Points are ordered and no majority of them can be asked for (rule 6.3). */
export const asksMajorityOfPoints = (kind: BallotKindName, rule: DecisionRule): boolean =>
  !countsVotes(kind) && (rule.kind === 'majority' || rule.floor !== undefined);

const questionTooLarge = ({ nominees, parameters: { criteria = [] } }: QuestionDraft): FieldError[] => [
  ...atMost('nominees', nominees, bounds.nominees),
  ...atMost('parameters.criteria', criteria, bounds.criteria),
];

function placesFaults({ places }: QuestionDraft, rule: DecisionRule): (FieldError | false)[] {
  const from = { least: 1, most: bounds.nominees };
  const isCount = (count: number) => Number.isInteger(count) && count > 0;
  if (places.kind === 'all') {
    const asksForMuch =
      rule.kind === 'majority' || rule.floor !== undefined || rule.minimumScore !== undefined;
    return [!asksForMuch && fault('places', 'all-need-a-share')];
  }
  if (places.kind === 'laureates') return [!isCount(places.count) && fault('places.count', 'whole', from)];
  if (places.counts.length === 0) return [fault('places.counts', 'empty')];
  return places.counts.map((each, index) => !isCount(each) && fault(`places.counts.${index}`, 'whole', from));
}

const tiesFaults = (
  ties: readonly TieBreaker[],
  presiding: Presiding,
): (FieldError | false | undefined)[] => [
  ...ties.map((each, index) => ties.indexOf(each) < index && fault(`ties.${index}`, 'repeated')),
  ties.includes('casting-vote') && presiding?.votes && fault('ties', 'casting-vote'),
];

function decisionFault(rule: DecisionRule, form: SessionForm | undefined): FieldError | undefined {
  if (rule.kind === 'majority') {
    const { maxRounds = 1 } = rule;
    const isCount = Number.isInteger(maxRounds) && maxRounds >= 1 && maxRounds <= bounds.rounds;
    return (
      majorityFault('decision.majority', rule.majority, form) ??
      (isCount ? undefined : fault('decision.maxRounds', 'whole', { least: 1, most: bounds.rounds }))
    );
  }
  return (
    (rule.floor && majorityFault('decision.floor', rule.floor, form)) ??
    (rule.minimumScore !== undefined && !isDecimal(rule.minimumScore)
      ? fault('decision.minimumScore', 'decimal')
      : undefined)
  );
}

const majorityFault = (
  path: string,
  { base, threshold }: Majority,
  form: SessionForm | undefined,
): FieldError | undefined =>
  thresholdFault(`${path}.threshold`, threshold) ??
  // Of nobody there is no share (rule 1.8).
  (form === 'correspondence' && base === 'present' ? fault(`${path}.base`, 'nobody-present') : undefined);

function thresholdFault(path: string, { n, d, compare }: Threshold): FieldError | undefined {
  if (!Number.isInteger(n) || !Number.isInteger(d) || d < 1 || n < 0 || n > d)
    return fault(path, 'threshold');
  return compare === 'more-than' && n === d ? fault(path, 'more-than-whole') : undefined;
}

const found = (...faults: readonly (FieldError | false | undefined)[]): FieldError[] =>
  faults.filter((each) => !!each);

const atMost = (path: string, items: readonly unknown[], most: number): FieldError[] =>
  items.length > most ? [fault(path, 'too-many', { most })] : [];

/** Every item whose key an item before it has. */
export function repeated<Item>(path: string, items: readonly Item[], key: keyof Item & string): FieldError[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const isNew = !seen.has(item[key]);
    seen.add(item[key]);
    return isNew ? [] : [fault(under(path, index, key), 'repeated')];
  });
}
