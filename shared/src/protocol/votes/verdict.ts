import { capital } from '../../words/letters.ts';
import type { ExplanationStep } from '../../rules/showing/explain.ts';
import { countsVotes } from '../../rules/kinds/registry.ts';
import { wonBefore } from '../../rules/showing/came-to.ts';
import { allPlaces, slotsOf } from '../../rules/counting/places.ts';
import { decisionRuleOf, type Question, type Round, type Session } from '../../rules/session.ts';
import { explanationOf, requiredVotesOf } from './decision-rule-text.ts';
import { kindWords } from './kind-words.ts';
import { decimal } from '../../words/numbers.ts';

/** What a vote on nominees came to, as sentences below its table; empty where a winner stands in the table. */
export function verdictOf(session: Session, question: Question, round: Round): string[] {
  const { outcome, status } = round;
  if (status === 'annulled' || !outcome) return [];
  switch (outcome.kind) {
    case 'no-quorum':
      return ['Решение не принято.'];
    case 'no-winner':
      return [
        ...whyNobody(session, question, round),
        wonBefore(question, round).length > 0
          ? 'Других мест по итогам этого голосования никто не занял.'
          : `${nobodyWon(question)}.`,
      ];
    default:
      return isUnanimous(round) ? ['Решение принято единогласно.'] : [];
  }
}

/** «Победитель не определён»: however a winner would have been called. */
export const nobodyWon = (question: Question, where = ''): string =>
  slotsOf(allPlaces(question)) === 1 ? `Победитель${where} не определён` : `Победители${where} не определены`;

/** Every member entitled to vote gave a vote to each of the winners. */
function isUnanimous({ ballotKind, outcome, ballots, tally, tieBreaking }: Round): boolean {
  return (
    countsVotes(ballotKind) &&
    outcome?.kind === 'won' &&
    tally.notVoted === 0 &&
    tieBreaking.castingVotes.length === 0 &&
    outcome.winners.every(({ nomineeId }) => tally.votes?.[nomineeId] === ballots.length)
  );
}

type Dropped = Extract<ExplanationStep, { step: 'dropped' }>;
type Standings = Extract<ExplanationStep, { step: 'standings' }>;

function whyNobody(session: Session, question: Question, round: Round): string[] {
  const steps = explanationOf(session, question, round);
  const againstAll = round.tally.votes?.['against-all'] ?? 0;
  const best = Number(
    steps.find((each): each is Standings => each.step === 'standings')?.order[0]?.standing ?? 0,
  );
  if (againstAll > 0 && againstAll > best) return ['Наибольшее число голосов подано «против всех».'];
  if (againstAll > 0 && againstAll === best)
    return ['«Против всех» подано столько же голосов, сколько за набравшего их больше других.'];
  const dropped = steps.filter((each): each is Dropped => each.step === 'dropped').map(({ why }) => why);
  const nobody = dropped.includes('won-before') ? 'никто из остальных номинантов' : 'ни один номинант';
  if (dropped.includes('below-majority')) {
    const needed = requiredVotesOf(steps)?.needed;
    return [`Требуемого числа голосов${needed === undefined ? '' : ` (${needed})`} ${nobody} не набрал.`];
  }
  const rule = decisionRuleOf(session, question);
  if (dropped.includes('too-few-scorers') && dropped.length === 1) return [];
  if (dropped.includes('below-minimum') && rule.kind === 'plurality')
    return [
      `${kindWords(round).measure} не менее ${decimal('ru', rule.minimumScore ?? '')} ${nobody} не набрал.`,
    ];
  if (dropped.includes('zero-total')) return [`${capital(nobody)} больше нуля не набрал.`];
  if (!dropped.includes('no-votes')) return [];
  return [`${capital(nobody)} ${kindWords(round).units} не получил.`];
}
