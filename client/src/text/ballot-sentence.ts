import type { Ballot, Question, Side } from '@open-ballot/shared/rules/session';
import { useMemo } from 'react';
import { decimalText } from './decimal-text.ts';
import { useDomainText } from './domain-text.ts';
import type { Translate } from './texts.ts';

type Words = Translate<'voted-for' | 'voted-against' | 'voted-abstain' | 'voted-against-all'>;

/** What a ballot says, in a line: «за Центр «Мои документы»», «против всех», «1. … 2. …». */
export function ballotSentence(
  ballot: Ballot,
  { nominees, parameters }: Pick<Question, 'nominees' | 'parameters'>,
  t: Words,
): string {
  const name = (nomineeId: string) =>
    nominees.find((each) => each.nomineeId === nomineeId)?.name ?? nomineeId;
  if ('choice' in ballot) return t(`voted-${ballot.choice}`);
  if ('nominees' in ballot)
    return `${t('voted-for')} ${ballot.nominees.toSorted(byPlace).map(name).join(', ')}`;
  if ('places' in ballot)
    return ballot.places.map((nomineeId, index) => `${index + 1}. ${name(nomineeId)}`).join('; ');
  if ('answers' in ballot)
    return sides
      .map((side) => answersFor(side, ballot.answers))
      .filter(Boolean)
      .join('; ');
  return inOrder(ballot.scores)
    .map(([nomineeId, scores]) => `${name(nomineeId)}: ${scoresLine(scores)}`)
    .join('; ');

  function answersFor(side: Side, answers: Readonly<Record<string, Side>>): string {
    const named = inOrder(answers).flatMap(([nomineeId, given]) => (given === side ? [name(nomineeId)] : []));
    return named.length === 0 ? '' : `${t(`voted-${side}`)}: ${named.join(', ')}`;
  }
  /** As the nominees stand on the paper, so that equal ballots read alike. */
  function byPlace(a: string, b: string): number {
    const placeOf = (id: string) => nominees.findIndex((each) => each.nomineeId === id);
    return placeOf(a) - placeOf(b);
  }
  function inOrder<Given>(said: Readonly<Record<string, Given>>): [string, Given][] {
    return Object.entries(said).toSorted(([a], [b]) => byPlace(a, b));
  }
  function scoresLine(scores: Readonly<Record<string, string>>): string {
    const criteria = parameters.criteria ?? [];
    return criteria
      .map(({ criterionId, title }) => `${title} ${decimalText(scores[criterionId] ?? '–')}`)
      .join(', ');
  }
}

const sides: readonly Side[] = ['for', 'against', 'abstain'];

export function useBallotSentence(): (
  ballot: Ballot,
  question: Pick<Question, 'nominees' | 'parameters'>,
) => string {
  const t = useDomainText();
  return useMemo(() => (ballot, question) => ballotSentence(ballot, question, t), [t]);
}
