import type { Question, Round } from '@open-ballot/shared/rules/session';
import { useMemo } from 'react';
import { capital } from './capital.ts';
import { useDomainText } from './domain-text.ts';
import { defineTexts } from './texts.ts';

const useText = defineTexts('outcome', {
  ru: {
    'won-several': 'Победители: {{names}}',
    'won-labelled': '{{label}}: {{names}}',
    winner: 'Победитель',
    'place-line': '{{place}} место – {{names}}',
    adopted: 'Решение принято',
    unanimously: 'Решение принято единогласно',
    rejected: 'Решение не принято',
    'no-winner': 'Победитель не определён: никто не набрал нужного числа голосов',
    'no-winner-against-all': 'Победитель не определён: больше всего голосов «против всех»',
    'no-quorum': 'Кворума не было, решения нет',
    tied: 'Голоса разделились поровну',
    'tied-among': 'Голоса разделились поровну: {{names}}',
    'decided-by': 'При равенстве решил(о): {{rule}}',
    void: 'Номинация не состоялась: {{reason}}',
    'passed-over': 'Уже победили в другой номинации и не учитываются: {{names}}',
    'not-awarded_one': 'Одно место не присуждено',
    'not-awarded_few': 'Не присуждены {{count}} места',
    'not-awarded_many': 'Не присуждены {{count}} мест',
    'not-awarded_other': 'Не присуждены {{count}} места',
    annulled: 'Тур отменён',
    counting: 'Подсчёт откроется через мгновение',
    and: 'и',
  },
  en: {
    'won-several': 'Winners: {{names}}',
    'won-labelled': '{{label}}: {{names}}',
    winner: 'Winner',
    'place-line': 'Place {{place}}: {{names}}',
    adopted: 'Adopted',
    unanimously: 'Adopted unanimously',
    rejected: 'Rejected',
    'no-winner': 'No winner: nobody reached the votes required',
    'no-winner-against-all': 'No winner: most votes went against all',
    'no-quorum': 'There was no quorum and no decision',
    tied: 'The vote is tied',
    'tied-among': 'The vote is tied: {{names}}',
    'decided-by': 'The tie was decided by {{rule}}',
    void: 'The nomination is void: {{reason}}',
    'passed-over': 'Already won elsewhere and passed over: {{names}}',
    'not-awarded_one': 'One place is not awarded',
    'not-awarded_other': '{{count}} places are not awarded',
    annulled: 'The round is annulled',
    counting: 'The count is opened in a moment',
    and: 'and',
  },
});

export interface OutcomeWords {
  readonly tone: 'for' | 'against' | 'warn' | 'neutral';
  readonly headline: string;
  /** How it came to that and what it waits for, a sentence each. */
  readonly details: readonly string[];
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * What a closed round has come to, in words: the winner, the rule that decided, or the tie and what it awaits.
 * Once the session is over nothing is awaited any more: an open tie is no decision (rule 1.4).
 */
export function useOutcomeText(): (question: Question, round: Round, over?: boolean) => OutcomeWords {
  const t = useText();
  const domain = useDomainText();
  return useMemo(
    () =>
      (question, round, over = false) => {
        const names = (ids: readonly string[]) => {
          const all = ids.map((id) => question.nominees.find((each) => each.nomineeId === id)?.name ?? id);
          return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${t('and')} ${all.at(-1)}`;
        };
        if (round.status === 'annulled')
          return { tone: 'against', headline: t('annulled'), details: reasonOf(round) };
        const { outcome, tally } = round;
        if (!outcome) return { tone: 'neutral', headline: t('counting'), details: [] };
        const details = [
          ...(outcome.decidedBy ? [t('decided-by', { rule: domain(`tie-${outcome.decidedBy}`) })] : []),
          ...(over && outcome.kind === 'tied' && question.result.status === 'undecided'
            ? [capital(domain('result-undecided'))]
            : outcome.awaiting
              ? [domain(`awaiting-${outcome.awaiting}`)]
              : []),
          ...(outcome.passedOver?.length ? [t('passed-over', { names: names(outcome.passedOver) })] : []),
          ...(outcome.kind === 'won' && outcome.notAwarded > 0
            ? [t('not-awarded', { count: outcome.notAwarded })]
            : []),
        ];
        switch (outcome.kind) {
          case 'won':
            return { tone: 'for', headline: winnersLine(question, outcome.winners, names, t), details };
          case 'adopted': {
            const unanimous = (tally.votes?.['for'] ?? 0) === tally.ballots && tally.notVoted === 0;
            return { tone: 'for', headline: t(unanimous ? 'unanimously' : 'adopted'), details };
          }
          case 'rejected':
            return { tone: 'against', headline: t('rejected'), details };
          case 'no-winner':
            return {
              tone: 'against',
              headline: t(againstAllWon(round) ? 'no-winner-against-all' : 'no-winner'),
              details,
            };
          case 'no-quorum':
            return { tone: 'against', headline: t('no-quorum'), details };
          case 'tied':
            return {
              tone: 'warn',
              headline: outcome.among?.length ? t('tied-among', { names: names(outcome.among) }) : t('tied'),
              details,
            };
        }
      },
    [t, domain],
  );
}

const reasonOf = ({ annulment }: Round): string[] => (annulment ? [annulment.reason] : []);

function againstAllWon({ tally: { votes = {} } }: Round): boolean {
  const against = votes['against-all'] ?? 0;
  return against > 0 && Object.values(votes).every((count) => count <= against);
}

function winnersLine(
  { places, winnerLabel }: Question,
  winners: NonNullable<Round['outcome']>['winners'],
  names: (ids: readonly string[]) => string,
  t: ReturnType<typeof useText>,
): string {
  const all = names(winners.map((each) => each.nomineeId));
  if (places.kind === 'laureates' || (places.counts.length === 1 && places.counts[0] === 1)) {
    if (winners.length > 1 && !winnerLabel) return t('won-several', { names: all });
    return t('won-labelled', {
      label: capital(labelFor(winners.length, winnerLabel ?? t('winner'))),
      names: all,
    });
  }
  const held = [...new Set(winners.map((each) => each.place))].toSorted((a, b) => a - b);
  return held
    .map((place) =>
      t('place-line', {
        place: roman[place] ?? place,
        names: names(winners.filter((each) => each.place === place).map((each) => each.nomineeId)),
      }),
    )
    .join('; ');
}

// The secretary writes the label in the singular; several winners need the usual words in the plural.
const plurals: Readonly<Record<string, string>> = {
  победитель: 'победители',
  лауреат: 'лауреаты',
  призёр: 'призёры',
  финалист: 'финалисты',
  winner: 'winners',
};
const labelFor = (winners: number, label: string): string =>
  winners > 1 ? (plurals[label.toLocaleLowerCase()] ?? label) : label;
