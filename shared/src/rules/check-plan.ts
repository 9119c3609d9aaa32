import { ballotKinds } from './kinds/registry.ts';
import { isDecimal } from './exact.ts';
import { refuse, type Refused } from './refusal.ts';
import type { DecisionRule, Majority, RuleSet, Threshold } from './rule-set.ts';
import type { QuestionDraft, SeatDraft, SessionPlan } from './session.ts';

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
  plan: Pick<SessionPlan, 'questions' | 'presidingId' | 'secretaryId' | 'establishedSeats' | 'ruleSet'> & {
    readonly roll: readonly SeatDraft[];
  },
): Refused | undefined {
  const { roll, questions, presidingId, secretaryId, establishedSeats, ruleSet } = plan;
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
    checkRuleSet(ruleSet, presiding) ??
    first(questions, (question) => checkQuestion(question, ruleSet)) ??
    first(questions, ({ questionId, ties }) =>
      ties?.includes('casting-vote') && presiding?.votes
        ? refuse('invalid', `questions.${questionId}.ties: a casting vote of a seat that votes`)
        : undefined,
    )
  );
}

/** Contradictions within a rule set, each with its reason. `presiding` is the seat that will preside. */
export function checkRuleSet(ruleSet: RuleSet, presiding?: Pick<SeatDraft, 'votes'>): Refused | undefined {
  const flaw =
    thresholdFlaw(ruleSet.quorum.threshold) ??
    (ruleSet.quorum.counts.length === 0 ? 'counts: nobody would count' : undefined);
  if (flaw) return refuse('invalid', `ruleSet.quorum.${flaw}`);
  if (ruleSet.quorum.counts.includes('absentee') && !ruleSet.absentee)
    return refuse('invalid', 'ruleSet.quorum.counts: absentee counts, but there are no written ballots');
  if (ruleSet.quorum.counts.includes('substitute') && !ruleSet.substitutes)
    return refuse('invalid', 'ruleSet.quorum.counts: substitutes count, but there are none');
  if (ruleSet.ties.includes('casting-vote') && presiding?.votes)
    return refuse('invalid', 'ruleSet.ties: a casting vote of a seat that votes');
  if (repeated(ruleSet.ties) !== undefined)
    return refuse('invalid', 'ruleSet.ties: a tie-breaker is named twice');
  const decision = decisionFlaw(ruleSet.decision);
  return decision ? refuse('invalid', `ruleSet.decision.${decision}`) : undefined;
}

/** Why a question cannot be put like this, or undefined (rules 4.1, 5, 6.3). */
export function checkQuestion(question: QuestionDraft, ruleSet: RuleSet): Refused | undefined {
  const at = `questions.${question.questionId}`;
  const { kind, nominees, places, decision, ties, parameters } = question;
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
  if (ties && repeated(ties) !== undefined)
    return refuse('invalid', `${at}.ties: a tie-breaker is named twice`);
  const flaw = decision && decisionFlaw(decision);
  if (flaw) return refuse('invalid', `${at}.decision.${flaw}`);
  const rule = decision ?? ruleSet.decision;
  if (!ballotKinds[kind].countsVotes && (rule.kind === 'majority' || rule.floor))
    return refuse('invalid', `${at}.decision: a majority of points is not offered (rule 6.3)`);
  if (parameters.sumOfPlaces && rule.kind === 'plurality' && rule.minimumScore !== undefined)
    return refuse('invalid', `${at}.decision.minimumScore: of a sum of places the lowest wins`);
  return ballotKinds[kind].checkQuestion(question);
}

function decisionFlaw(rule: DecisionRule): string | undefined {
  const majority: Majority | undefined = rule.kind === 'majority' ? rule.majority : rule.floor;
  const flaw = majority && thresholdFlaw(majority.threshold);
  if (flaw) return `${rule.kind === 'majority' ? 'majority' : 'floor'}.${flaw}`;
  return rule.kind === 'plurality' && rule.minimumScore !== undefined && !isDecimal(rule.minimumScore)
    ? 'minimumScore: a decimal number as text'
    : undefined;
}

const thresholdFlaw = ({ n, d, compare }: Threshold): string | undefined => {
  if (!Number.isInteger(n) || !Number.isInteger(d) || d < 1 || n < 0 || n > d)
    return 'threshold: 0 ≤ n/d ≤ 1 in whole numbers';
  return compare === 'more-than' && n === d ? 'threshold: more than the whole is impossible' : undefined;
};

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
