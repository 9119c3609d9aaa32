import type { TieBreaker } from '../rules/rule-set.ts';
import { seatOf, type Nominee, type Question, type Round, type TieStep } from '../rules/session.ts';
import { ballotText, byName } from './ballot-text.ts';
import { clockToTheSecond, dayOf, dayText } from './moments.ts';
import type { SessionRecord } from './session-record.ts';
import { withComma } from './wording.ts';

/** What was tied, which tie-breakers were tried and what each of them did (rule 7.2). Empty without a tie. */
export function tieSentences(record: SessionRecord, question: Question, round: Round): string[] {
  const { outcome } = round;
  if (!outcome || round.status === 'annulled') return [];
  const steps = outcome.steps ?? [];
  if (steps.length === 0 && outcome.kind !== 'tied') return [];
  const explained = steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const sameTie =
      before !== undefined && before.effect === 'passed-on' && before.among.join() === step.among.join();
    return [
      ...(sameTie ? [] : [tiedText(question, round, step.among)]),
      stepText(record, question, round, step),
    ];
  });
  const tied = steps.length === 0 ? [tiedText(question, round, outcome.among ?? [])] : [];
  return [
    [...tied, ...explained, ...unresolved(record, question, round)].filter((each) => each !== '').join(' '),
  ];
}

function tiedText(question: Question, { ballotKind }: Round, among: readonly string[]): string {
  if (ballotKind === 'motion' || among.length === 0) return 'Голоса разделились поровну.';
  return `Равный результат у номинантов: ${among.map(byName(question)).join('; ')}.`;
}

function stepText(record: SessionRecord, question: Question, round: Round, step: TieStep): string {
  if (step.effect === 'awaited') return waiting(record, question, round, step.tieBreaker);
  const text = tried[step.tieBreaker]({ record, question, round, step });
  return step.effect === 'passed-on' ? `${text} Это равенства не разрешило.` : text;
}

function waiting(
  { session }: SessionRecord,
  question: Question,
  { number }: Round,
  tieBreaker: TieBreaker,
): string {
  if (tieBreaker === 'runoff') {
    const held = question.rounds.some((each) => each.kind === 'runoff' && each.number > number);
    if (held) return 'Проведена перебаллотировка.';
  }
  if (session.status === 'closed') return '';
  return tieBreaker === 'casting-vote'
    ? 'Ожидается решающий голос председательствующего.'
    : tieBreaker === 'lot-by-hand'
      ? 'Ожидается жеребьёвка.'
      : 'Назначается перебаллотировка.';
}

function unresolved({ session }: SessionRecord, question: Question, { outcome }: Round): string[] {
  const decidedLater = question.result.status !== 'undecided';
  return outcome?.kind === 'tied' && session.status === 'closed' && !decidedLater
    ? ['Равенство осталось неразрешённым.']
    : [];
}

interface Tried {
  readonly record: SessionRecord;
  readonly question: Question;
  readonly round: Round;
  readonly step: TieStep;
}

const tried: Readonly<Record<TieBreaker, (tried: Tried) => string>> = {
  'own-vote': ({ record, question, round }) => {
    const ballot = round.ballots.find((each) => each.memberId === round.presidingId)?.ballot;
    const vote = ballot ? ballotText(ballot, round, byName(question)) : 'не голосовал(а)';
    return `Решающим признан голос председательствующего (${personOf(record, round.presidingId)}): ${vote}.`;
  },
  'casting-vote': ({ record, question, round, step }) => {
    const given = round.tieBreaking.castingVotes.find((each) => each.among.join() === step.among.join());
    if (!given) return 'Решающий голос председательствующего не подан.';
    const choice = given.choice
      ? `«${given.choice === 'for' ? 'за' : 'против'}»`
      : `за номинанта: ${given.nomineeId ? byName(question)(given.nomineeId) : ''}`;
    return `Председательствующий ${personOf(record, given.memberId)} подал(а) дополнительный решающий голос ${choice}.`;
  },
  'prior-score': ({ question, step }) =>
    `Учтена оценка предыдущего этапа: ${each(question, step, ({ priorScore }) => withComma(priorScore ?? 'нет'))}.`,
  'earlier-application': ({ record, question, step }) => {
    const { timeZone } = record.session;
    return `Учтено время подачи заявки: ${each(question, step, ({ appliedAt }) =>
      appliedAt === undefined
        ? 'не указано'
        : `${dayText(dayOf(appliedAt, timeZone))} ${clockToTheSecond(appliedAt, timeZone)}`,
    )}.`;
  },
  'lot-by-hand': ({ question, round, step }) => {
    const lot = round.tieBreaking.lots.find((drawn) => drawn.among.join() === step.among.join());
    if (!lot) return 'Жеребьёвка не проводилась.';
    return `Проведена жеребьёвка, порядок: ${lot.nomineeIds.map(byName(question)).join('; ')}. Свидетели: ${lot.witnesses.replace(/\.$/, '')}.`;
  },
  lot: ({ question, round, step }) =>
    `Проведён жребий по журналу, порядок: ${step.order.flat().map(byName(question)).join('; ')} ` +
    '(по возрастанию SHA-256 от «хеш записи о закрытии:идентификатор номинанта»; ' +
    `хеш записи о закрытии – ${round.closedHash ?? ''}).`,
  runoff: ({ step }) =>
    step.effect === 'settled' ? 'Равенство разрешено перебаллотировкой.' : 'Перебаллотировка не назначалась.',
  shared: () => 'Место разделено между ними.',
  rejected: () => 'При равенстве голосов решение считается непринятым.',
};

const personOf = ({ session, naming }: SessionRecord, memberId: string): string =>
  naming.initialsFirst(seatOf(session, memberId)?.name ?? memberId);

const each = (question: Question, { among }: TieStep, text: (nominee: Nominee) => string): string =>
  question.nominees
    .filter(({ nomineeId }) => among.includes(nomineeId))
    .map((nominee) => `${nominee.name} – ${text(nominee)}`)
    .join('; ');
