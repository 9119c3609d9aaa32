import type { NewSession } from '@open-ballot/shared/contract/http';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { QuestionDraft } from '@open-ballot/shared/rules/session';
import { commission, contest, nominations, secretary } from './contest-of-2020.ts';

/** How each nomination is put to the vote: one winner, several laureates, places one to three. */
const votes: Readonly<
  Record<string, Pick<QuestionDraft, 'wording' | 'kind' | 'parameters' | 'places' | 'winnerLabel'>>
> = {
  'best-mfc': {
    wording: 'Определить победителя в номинации «Лучший МФЦ» (категория «МФЦ крупных городов»).',
    kind: 'choose',
    parameters: { min: 1, max: 1 },
    places: { kind: 'laureates', count: 1 },
    winnerLabel: 'победитель',
  },
  'best-specialist': {
    wording: 'Определить лауреатов в номинации «Лучший универсальный специалист МФЦ».',
    kind: 'approval',
    parameters: {},
    places: { kind: 'laureates', count: 3 },
    winnerLabel: 'лауреат',
  },
  'best-capital-mfc': {
    wording: 'Распределить места в номинации «Лучший МФЦ столицы региона».',
    kind: 'rank',
    parameters: { points: ['5', '3', '1'] },
    places: { kind: 'ranked', counts: [1, 1, 1] },
    winnerLabel: 'призёр',
  },
};

const agenda: QuestionDraft = {
  questionId: 'agenda',
  title: 'Об утверждении повестки дня',
  wording: 'Утвердить повестку дня заседания.',
  kind: 'motion',
  parameters: {},
  places: { kind: 'laureates', count: 1 },
  nominees: [],
};

const questions: readonly QuestionDraft[] = nominations.map(({ key, title, category, nominees }) => {
  const vote = votes[key];
  if (!vote) throw new Error(`nobody said how ${key} is put to the vote`);
  return {
    questionId: key,
    title: `О результатах конкурса в номинации «${title}»`,
    nomination: title,
    ...(category !== undefined && { category }),
    nominees,
    ...vote,
  };
});

/** The session that decides the contest, convened and not yet opened. */
export const sessionOf = (contestId: string): NewSession => ({
  contestId,
  organisation: contest.organisation,
  commission: contest.commission,
  number: '1',
  date: '2021-06-25',
  place: 'г. Москва',
  timeZone: contest.timeZone,
  form: 'mixed',
  establishedSeats: commission.length,
  presidingId: 'chair',
  secretaryName: secretary.name,
  ruleSet: presets['mfc-central'],
  public: true,
  roll: commission,
  questions: [agenda, ...questions],
});
