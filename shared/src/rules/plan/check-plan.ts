import { ballotKinds } from '../kinds/registry.ts';
import { isDecimal } from '../counting/exact.ts';
import { flawAt, wordsOf, type Flaw } from './flaws.ts';
import { refuse, type Refused } from '../refusal.ts';
import type { DecisionRule, Majority, RuleSet, Threshold, TieBreaker } from './rule-set.ts';
import { binds, isKnownEdition } from '../editions.ts';
import type { QuestionDraft, SeatDraft, SessionForm, SessionPlan } from '../session.ts';

/** The largest session the system promises to hold ("Bounds" of the rules). */
export const bounds = {
  roll: 2_500,
  questions: 200,
  nominees: 200,
  criteria: 50,
  textLength: 10_000,
  idLength: 64,
  journalPage: 1_000,
} as const;

/** Why a session cannot be convened like this, or undefined. Names the field at fault (rule 1.1). */
export function checkPlan(
  plan: Pick<
    SessionPlan,
    'edition' | 'form' | 'questions' | 'presidingId' | 'secretaryId' | 'establishedSeats' | 'ruleSet'
  > & {
    readonly roll: readonly SeatDraft[];
  },
): Refused | undefined {
  const { form, roll, questions, presidingId, secretaryId, establishedSeats, ruleSet } = plan;
  if (!isKnownEdition(plan)) return refuse('invalid', 'edition: of rules that this program does not know');
  if (form === 'correspondence' && !binds('written-procedure', plan))
    return refuse('invalid', 'form: the first edition has no written procedure');
  if (roll.length > bounds.roll) return refuse('too-large', `roll: at most ${bounds.roll} seats`);
  if (questions.length > bounds.questions)
    return refuse('too-large', `questions: at most ${bounds.questions}`);
  const twice = repeated(roll.map((each) => each.memberId));
  if (twice !== undefined) return refuse('invalid', `roll.memberId: ${twice} is used twice`);
  const questionTwice = repeated(questions.map((each) => each.questionId));
  if (questionTwice !== undefined)
    return refuse('invalid', `questions.questionId: ${questionTwice} is used twice`);
  // The journal names other actors like this (rule 12.5).
  const taken = roll.find(({ memberId }) => memberId === 'server' || memberId.startsWith('secretary:'));
  if (taken) return refuse('invalid', `roll.memberId: ${taken.memberId} is no member`);
  const ids = new Set(roll.map((each) => each.memberId));
  if (!ids.has(presidingId)) return refuse('invalid', 'presidingId: is not on the roll');
  if (secretaryId !== undefined && !ids.has(secretaryId))
    return refuse('invalid', 'secretaryId: is not on the roll');
  const voting = roll.filter((each) => each.votes).length;
  if (voting === 0) return refuse('invalid', 'roll.votes: nobody has a vote');
  if (establishedSeats < voting)
    return refuse('invalid', `establishedSeats: fewer than the ${voting} seats with a vote`);
  const presiding = roll.find((each) => each.memberId === presidingId);
  return (
    checkRuleSet(ruleSet, presiding, form) ??
    first(questions, (question) => checkQuestion(question, ruleSet, presiding, form))
  );
}

/** The seat that will preside, as far as a casting vote asks (rule 7.2). */
type Presiding = Pick<SeatDraft, 'votes'> | undefined;

/** Why a rule set contradicts itself, or undefined. */
export function checkRuleSet(
  ruleSet: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): Refused | undefined {
  const [flaw] = ruleSetFlaws(ruleSet, presiding, form);
  return flaw && refuse('invalid', `ruleSet.${wordsOf(flaw)}`);
}

/** All contradictions within a rule set, each at its field. */
export function ruleSetFlaws(
  { quorum, ties, decision, ...rules }: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): Flaw[] {
  const { counts, threshold } = quorum;
  const found: (Flaw | false | undefined)[] = [
    thresholdFlaw('quorum.threshold', threshold),
    !counts.includes('in-person') && !counts.includes('remote') && flawAt('quorum.counts', 'nobody-counts'),
    counts.includes('absentee') && !rules.absentee && flawAt('quorum.counts', 'absentee-not-allowed'),
    counts.includes('substitute') && !rules.substitutes && flawAt('quorum.counts', 'substitute-not-allowed'),
    tiesFlaw(ties, presiding),
    decisionFlaw(decision, form),
  ];
  return found.filter((each) => !!each);
}

/** Why a question cannot be put like this, or undefined (rules 4.1, 5, 6.3). */
export function checkQuestion(
  question: QuestionDraft,
  ruleSet: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): Refused | undefined {
  const at = `questions.${question.questionId}`;
  const { kind, nominees, places, parameters } = question;
  if (nominees.length > bounds.nominees)
    return refuse('too-large', `${at}.nominees: at most ${bounds.nominees}`);
  if ((parameters.criteria?.length ?? 0) > bounds.criteria)
    return refuse('too-large', `${at}.criteria: at most ${bounds.criteria}`);
  const twice = repeated(nominees.map((each) => each.nomineeId));
  if (twice !== undefined) return refuse('invalid', `${at}.nominees: ${twice} is used twice`);
  if (nominees.some((each) => each.nomineeId === 'against-all'))
    return refuse('invalid', `${at}.nominees: against-all is not a nominee`);
  if (nominees.some((each) => each.priorScore !== undefined && !isDecimal(each.priorScore)))
    return refuse('invalid', `${at}.nominees.priorScore: a decimal number as text`);
  const counts = places.kind === 'laureates' ? [places.count] : places.counts;
  if (
    kind !== 'motion' &&
    (counts.length === 0 || !counts.every((each) => Number.isInteger(each) && each > 0))
  )
    return refuse('invalid', `${at}.places: counts of one or more`);
  const [flaw] = questionFlaws(question, ruleSet, presiding, form);
  return flaw && refuse('invalid', `${at}.${wordsOf(flaw)}`);
}

/** All contradictions of a question with itself and with the session's rule set, each at its field. */
export function questionFlaws(
  question: QuestionDraft,
  ruleSet: RuleSet,
  presiding?: Presiding,
  form?: SessionForm,
): Flaw[] {
  const { kind, decision, ties, parameters } = question;
  const rule = decision ?? ruleSet.decision;
  const found: (Flaw | false | undefined)[] = [
    ties && tiesFlaw(ties, presiding),
    decision && decisionFlaw(decision, form),
    !ballotKinds[kind].countsVotes &&
      (rule.kind === 'majority' || rule.floor !== undefined) &&
      flawAt('decision', 'majority-of-points'),
    kind === 'rank' &&
      parameters.sumOfPlaces &&
      rule.kind === 'plurality' &&
      rule.minimumScore !== undefined &&
      flawAt('decision.minimumScore', 'minimum-of-places'),
    ballotKinds[kind].flawOf(question),
  ];
  return found.filter((each) => !!each);
}

function tiesFlaw(ties: readonly TieBreaker[], presiding: Presiding): Flaw | undefined {
  if (repeated(ties) !== undefined) return flawAt('ties', 'tie-twice');
  return ties.includes('casting-vote') && presiding?.votes ? flawAt('ties', 'casting-vote') : undefined;
}

function decisionFlaw(rule: DecisionRule, form: SessionForm | undefined): Flaw | undefined {
  if (rule.kind === 'majority') return majorityFlaw('decision.majority', rule.majority, form);
  const flaw = rule.floor && majorityFlaw('decision.floor', rule.floor, form);
  if (flaw) return flaw;
  return rule.minimumScore !== undefined && !isDecimal(rule.minimumScore)
    ? flawAt('decision.minimumScore', 'decimal')
    : undefined;
}

const majorityFlaw = (
  path: string,
  { base, threshold }: Majority,
  form: SessionForm | undefined,
): Flaw | undefined =>
  thresholdFlaw(`${path}.threshold`, threshold) ??
  // Of nobody there is no share (rule 1.8).
  (form === 'correspondence' && base === 'present' ? flawAt(`${path}.base`, 'nobody-present') : undefined);

function thresholdFlaw(path: string, { n, d, compare }: Threshold): Flaw | undefined {
  if (!Number.isInteger(n) || !Number.isInteger(d) || d < 1 || n < 0 || n > d)
    return flawAt(path, 'threshold');
  return compare === 'more-than' && n === d ? flawAt(path, 'more-than-whole') : undefined;
}

const repeated = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

function first<Item>(
  items: readonly Item[],
  check: (item: Item) => Refused | undefined,
): Refused | undefined {
  for (const item of items) {
    const refused = check(item);
    if (refused) return refused;
  }
  return undefined;
}
