import type { ContestNomination } from '@open-ballot/shared/contract/http';
import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { asksMajorityOfPoints } from '@open-ballot/shared/rules/plan/check-plan';
import type { PresetName } from '@open-ballot/shared/rules/plan/presets';
import type { DecisionRule, RuleSet, TieBreaker } from '@open-ballot/shared/rules/plan/rule-set';
import type {
  BallotKindName,
  BallotParameters,
  Criterion,
  Nominee,
  Places,
  QuestionDraft,
} from '@open-ballot/shared/rules/session';
import { freshCommandId } from '../../live/command-id.ts';
import { decimalOf } from '../../text/decimal-of.ts';

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
  readonly min: string;
  readonly max: string;
  readonly againstAll: boolean;
  readonly partial: boolean;
  /** «5, 3, 1». */
  readonly points: string;
  /** Places are added up instead of points; the lowest sum wins. */
  readonly sumOfPlaces: boolean;
  readonly criteria: readonly Criterion[];
  /** In place of the session's rule, for this question alone (rule 4.1). */
  readonly decision?: DecisionRule | undefined;
  readonly ties?: readonly TieBreaker[] | undefined;
  readonly aggregate: Aggregate;
  /** Empty where nothing is brought from before (rule 5.8). */
  readonly carry: string;
  /** Empty where any number of ballots is enough. */
  readonly minimumScorers: string;
  readonly roundAt: Rounding['at'];
  readonly digits: string;
}

export type Aggregate = NonNullable<BallotParameters['aggregate']>;
type Rounding = NonNullable<BallotParameters['rounding']>;

/** How nominations are voted on where a preset decides; a preset that says nothing of a field leaves it. */
export const usualUnder: Readonly<
  Record<PresetName, Pick<QuestionForm, 'kind'> & Partial<Pick<QuestionForm, 'places' | 'carry'>>>
> = {
  'mfc-central': { kind: 'choose' },
  'two-thirds': { kind: 'choose' },
  rating: { kind: 'approval' },
  'all-above': { kind: 'approval', places: 'all' },
  'last-leaves': { kind: 'choose' },
  'until-two-thirds': { kind: 'choose' },
  'jury-points': { kind: 'rank' },
  'expert-scores': { kind: 'score' },
  'stage-scores': { kind: 'score', carry: '1' },
};

/** A nomination once another preset is chosen: what the one before had brought goes with it. */
export function underPreset(question: QuestionForm, before: PresetName, name: PresetName): QuestionForm {
  if (!awardsPlaces(question.kind) || name === before) return question;
  const { places, carry } = usualUnder[before];
  return {
    ...question,
    ...(places === question.places && { places: blank.places }),
    ...(carry === question.carry && { carry: blank.carry }),
    ...usualUnder[name],
  };
}

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
  min: '1',
  max: '1',
  againstAll: false,
  partial: false,
  points: '5, 3, 1',
  sumOfPlaces: false,
  aggregate: 'mean',
  carry: '',
  minimumScorers: '',
  roundAt: 'none',
  digits: '2',
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
  usual: (typeof usualUnder)[PresetName],
): QuestionForm => ({
  ...blank,
  ...usual,
  questionId: freshId(),
  title: category ? `${title}, ${category}` : title,
  wording: `Определить победителя в номинации «${title}»${category ? `, категория «${category}»` : ''}.`,
  nomination: title,
  ...(category !== undefined && { category }),
  nominees,
  criteria: [freshCriterion('Общая оценка')],
});

/** A question of a convened session as the form shows it. */
export function formOf(draft: QuestionDraft): QuestionForm {
  const { questionId, title, wording, nomination, category, nominees, kind, places, parameters } = draft;
  const { min, max, points, criteria, aggregate, rounding } = parameters;
  return {
    ...blank,
    questionId,
    title,
    wording,
    ...(nomination !== undefined && { nomination }),
    ...(category !== undefined && { category }),
    nominees,
    kind,
    reporter: draft.reporter ?? '',
    places: places.kind,
    ...(places.kind === 'laureates' && { winners: String(places.count) }),
    ...(places.kind === 'ranked' && { rankedCounts: places.counts.join(', ') }),
    winnerLabel: draft.winnerLabel ?? '',
    minEntries: String(draft.minEntries ?? 1),
    ...(min !== undefined && { min: String(min) }),
    ...(max !== undefined && { max: String(max) }),
    againstAll: parameters.againstAll ?? false,
    partial: parameters.partial ?? false,
    ...(points && { points: points.join('; ') }),
    sumOfPlaces: parameters.sumOfPlaces ?? false,
    criteria: criteria ?? [freshCriterion('Общая оценка')],
    decision: draft.decision,
    ties: draft.ties,
    ...(aggregate && { aggregate }),
    carry: parameters.carry?.weight ?? '',
    minimumScorers: String(parameters.minimumScorers ?? ''),
    ...(rounding && { roundAt: rounding.at, digits: String(rounding.digits) }),
  };
}

const conduct = [
  ...['kind', 'places', 'winners', 'rankedCounts', 'winnerLabel', 'minEntries', 'min', 'max', 'againstAll'],
  ...[
    'partial',
    'points',
    'sumOfPlaces',
    'criteria',
    'decision',
    'ties',
    'aggregate',
    'carry',
    'minimumScorers',
    'roundAt',
    'digits',
  ],
] as readonly (keyof QuestionForm)[];

/** The ballot, places and rules of one nomination for another one; its name, wording and nominees stay its own. */
export const likewise = (question: QuestionForm, pattern: QuestionForm): QuestionForm => ({
  ...question,
  ...Object.fromEntries(conduct.map((field) => [field, pattern[field]])),
});

/** Numbers from «5; 3, 1», «7,5 3» or «5-3-1»: separated by spaces, semicolons or hyphens, or by commas with a space. */
export const numbersIn = (text: string): string[] =>
  text
    .split(/[;\s]+|,(?=\s)|(?<=\d)[-–—]/)
    .map((each) => decimalOf(each))
    .filter((each) => each !== '');

/** The question as it goes to the server. */
export function questionOf(form: QuestionForm, ruleSet: RuleSet): QuestionDraft {
  const { questionId, kind, nomination, category } = form;
  const filled = {
    ...(form.reporter.trim() && { reporter: form.reporter.trim() }),
    ...(nomination !== undefined && { nomination }),
    ...(category !== undefined && { category }),
    ...overridesOf(form, ruleSet),
  };
  const common = { questionId, title: form.title.trim(), wording: form.wording.trim(), kind, ...filled };
  if (!awardsPlaces(kind))
    return { ...common, parameters: {}, places: { kind: 'laureates', count: 1 }, nominees: [] };
  return {
    ...common,
    parameters: parametersOf(form),
    places: placesOf(form),
    minEntries: Number(form.minEntries),
    ...(form.winnerLabel.trim() && { winnerLabel: form.winnerLabel.trim() }),
    nominees: form.nominees.filter((each) => !each.withdrawn),
  };
}

function placesOf({ places, winners, rankedCounts }: QuestionForm): Places {
  if (places === 'all') return { kind: 'all' };
  return places === 'laureates'
    ? { kind: 'laureates', count: Number(winners) }
    : { kind: 'ranked', counts: numbersIn(rankedCounts).map(Number) };
}

/** A question decided by points overrides a session's rule that asks for a majority. */
function overridesOf({ kind, decision, ties }: QuestionForm, ruleSet: RuleSet) {
  const inPlace =
    decision ??
    (asksMajorityOfPoints(kind, ruleSet.decision) ? withoutMajority(ruleSet.decision) : undefined);
  return { ...(inPlace && { decision: inPlace }), ...(ties && { ties }) };
}

const withoutMajority = (rule: DecisionRule): DecisionRule =>
  rule.kind === 'plurality' && rule.minimumScore !== undefined
    ? { kind: 'plurality', minimumScore: rule.minimumScore }
    : { kind: 'plurality' };

const partialOf = ({ partial }: QuestionForm) => partial && { partial };

const carryOf = ({ carry }: QuestionForm) => carry.trim() && { carry: { weight: decimalOf(carry) } };

const parameters: Readonly<Record<BallotKindName, (form: QuestionForm) => BallotParameters>> = {
  motion: () => ({}),
  approval: (form) => ({ ...partialOf(form) }),
  choose: ({ min, max, againstAll }) => ({
    min: Number(min),
    max: Number(max),
    ...(againstAll && { againstAll }),
  }),
  rank: (form) => ({
    ...(form.sumOfPlaces ? { sumOfPlaces: true } : { points: numbersIn(form.points), ...carryOf(form) }),
    ...partialOf(form),
  }),
  score: (form) => ({
    criteria: form.criteria.map(({ criterionId, title, min, max, step, weight }) => ({
      criterionId,
      title: title.trim(),
      min: decimalOf(min),
      max: decimalOf(max),
      step: decimalOf(step),
      weight: decimalOf(weight),
    })),
    aggregate: form.aggregate,
    ...carryOf(form),
    ...(form.minimumScorers.trim() && { minimumScorers: Number(form.minimumScorers) }),
    ...(form.roundAt !== 'none' && { rounding: { at: form.roundAt, digits: Number(form.digits) } }),
    ...partialOf(form),
  }),
};

/** The parameters of the kind that is chosen; what was filled in for another is left out. */
export const parametersOf = (form: QuestionForm): BallotParameters => parameters[form.kind](form);
