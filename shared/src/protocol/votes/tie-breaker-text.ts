import type { TieBreaker } from '../../rules/plan/rule-set.ts';
import type { Nominee, Question, Round, Session, TieStep } from '../../rules/session.ts';
import { countedBack, isFor } from '../../rules/counting/ties.ts';
import { byName } from './ballot-text.ts';
import { clockToTheSecond, dayOf, dayText } from '../language/moments.ts';
import { ownVoteSentence } from './own-vote.ts';
import { winnerLabelOf } from './placing.ts';
import { holderInBrackets } from '../people/seat-holder.ts';
import type { SessionRecord } from '../session-record.ts';
import { asSentence, conferredOnAll } from '../language/wording.ts';
import { decimal, roman } from '../../words/numbers.ts';

interface Tried {
  readonly record: SessionRecord;
  readonly question: Question;
  readonly round: Round;
  readonly step: TieStep;
}

/** What one tie-breaker did to one tied group (rule 7.2). */
export const triedText = (tried: Tried): string => texts[tried.step.tieBreaker](tried);

const texts: Readonly<Record<TieBreaker, (tried: Tried) => string>> = {
  'own-vote': ({ record, question, round, step }) => ownVoteSentence(record, question, round, step),
  'casting-vote': ({ record, question, round, step }) => {
    const given = castingVoteFor(question, round, step.among);
    if (!given) return 'Решающий голос председательствующего не подан.';
    const choice = given.choice
      ? `: «${given.choice === 'for' ? 'за' : 'против'}»`
      : ` за номинанта: ${given.nomineeId ? byName(question)(given.nomineeId) : ''}`;
    return `Подан решающий голос председательствующего (${holderInBrackets(record, given.memberId, round.closedPosition)})${choice}.`;
  },
  'prior-score': ({ question, step }) =>
    compared(question, step, {
      known: 'Учтена оценка предыдущего этапа',
      unknown: 'Оценка предыдущего этапа указана не у всех этих номинантов и равенства не разрешила.',
      text: ({ priorScore }) => priorScore && decimal('ru', priorScore),
    }),
  'earlier-application': ({ record, question, step }) =>
    compared(question, step, {
      known: 'Учтено время подачи заявки',
      unknown: 'Время подачи заявки указано не у всех этих номинантов и равенства не разрешило.',
      text: ({ appliedAt }) => appliedAt && momentText(record.session, appliedAt),
    }),
  countback: ({ question, round, step }) => {
    const looked = countedBack(round, step.among).map(({ of, place, counts }) => {
      const list = counts
        .map(({ nomineeId, count }) => `${byName(question)(nomineeId)} – ${count}`)
        .join('; ');
      return `${of === 'places' ? `число ${roman(place)} мест` : 'число бюллетеней с наивысшим итоговым баллом'}: ${list}`;
    });
    return `Учтено ${looked.join('; ')}.${step.effect === 'passed-on' ? ' Это равенства не разрешило.' : ''}`;
  },
  'lot-by-hand': ({ question, round, step }) => {
    const lot = givenFor(question, round.tieBreaking.lots, step.among);
    if (!lot) return 'Жеребьёвка не проводилась.';
    return `Проведена жеребьёвка, порядок: ${lot.nomineeIds.map(byName(question)).join('; ')}. Свидетели: ${asSentence(lot.witnesses)}`;
  },
  lot: ({ question, round, step }) =>
    `Проведена жеребьёвка по журналу, порядок: ${step.order.flat().map(byName(question)).join('; ')} ` +
    '(по возрастанию SHA-256 от «хеш записи о закрытии:идентификатор номинанта»; ' +
    `хеш записи о закрытии – ${round.closedHash ?? ''}).`,
  runoff: ({ step }) =>
    step.effect === 'settled' ? 'Равенство разрешено перебаллотировкой.' : 'Перебаллотировка не назначалась.',
  shared: ({ question }) =>
    question.places.kind === 'ranked'
      ? 'Место разделено между этими номинантами.'
      : conferredOnAll(winnerLabelOf(question)),
  rejected: () => 'При равенстве голосов решение считается непринятым.',
};

/** What was given for exactly these nominees, or for them and those who have withdrawn since. */
const givenFor = <Given extends { readonly among: readonly string[] }>(
  question: Question,
  given: readonly Given[],
  among: readonly string[],
): Given | undefined =>
  given.find((each) => each.among.join() === among.join()) ??
  given.find((each) => isFor(question, each.among, among));

export const castingVoteFor = (question: Question, { tieBreaking }: Round, among: readonly string[]) =>
  givenFor(question, tieBreaking.castingVotes, among);

interface Comparison {
  readonly known: string;
  readonly unknown: string;
  readonly text: (nominee: Nominee) => string | undefined;
}

/** A tie-breaker that compares what is known of each nominee: where it is not known of all, nobody is compared. */
function compared(
  { nominees }: Question,
  { among, effect }: TieStep,
  { known, unknown, text }: Comparison,
): string {
  const tied = nominees.filter(({ nomineeId }) => among.includes(nomineeId));
  if (tied.some((nominee) => !text(nominee))) return unknown;
  const list = tied.map((nominee) => `${nominee.name} – ${text(nominee) ?? ''}`).join('; ');
  return `${known}: ${list}.${effect === 'passed-on' ? ' Это равенства не разрешило.' : ''}`;
}

const momentText = ({ timeZone }: Session, at: string): string =>
  `${dayText(dayOf(at, timeZone))} ${clockToTheSecond(at, timeZone)}`;
