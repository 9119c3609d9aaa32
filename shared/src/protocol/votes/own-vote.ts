import { shown } from '../../rules/counting/exact.ts';
import { ballotKinds } from '../../rules/kinds/registry.ts';
import { paperOf } from '../../rules/counting/tally.ts';
import type { Ballot, Question, Round, TieStep } from '../../rules/session.ts';
import { byName } from './ballot-text.ts';
import { holderInBrackets } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';
import { nbsp } from '../language/typography.ts';
import { roman, decimal } from '../../words/numbers.ts';

/** What the presiding member's own ballot did to a tie (rule 7.2). */
export function ownVoteSentence(
  record: SessionRecord,
  question: Question,
  round: Round,
  step: TieStep,
): string {
  const who = `(${holderInBrackets(record, round.presidingId, round.closedPosition)})`;
  const ballot = round.ballots.find((each) => each.memberId === round.presidingId)?.ballot;
  if (!ballot)
    return `Председательствующий ${who} в голосовании участия не принимал, равенство его голосом не разрешено.`;
  if (step.effect === 'passed-on')
    return 'choice' in ballot && ballot.choice === 'abstain'
      ? `Голос председательствующего ${who}${nbsp}– «воздержался»${nbsp}– равенства не разрешил.`
      : `Голос председательствующего ${who} предпочтения между этими номинантами не выражает и равенства не разрешил.`;
  return `Решающим признан голос председательствующего ${who}${preference(ballot, question, round, step.among)}.`;
}

/** What the ballot says of the tied, and of nobody else. */
function preference(ballot: Ballot, question: Question, round: Round, among: readonly string[]): string {
  const call = byName(question);
  const tied = question.nominees.map(({ nomineeId }) => nomineeId).filter((id) => among.includes(id));
  if ('choice' in ballot) return ballot.choice === 'for' ? ': «за»' : ': «против»';
  if ('nominees' in ballot)
    return `: ${tied
      .filter((id) => ballot.nominees.includes(id))
      .map(call)
      .join('; ')}`;
  if ('answers' in ballot)
    return `: «за»${nbsp}– ${tied
      .filter((id) => ballot.answers[id] === 'for')
      .map(call)
      .join('; ')}`;
  if ('places' in ballot)
    return `: ${ballot.places
      .flatMap((id, index) =>
        among.includes(id) ? [`${roman(index + 1)}${nbsp}место${nbsp}– ${call(id)}`] : [],
      )
      .join('; ')}`;
  const total = (id: string): string =>
    decimal('ru', shown(ballotKinds[round.ballotKind].preference(ballot, id, paperOf(round))));
  return `, итоговые баллы в его оценочном листе: ${tied.map((id) => `${call(id)}${nbsp}– ${total(id)}`).join('; ')}`;
}
