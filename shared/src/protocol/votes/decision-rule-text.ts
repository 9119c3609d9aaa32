import { sha256Hex } from '../../journal/chain.ts';
import { explain, type ExplanationStep } from '../../rules/showing/explain.ts';
import { awardsPlaces } from '../../rules/kinds/registry.ts';
import type { DecisionRule, Majority, MajorityBase } from '../../rules/plan/rule-set.ts';
import { decisionRuleOf, type Question, type Round, type Session } from '../../rules/session.ts';
import { nbsp } from '../language/typography.ts';
import { kindWords, type BaseText, type KindWords } from './kind-words.ts';
import { share, decimal } from '../../words/numbers.ts';
import { genitiveOfBody } from '../language/declined-names.ts';

type RequiredVotes = Extract<ExplanationStep, { step: 'majority' }>;

/** How the rules explain a round. */
export const explanationOf = (session: Session, question: Question, round: Round): ExplanationStep[] =>
  explain(session, question, round, sha256Hex);

/** The majority that a round required, with its number where all needed the same. */
export const requiredVotesOf = (steps: readonly ExplanationStep[]): RequiredVotes | undefined =>
  steps.find((each): each is RequiredVotes => each.step === 'majority');

/** How the votes of a round became a decision, as regulations say it, with the number of votes that it took. */
export function decisionRuleText(session: Session, question: Question, round: Round): string {
  const rule = decisionRuleOf(session, question);
  const majority = rule.kind === 'majority' ? rule.majority : rule.floor;
  const required =
    majority &&
    requiredText(majority, kindWords(round), genitiveOfBody(session), neededIn(session, question, round));
  if (rule.kind === 'majority' && !awardsPlaces(round.ballotKind) && required !== undefined) return required;
  return [
    kindWords(round).winsBy,
    ...(required === undefined ? [] : [`при этом ${required}`]),
    ...minimumText(rule, question, round),
  ].join(', ');
}

const neededIn = (session: Session, question: Question, round: Round): number | undefined =>
  requiredVotesOf(explanationOf(session, question, round))?.needed;

/** A runoff of points is counted in votes, which a minimum score does not measure. */
function minimumText(rule: DecisionRule, { kind }: Question, round: Round): string[] {
  if (rule.kind !== 'plurality' || rule.minimumScore === undefined || round.ballotKind !== kind) return [];
  return [`${kindWords(round).atLeast} не менее ${decimal('ru', rule.minimumScore)}`];
}

/** «необходимо голосов: более половины от числа присутствующих членов комиссии (не менее 5)». */
function requiredText(
  { base, threshold }: Majority,
  words: KindWords,
  body: string,
  needed?: number,
): string {
  const of = (base === 'for-and-against' ? words.forAndAgainst : undefined) ?? baseTexts(body)[base];
  if (threshold.n === threshold.d)
    return `необходимы голоса всех ${of.all}${needed === undefined ? '' : ` (${needed})`}`;
  const least = needed === undefined ? '' : ` (не менее${nbsp}${needed})`;
  return `необходимо ${words.votes}: ${share('ru', threshold)} от ${of.number}${least}`;
}

/** `body` in the genitive: «комиссии», «жюри». */
const baseTexts = (body: string): Readonly<Record<MajorityBase, BaseText>> => ({
  'for-and-against': {
    number: 'числа голосов «за» и «против»',
    all: 'голосовавших «за» или «против»',
  },
  participants: {
    number: 'числа участвовавших в голосовании',
    all: 'участвовавших в голосовании',
  },
  present: {
    number: `числа присутствующих членов ${body}`,
    all: `присутствующих членов ${body}`,
  },
  appointed: {
    number: `общего числа членов ${body}`,
    all: `членов ${body}`,
  },
  established: {
    number: `установленной численности ${body}`,
    all: `членов ${body} по установленной численности`,
  },
});
