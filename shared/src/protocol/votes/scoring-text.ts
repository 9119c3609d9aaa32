import type { BallotKindName, BallotParameters, Round } from '../../rules/session.ts';
import { counted, roman, decimal } from '../../words/numbers.ts';

/** What a ballot holds and how ballots become totals, in sentences; empty where each is one vote. */
export const scoringText = (round: Round): string[] => scoring[round.ballotKind](round);

const scoring: Readonly<Record<BallotKindName, (round: Round) => string[]>> = {
  motion: () => [],
  approval: ({ parameters, nomineeIds }) =>
    parameters.partial && nomineeIds.length > 1 ? ['Отвечать по каждому номинанту не требовалось.'] : [],
  choose: ({ parameters, nomineeIds }) => choiceText(parameters, nomineeIds.length),
  rank: ({ parameters }) => [placesText(parameters), ...carryText(parameters)],
  score: ({ parameters, tally }) => [
    totalText(parameters, Object.values(tally.points ?? {})),
    ...carryText(parameters),
    ...judgesText(parameters),
  ],
};

const carryText = ({ carry }: BallotParameters): string[] =>
  carry
    ? [
        `К итогу прибавлены баллы предыдущего этапа${carry.weight === '1' ? '' : `, умноженные на ${decimal('ru', carry.weight)}`}.`,
      ]
    : [];

const judgesText = ({ minimumScorers }: BallotParameters): string[] =>
  minimumScorers === undefined
    ? []
    : [
        `Номинант оценивается, если по всем критериям его оценили не менее ${counted(minimumScorers, ['члена', 'членов', 'членов'])}.`,
      ];

function totalText(
  { criteria = [], aggregate = 'mean', rounding }: BallotParameters,
  totals: readonly string[],
): string {
  const several = criteria.length > 1;
  const weighted = criteria.some(({ weight }) => weight !== '1');
  const scores = {
    mean: several ? 'средних оценок' : 'средняя оценка',
    sum: several ? 'оценок голосовавших' : 'сумма оценок голосовавших',
    'trimmed-mean': several ? 'средних оценок' : 'средняя оценка',
  }[aggregate];
  const trimmed =
    aggregate === 'trimmed-mean' ? ' без наибольшей и наименьшей оценки (при трёх оценках и более)' : '';
  const over = several ? `сумма ${scores} по критериям${trimmed}` : `${scores}${trimmed}`;
  return `Итоговый балл – ${over}${weighted ? ' с учётом весов' : ''}, ${roundingText(rounding, totals)}.`;
}

/** A total that goes on beyond the six digits shown of it is said to. */
function roundingText(rounding: BallotParameters['rounding'], totals: readonly string[]): string {
  if (!rounding || rounding.at === 'none')
    return totals.some((each) => /\.\d{6}$/.test(each))
      ? 'без округления (показано до шести знаков после запятой)'
      : 'без округления';
  const unit = rounding.digits === 0 ? 'целого' : `0,${'0'.repeat(rounding.digits - 1)}1`;
  return rounding.at === 'total' ? `с округлением итога до ${unit}` : `с округлением по критерию до ${unit}`;
}

function placesText({ points = [], sumOfPlaces, partial }: BallotParameters): string {
  if (sumOfPlaces) return 'Сумма мест – по местам, которые присудил каждый голосовавший.';
  const table = points.map((each, index) => `${roman(index + 1)} – ${decimal('ru', each)}`).join(', ');
  return `Баллы за места: ${table}${partial ? '; указывать все места не требовалось' : ''}.`;
}

function choiceText({ min = 1, max = 1 }: BallotParameters, nominees: number): string[] {
  const [least, most] = [Math.min(min, nominees), Math.min(max, nominees)];
  if (most <= 1) return [];
  return [
    `В бюллетене отмечалось номинантов: ${least === most ? `ровно ${most}` : `не менее ${least} и не более ${most}`}.`,
  ];
}
