import type { ContestNomination } from '@open-ballot/shared/contract/http';
import type { PresetName } from '@open-ballot/shared/rules/presets';
import type { RuleSet } from '@open-ballot/shared/rules/rule-set';
import type {
  BallotKindName,
  BallotParameters,
  Criterion,
  Nominee,
  Places,
  QuestionDraft,
} from '@open-ballot/shared/rules/session';
import { freshCommandId } from '../../live/command-id.ts';

/** One question of the agenda as it is filled in. Every kind keeps its fields while another kind is tried. */
export interface QuestionForm {
  readonly questionId: string;
  readonly title: string;
  readonly wording: string;
  readonly reporter: string;
  readonly nomination?: string;
  readonly category?: string;
  readonly nominees: readonly Nominee[];
  readonly kind: BallotKindName;
  readonly places: Places['kind'];
  readonly winners: string;
  /** «1, 1, 1»: how many on each place. */
  readonly rankedCounts: string;
  readonly winnerLabel: string;
  readonly minEntries: string;
  readonly max: string;
  readonly againstAll: boolean;
  readonly partial: boolean;
  /** «5, 3, 1». */
  readonly points: string;
  readonly criteria: readonly Criterion[];
}

/** The kind of ballot that goes with a preset's way to decide. */
export const kindOfPreset: Readonly<Record<PresetName, BallotKindName>> = {
  'mfc-central': 'choose',
  'two-thirds': 'choose',
  rating: 'approval',
  'jury-points': 'rank',
  'expert-scores': 'score',
};

const freshId = (): string => freshCommandId().slice(0, 12);

export const freshCriterion = (title = ''): Criterion => ({
  criterionId: freshId(),
  title,
  min: '0',
  max: '10',
  step: '0.5',
  weight: '1',
});

const blank = {
  reporter: '',
  nominees: [],
  places: 'laureates',
  winners: '1',
  rankedCounts: '1, 1, 1',
  winnerLabel: 'победитель',
  minEntries: '1',
  max: '1',
  againstAll: false,
  partial: false,
  points: '5, 3, 1',
} as const;

// Title and wording enter the journal and the protocol, which are in Russian whatever the language of the screen.
export const motionForm = (title: string, wording: string): QuestionForm => ({
  ...blank,
  questionId: freshId(),
  title,
  wording,
  kind: 'motion',
  criteria: [freshCriterion('Общая оценка')],
});

export const nominationForm = (
  { title, category, nominees }: ContestNomination,
  kind: BallotKindName,
): QuestionForm => ({
  ...blank,
  questionId: freshId(),
  title: category ? `${title}, ${category}` : title,
  wording: `Определить победителя в номинации «${title}»${category ? `, категория «${category}»` : ''}.`,
  nomination: title,
  ...(category !== undefined && { category }),
  nominees,
  kind,
  criteria: [freshCriterion('Общая оценка')],
});

/** Numbers from «5; 3, 1» or «7,5 3»: separated by spaces or semicolons, or by commas with a space. */
export const numbersIn = (text: string): string[] =>
  text
    .split(/[;\s]+|,(?=\s)/)
    .map((each) => decimalOf(each))
    .filter((each) => each !== '');

/** Decimal text as the journal spells it: a point, no spaces. */
export const decimalOf = (text: string): string => text.trim().replace(/,$/, '').replace(',', '.');

/** The question as it goes to the server. */
export function questionOf(form: QuestionForm, ruleSet: RuleSet): QuestionDraft {
  const { questionId, kind, nomination, category } = form;
  const filled = {
    ...(form.reporter.trim() && { reporter: form.reporter.trim() }),
    ...(nomination !== undefined && { nomination }),
    ...(category !== undefined && { category }),
  };
  const common = { questionId, title: form.title.trim(), wording: form.wording.trim(), kind, ...filled };
  if (kind === 'motion')
    return { ...common, parameters: {}, places: { kind: 'laureates', count: 1 }, nominees: [] };
  return {
    ...common,
    parameters: parametersOf(form),
    ...(decidesByPoints(kind, ruleSet) && { decision: { kind: 'plurality' } }),
    places:
      form.places === 'laureates'
        ? { kind: 'laureates', count: Number(form.winners) }
        : { kind: 'ranked', counts: numbersIn(form.rankedCounts).map(Number) },
    minEntries: Number(form.minEntries),
    ...(form.winnerLabel.trim() && { winnerLabel: form.winnerLabel.trim() }),
    nominees: form.nominees.filter((each) => !each.withdrawn),
  };
}

/** A majority of points is not offered (rule 6.3): such a question overrides the session's rule by plurality. */
export const decidesByPoints = (kind: BallotKindName, { decision }: RuleSet): boolean =>
  (kind === 'rank' || kind === 'score') && (decision.kind === 'majority' || decision.floor !== undefined);

function parametersOf({ kind, max, againstAll, partial, points, criteria }: QuestionForm): BallotParameters {
  switch (kind) {
    case 'choose':
      return { min: 1, max: Number(max), ...(againstAll && { againstAll }) };
    case 'approval':
      return partial ? { partial } : {};
    case 'rank':
      return { points: numbersIn(points), ...(partial && { partial }) };
    case 'score':
      return {
        criteria: criteria.map(({ criterionId, title, min, max: most, step, weight }) => ({
          criterionId,
          title: title.trim(),
          min: decimalOf(min),
          max: decimalOf(most),
          step: decimalOf(step),
          weight: decimalOf(weight),
        })),
        aggregate: 'mean',
      };
    case 'motion':
      return {};
  }
}
