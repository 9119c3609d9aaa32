import { sha256Hex } from '../../journal/chain.ts';
import { explain, type ExplanationStep } from '../../rules/showing/explain.ts';
import { neededOf } from '../../rules/counting/majority.ts';
import { quorumOfBallots } from '../../rules/counting/quorum.ts';
import {
  decisionRuleOf,
  isWrittenProcedure,
  type Question,
  type Round,
  type Session,
} from '../../rules/session.ts';
import { english } from './english.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import { russian } from './russian.ts';
import { tieSentence } from './tie-sentence.ts';
import type { Explained, Sentence } from './words.ts';

const languages = { ru: russian, en: english } as const;

/** Why a closed round came to its outcome, in sentences that a person can follow and repeat. Empty while it is open. */
export function explanationOf(
  session: Session,
  question: Question,
  round: Round,
  language: keyof typeof languages,
): Sentence[] {
  const words = languages[language];
  const name = (id: string) => question.nominees.find((each) => each.nomineeId === id)?.name ?? id;
  const of: Explained = { session, question, round, words, name };
  const sentences = explain(session, question, round, sha256Hex).flatMap((step) => sentencesFor(step, of));
  return sentences.length > 0 && round.status === 'annulled'
    ? [...sentences, { text: words.annulled }]
    : sentences;
}

function sentencesFor(step: ExplanationStep, of: Explained): Sentence[] {
  const { words, round, name } = of;
  switch (step.step) {
    case 'turnout':
      // A casting vote stands in the count, but is nobody's ballot.
      return [{ text: words.turnout({ ...step, voted: round.ballots.length }) }];
    case 'quorum':
      return quorumSentences(step, of);
    case 'sides':
      return [{ text: words.sides({ ...step, casting: round.tieBreaking.castingVotes.length > 0 }) }];
    case 'standings':
      return [
        {
          text: words.standings[step.by],
          details: step.order.map((each) =>
            words.standing(
              name(each.nomineeId),
              words.decimal(each.standing) +
                (each.carried === undefined ? '' : words.carried(words.decimal(each.carried))),
            ),
          ),
        },
      ];
    case 'against-all':
      return [{ text: words.againstAll(step.votes, step.votes > 0 && step.votes >= mostVotes(round)) }];
    case 'plurality':
      return [{ text: words.plurality[step.by] }];
    case 'majority':
      return [majoritySentence(step, of)];
    case 'dropped':
      return [droppedSentence(step, of)];
    case 'tie':
      return [tieSentence(step, of)];
    case 'outcome':
      return [outcomeSentence(of, step.outcome)];
  }
}

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

function quorumSentences({ quorum }: Step<'quorum'>, { session, round, words }: Explained): Sentence[] {
  if (isWrittenProcedure(session)) return [{ text: words.quorumOfBallots(quorum) }];
  const rule = session.ruleSet.quorum;
  const how = {
    established: rule.base === 'established',
    written: rule.counts.includes('absentee') && round.ballots.some((each) => each.basis === 'written'),
  };
  const recused = round.recused.map((memberId) => ({ memberId }));
  return [
    { text: words.quorum(quorum, how) },
    ...(rule.ofBallots
      ? [{ text: words.quorumOfBallots(quorumOfBallots(session, { recused }, round.ballots.length)) }]
      : []),
  ];
}

const mostVotes = ({ nomineeIds, tally: { votes = {} } }: Round): number =>
  Math.max(0, ...nomineeIds.map((id) => votes[id] ?? 0));

function majoritySentence(step: Step<'majority'>, { round, words, name }: Explained): Sentence {
  const { base, threshold, size, needed } = step;
  if (size !== undefined && needed !== undefined)
    return { text: words.majority({ base, threshold, size, needed }) };
  const { votes = {}, against = {} } = round.tally;
  return {
    text: words.majorityOfEach(threshold),
    details: round.nomineeIds.map((id) => {
      const [votesFor, votesAgainst] = [votes[id] ?? 0, against[id] ?? 0];
      const both = votesFor + votesAgainst;
      return words.votesOfEach(name(id), votesFor, both, neededOf(both, threshold));
    }),
  };
}

function droppedSentence({ why, nomineeIds }: Step<'dropped'>, of: Explained): Sentence {
  const { session, question, round, words, name } = of;
  const rule = decisionRuleOf(session, question);
  const minimum = rule.kind === 'plurality' ? (rule.minimumScore ?? '') : '';
  const inPoints = round.tally.points !== undefined;
  const { minimumScorers = 0 } = round.parameters;
  const names = nomineeIds.map((id) => (why === 'won-before' ? `${name(id)} (${wonIn(id, of)})` : name(id)));
  return { text: words.dropped(why, names, { minimum: words.decimal(minimum), minimumScorers, inPoints }) };
}

function wonIn(nomineeId: string, { session, round, words }: Explained): string {
  const earlier = round.earlierWins?.find((each) => each.nomineeId === nomineeId)?.questionId;
  return session.questions.find((each) => each.questionId === earlier)?.title ?? words.beforeTheSession;
}
