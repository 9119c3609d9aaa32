import type { QuestionForm } from './question-form.ts';
import { ruleSetPaths } from './session-faults.ts';

const plain = [
  'number',
  'date',
  'place',
  'timeZone',
  'roll',
  'establishedSeats',
  'presidingId',
  'secretaryId',
  'secretaryName',
  ...ruleSetPaths.map((path) => `ruleSet.${path}`),
];
const ofQuestion =
  /^questions\.[\w-]+\.(title|wording|reporter|kind|winnerLabel|minEntries|places\.counts?|decision(\.(minimumScore|(majority|floor)\.threshold))?|ties|parameters\.(min|max|points|partial|criteria|criteria\.[\w-]+\.(title|min|max|step|weight)))$/;

/** Whether the form has a field for this path, so that what the server says stands beside it. */
export const isShown = (path: string): boolean => plain.includes(path) || ofQuestion.test(path);

/** The same path as the rules say it: they know a question and a criterion by id, not by position. */
export const pathByIds = (path: string, questions: readonly QuestionForm[]): string => {
  const [, index = '', rest = ''] = /^questions\.(\d+)\.(.+)$/.exec(path) ?? [];
  const question = questions[Number(index)];
  if (index === '' || !question) return path;
  const inside = rest.replace(/^parameters\.criteria\.(\d+)/, (whole, at: string) => {
    const criterion = question.criteria[Number(at)];
    return criterion ? `parameters.criteria.${criterion.criterionId}` : whole;
  });
  return `questions.${question.questionId}.${inside}`;
};
