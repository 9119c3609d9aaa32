import { slotsOf } from '@open-ballot/shared/rules/counting/places';
import type { OpenPlace, Question, Round, Session } from '@open-ballot/shared/rules/session';
import {
  cameTo,
  isDecided,
  notAwardedBy,
  wonBefore,
  wonIn,
  type CameTo,
  type PlaceHeld,
} from '@open-ballot/shared/rules/showing/came-to';
import { roman } from '@open-ballot/shared/words/numbers';
import { useMemo } from 'react';
import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from './domain-text.ts';
import { defineTexts, useLanguage, type Language } from './texts.ts';

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
    'nobody-more': 'Других мест в этом туре никто не занял',
    'nobody-more-against-all': 'Других мест в этом туре никто не занял: больше всего голосов «против всех»',
    'won-here': 'Уже ясно: {{places}}',
    'stood-before': 'Раньше: {{places}}',
    stands: 'Уже определено: {{places}}',
    'no-quorum': 'Кворума не было, решения нет',
    tied: 'Голоса разделились поровну',
    'tied-among': 'Голоса разделились поровну: {{names}}',
    'decided-by': 'Равенство разрешено: {{rule}}',
    void: 'Номинация не состоялась: {{reason}}',
    dropped: 'Вопрос снят с рассмотрения: {{reason}}',
    'passed-over': 'Уже победили в другой номинации и не учитываются: {{names}}',
    'not-judged': 'Оценок слишком мало, не оцениваются: {{names}}',
    'not-awarded_one': 'Одно место не присуждено',
    'not-awarded_few': 'Не присуждено {{count}} места',
    'not-awarded_many': 'Не присуждено {{count}} мест',
    'not-awarded_other': 'Не присуждено {{count}} места',
    'not-awarded-places_one': '{{places}} место не присуждено',
    'not-awarded-places_few': '{{places}} места не присуждены',
    'not-awarded-places_many': '{{places}} места не присуждены',
    'not-awarded-places_other': '{{places}} места не присуждены',
    'awaits-next': 'Будет следующий тур',
    'awaits-revote': 'Голосование будет повторено',
    annulled: 'Тур аннулирован',
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
    'nobody-more': 'Nobody won another place in this round',
    'nobody-more-against-all': 'Nobody won another place in this round: most votes went against all',
    'won-here': 'Clear already: {{places}}',
    'stood-before': 'Before this round: {{places}}',
    stands: 'Decided already: {{places}}',
    'no-quorum': 'There was no quorum and no decision',
    tied: 'The vote is tied',
    'tied-among': 'The vote is tied: {{names}}',
    'decided-by': 'The tie was decided by {{rule}}',
    void: 'The nomination is void: {{reason}}',
    dropped: 'Taken off the agenda: {{reason}}',
    'passed-over': 'Already won elsewhere and passed over: {{names}}',
    'not-judged': 'Scored by too few to be judged: {{names}}',
    'not-awarded_one': 'One place is not awarded',
    'not-awarded_other': '{{count}} places are not awarded',
    'not-awarded-places_one': 'Place {{places}} is not awarded',
    'not-awarded-places_other': 'Places {{places}} are not awarded',
    'awaits-next': 'The next round is due',
    'awaits-revote': 'The vote will be repeated',
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

/** Whose rounds are told. */
interface Telling {
  readonly session: Pick<Session, 'status'>;
  readonly question: Question;
}

/**
 * What a question has come to, through all its rounds: its winners in their places, or the tie and what it awaits.
 * Undefined while there is nothing to tell yet.
 */
export function useResultText(): (
  session: Pick<Session, 'status'>,
  question: Question,
) => OutcomeWords | undefined {
  const tell = useTelling();
  return useMemo(
    () => (session, question) => {
      const came = cameTo(session, question);
      const { round, places } = came;
      if (came.state === 'void' || came.state === 'dropped')
        return {
          tone: 'neutral',
          headline: tell.t(came.state, { reason: question.voidReason ?? question.dropReason ?? '' }),
          details: [],
        };
      if (!round || came.state === 'open') return undefined;
      const of = { session, question };
      if (came.state === 'awarded')
        return {
          tone: 'for',
          headline: tell.winners(question, places),
          details: [
            ...tell.decidedBy(round),
            ...tell.leftOut(of, round),
            ...tell.notAwarded(question, came.notAwarded),
          ],
        };
      const words = tell.ofRound(of, came.state === 'tied' && came.tie ? came.tie.round : round);
      // Whom this round gave a place is in the headline.
      const before = round.outcome?.kind === 'won' ? wonBefore(question, round) : places;
      const stands = before.length > 0 ? [tell.t('stands', { places: tell.placed(question, before) })] : [];
      return { ...words, details: [...words.details, ...tell.awaited(came), ...stands] };
    },
    [tell],
  );
}

/** What one closed round has come to, in words, and what stood before it. */
export function useRoundText(): (
  session: Pick<Session, 'status'>,
  question: Question,
  round: Round,
) => OutcomeWords {
  const tell = useTelling();
  return useMemo(
    () => (session, question, round) => {
      const words = tell.ofRound({ session, question }, round);
      const [before, here] = [wonBefore(question, round), wonIn(question, round)];
      const came = cameTo(session, question);
      return {
        ...words,
        details: [
          ...words.details,
          ...(waits(came) === round ? tell.awaited(came) : []),
          ...(round.outcome?.kind !== 'won' && here.length > 0
            ? [tell.t('won-here', { places: tell.placed(question, here) })]
            : []),
          ...(before.length > 0 ? [tell.t('stood-before', { places: tell.placed(question, before) })] : []),
        ],
      };
    },
    [tell],
  );
}

/** Which places were won before this round; undefined for none. */
export function useStoodBefore(): (question: Question, round: Round) => string | undefined {
  const { t, placed } = useTelling();
  return (question, round) => {
    const before = wonBefore(question, round);
    return before.length > 0 ? t('stood-before', { places: placed(question, before) }) : undefined;
  };
}

function useTelling() {
  const t = useText();
  const domain = useDomainText();
  const language = useLanguage();
  return useMemo(() => {
    const names = (question: Question, ids: readonly string[]) => {
      const all = ids.map((id) => question.nominees.find((each) => each.nomineeId === id)?.name ?? id);
      return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${t('and')} ${all.at(-1)}`;
    };
    const placed = (question: Question, places: readonly PlaceHeld[]) =>
      places
        .map(({ place, nomineeIds }) =>
          isUnplaced(question)
            ? names(question, nomineeIds)
            : t('place-line', { place: roman(place), names: names(question, nomineeIds) }),
        )
        .join('; ');
    const winners = (question: Question, places: readonly PlaceHeld[]) => {
      const { winnerLabel } = question;
      if (!isUnplaced(question)) return placed(question, places);
      const count = places.flatMap(({ nomineeIds }) => nomineeIds).length;
      if (count > 1 && !winnerLabel) return t('won-several', { names: placed(question, places) });
      const label = capital(labelFor(count, winnerLabel ?? t('winner'), language));
      return t('won-labelled', { label, names: placed(question, places) });
    };
    const decidedBy = ({ outcome }: Round) =>
      outcome?.decidedBy ? [t('decided-by', { rule: domain(`tie-${outcome.decidedBy}`) })] : [];
    const leftOut = ({ question }: Telling, { outcome }: Round) =>
      [
        outcome?.passedOver?.length && t('passed-over', { names: names(question, outcome.passedOver) }),
        outcome?.notJudged?.length && t('not-judged', { names: names(question, outcome.notJudged) }),
      ].filter((each) => typeof each === 'string');
    const notAwarded = (question: Question, missing: readonly OpenPlace[]) => {
      if (missing.length === 0) return [];
      if (isUnplaced(question)) return [t('not-awarded', { count: slotsOf(missing) })];
      const list = missing.map(({ place }) => roman(place)).join(', ');
      return [t('not-awarded-places', { count: missing.length, places: list })];
    };
    /** What is to come, or that nothing is to come any more: an open tie is no decision (rule 1.4). */
    const awaited = ({ state, final, tie }: CameTo) => {
      if (final) return isDecided(state) ? [] : [capital(domain('result-undecided'))];
      if (state === 'annulled') return [t('awaits-revote')];
      if (state === 'next-round') return [t('awaits-next')];
      return tie?.awaiting ? [domain(`awaiting-${tie.awaiting}`)] : [];
    };
    const ofRound = (of: Telling, round: Round): OutcomeWords => {
      const { question } = of;
      const { outcome, tally } = round;
      if (round.status === 'annulled')
        return { tone: 'against', headline: t('annulled'), details: reasonOf(round) };
      if (!outcome) return { tone: 'neutral', headline: t('counting'), details: [] };
      const details = [
        ...decidedBy(round),
        ...leftOut(of, round),
        ...notAwarded(question, notAwardedBy(question, round)),
      ];
      switch (outcome.kind) {
        case 'won':
          return { tone: 'for', headline: winners(question, wonIn(question, round)), details };
        case 'adopted': {
          const unanimous = (tally.votes?.['for'] ?? 0) === tally.ballots && tally.notVoted === 0;
          return { tone: 'for', headline: t(unanimous ? 'unanimously' : 'adopted'), details };
        }
        case 'rejected':
          return { tone: 'against', headline: t('rejected'), details };
        case 'no-winner': {
          const nobody = wonBefore(question, round).length > 0 ? 'nobody-more' : 'no-winner';
          const headline = t(againstAllWon(round) ? `${nobody}-against-all` : nobody);
          return { tone: 'against', headline, details };
        }
        case 'no-quorum':
          return { tone: 'against', headline: t('no-quorum'), details };
        case 'tied': {
          const among = outcome.among ?? [];
          const headline = among.length > 0 ? t('tied-among', { names: names(question, among) }) : t('tied');
          return { tone: 'warn', headline, details };
        }
      }
    };
    return { t, placed, winners, decidedBy, leftOut, notAwarded, awaited, ofRound };
  }, [t, domain, language]);
}

/** The round after which something is still to come. */
const waits = ({ state, round, tie }: CameTo): Round | undefined =>
  state === 'next-round' ? round : tie?.round;

/** Where only who has won is told: equal laureates, or the one first place. */
const isUnplaced = ({ places }: Question): boolean =>
  places.kind !== 'ranked' || (places.counts.length === 1 && places.counts[0] === 1);

const reasonOf = ({ annulment }: Round): string[] => (annulment ? [annulment.reason] : []);

function againstAllWon({ tally: { votes = {} } }: Round): boolean {
  const against = votes['against-all'] ?? 0;
  return against > 0 && Object.values(votes).every((count) => count <= against);
}

interface UsualLabel {
  readonly one: string;
  readonly several: string;
}
// The secretary writes the label once, in the singular and in one language.
const usualLabels: Readonly<Record<string, Readonly<Record<Language, UsualLabel>>>> = {
  победитель: {
    ru: { one: 'победитель', several: 'победители' },
    en: { one: 'winner', several: 'winners' },
  },
  лауреат: { ru: { one: 'лауреат', several: 'лауреаты' }, en: { one: 'laureate', several: 'laureates' } },
  призёр: {
    ru: { one: 'призёр', several: 'призёры' },
    en: { one: 'prize-winner', several: 'prize-winners' },
  },
  финалист: { ru: { one: 'финалист', several: 'финалисты' }, en: { one: 'finalist', several: 'finalists' } },
  winner: { ru: { one: 'winner', several: 'winners' }, en: { one: 'winner', several: 'winners' } },
};
const labelFor = (winners: number, label: string, language: Language): string => {
  const usual = usualLabels[label.toLocaleLowerCase()];
  return usual?.[language][winners > 1 ? 'several' : 'one'] ?? label;
};
