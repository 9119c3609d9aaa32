import type { Contest } from '@open-ballot/shared/contract/http';
import { dayText, isTimeZone } from '@open-ballot/shared/contract/spellings';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { currentEdition } from '@open-ballot/shared/rules/editions';
import { fault, within, type FieldError } from '@open-ballot/shared/rules/fault';
import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { planFaults } from '@open-ballot/shared/rules/plan/check-plan';
import { fieldOf } from '../../forms/field-of.ts';
import { parametersOf, type QuestionForm } from './question-form.ts';
import { newSessionOf, type SessionFields } from './session-form.ts';

/** What is at fault, by the path of its field, which the server would name too: `questions.2.title`. */
export type Faults = Readonly<Record<string, FieldError>>;

/** The fields of the rule set that can be at fault. */
export const ruleSetPaths = [
  'quorum.threshold',
  'quorum.counts',
  'decision.majority',
  'decision.floor',
  'decision.minimumScore',
  'ties',
] as const;

const criterionPaths = ['title', 'min', 'max', 'step', 'weight'];
const questionPaths = [
  ...['title', 'wording', 'reporter', 'kind', 'winnerLabel', 'minEntries', 'places.count', 'places.counts'],
  ...['decision', 'decision.minimumScore', 'decision.majority', 'decision.floor', 'ties'],
  ...['min', 'max', 'points', 'partial', 'criteria'].map((path) => `parameters.${path}`),
  ...criterionPaths.map((path) => `parameters.criteria.#.${path}`),
];
const paths: ReadonlySet<string> = new Set([
  ...['number', 'date', 'place', 'timeZone', 'roll', 'establishedSeats'],
  ...['presidingId', 'secretaryId', 'secretaryName'],
  ...ruleSetPaths.map((path) => `ruleSet.${path}`),
  ...questionPaths.map((path) => `questions.#.${path}`),
]);

/** Whether the form has a field for this path, so that what the server says stands beside it. */
export const isShown = (path: string): boolean => paths.has(path.replaceAll(/\b\d+\b/g, '#'));

/** Rules are read back while they are composed, and so is what contradicts them; other fields may not be filled in yet. */
export const isSaidAtOnce = (path: string): boolean => /(^ruleSet|\.decision|\.ties|\.partial)\b/.test(path);

/** What is wrong with the fields before anything is sent. The server checks all of it once more. */
export function faultsOf(contest: Contest, fields: SessionFields): Faults {
  const found = [
    ...unlessFilled('number', fields.number),
    ...(dayText.test(fields.date) ? [] : [fault('date', 'day')]),
    ...unlessFilled('place', fields.place),
    ...(isTimeZone(fields.timeZone) ? [] : [fault('timeZone', 'time-zone')]),
    ...unlessWhole('establishedSeats', fields.establishedSeats, bounds.roll),
    ...unlessFilled('presidingId', fields.presidingId),
    ...fields.questions.flatMap((each, index) => within(`questions.${index}`, unfilledIn(each))),
    ...planFaults({ edition: currentEdition, ...newSessionOf(contest, fields) }),
  ];
  // The first at each field is the one to mend; what has no field is left to the server to say.
  const byField = found.flatMap((each) => {
    const field = fieldOf(each.path, isShown);
    return field === undefined ? [] : [[field, each] as const];
  });
  return Object.fromEntries(byField.toReversed());
}

function unfilledIn(form: QuestionForm): FieldError[] {
  const { criteria = [] } = parametersOf(form);
  return [
    ...unlessFilled('title', form.title),
    ...unlessFilled('wording', form.wording),
    ...(awardsPlaces(form.kind) ? unlessWhole('minEntries', form.minEntries, bounds.nominees) : []),
    ...criteria.flatMap(({ title }, index) => unlessFilled(`parameters.criteria.${index}.title`, title)),
  ];
}

const unlessFilled = (path: string, text: string): FieldError[] =>
  text.trim() === '' ? [fault(path, 'empty')] : [];

const unlessWhole = (path: string, text: string, most: number): FieldError[] =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
    ? []
    : [fault(path, 'whole', { least: 1, most })];
