import type { Ballot, Nominee, Question, Round, Side } from '../../rules/session.ts';
import { nbsp } from '../language/typography.ts';
import { domainWords } from '../../words/domain.ts';
import { roman } from '../../words/numbers.ts';

export const sides = domainWords.ru.votes;

/** How a protocol calls a nominee: by number in the tables of a roll call, by name in sentences. */
export type Calling = (nomineeId: string) => string;

/** The number of a nominee in the list of its question: tables and the roll call refer to it. */
export const numberOf = (question: Question, nomineeId: string): number =>
  question.nominees.findIndex((each) => each.nomineeId === nomineeId) + 1;

export const byNumber =
  (question: Question): Calling =>
  (nomineeId) =>
    `№${nbsp}${numberOf(question, nomineeId)}`;

export const byName =
  (question: Question): Calling =>
  (nomineeId) => {
    const nominee = question.nominees.find((each) => each.nomineeId === nomineeId);
    return nominee ? nomineeText(nominee) : nomineeId;
  };

/** «МФЦ города Кирова (Кировская область)». */
export function nomineeText({ name, organisation, region }: Nominee): string {
  const from = [organisation, region].filter(
    (each): each is string => Boolean(each) && !name.includes(each ?? ''),
  );
  return from.length > 0 ? `${name} (${from.join(', ')})` : name;
}

/** What somebody answered, in a few words. */
export function ballotText(ballot: Ballot, round: Round, call: Calling): string {
  if ('choice' in ballot) return sides[ballot.choice];
  // In the order of the paper: equal ballots read alike.
  if ('nominees' in ballot)
    return round.nomineeIds
      .filter((id) => ballot.nominees.includes(id))
      .map(call)
      .join(', ');
  if ('places' in ballot)
    return ballot.places.map((nomineeId, index) => `${roman(index + 1)} – ${call(nomineeId)}`).join(', ');
  if ('scores' in ballot) return 'оценки';
  return answersText(ballot.answers, round, call);
}

function answersText(answers: Readonly<Record<string, Side>>, { nomineeIds }: Round, call: Calling): string {
  const only = nomineeIds[0];
  if (nomineeIds.length === 1 && only !== undefined) return sides[answers[only] ?? 'abstain'];
  return (['for', 'against', 'abstain'] as const)
    .map((side) => ({ side, named: nomineeIds.filter((nomineeId) => answers[nomineeId] === side) }))
    .filter(({ named }) => named.length > 0)
    .map(({ side, named }) => `${sides[side]}: ${named.map(call).join(', ')}`)
    .join('; ');
}
