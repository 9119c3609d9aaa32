import type { Contest } from '@open-ballot/shared/contract/http';
import { questionFlaws, ruleSetFlaws } from '@open-ballot/shared/rules/plan/check-plan';
import { isDecimal } from '@open-ballot/shared/rules/counting/exact';
import type { FlawName } from '@open-ballot/shared/rules/plan/flaws';
import type { Criterion } from '@open-ballot/shared/rules/session';
import { isTimeZone } from '../../text/local-moment.ts';
import { decimalOf } from '../../text/decimal-of.ts';
import { numbersIn, questionOf, type QuestionForm } from './question-form.ts';
import { rollOf, votingAmong, type SessionFields } from './session-form.ts';

export type Fault =
  | {
      readonly kind:
        'required' | 'zone' | 'date' | 'number' | 'falling' | 'decimal' | 'range' | 'nobody' | 'not-on-roll';
    }
  | { readonly kind: 'whole' | 'seats'; readonly least: number }
  /** A contradiction in the words of the rules: shown at once, not only after trying. */
  | { readonly kind: 'flaw'; readonly flaw: FlawName };

/** Faults by the path that the server would name too: `place`, `questions.2.title`, `questions.0.parameters.points`. */
export type Faults = Readonly<Record<string, Fault>>;

/** The fields of the rule set that can be at fault. */
export const ruleSetPaths = [
  'quorum.threshold',
  'quorum.counts',
  'decision.majority.threshold',
  'decision.floor.threshold',
  'decision.minimumScore',
  'ties',
] as const;

/** What is wrong with the fields before anything is sent. The server checks all of it once more. */
export function faultsOf(contest: Contest, fields: SessionFields): Faults {
  const roll = rollOf(contest, fields);
  const voting = votingAmong(roll).length;
  const presiding = roll.find(({ memberId }) => memberId === fields.presidingId);
  const found: Record<string, Fault | undefined> = {
    number: required(fields.number),
    date: /^\d{4}-\d\d-\d\d$/.test(fields.date) ? undefined : { kind: 'date' },
    place: required(fields.place),
    timeZone: isTimeZone(fields.timeZone) ? undefined : { kind: 'zone' },
    roll: voting > 0 ? undefined : { kind: 'nobody' },
    establishedSeats: wholeFrom(fields.establishedSeats, voting) && {
      kind: 'seats',
      least: Math.max(1, voting),
    },
    presidingId: presiding ? undefined : { kind: fields.presidingId ? 'not-on-roll' : 'required' },
    secretaryId:
      fields.secretaryId && !roll.some(({ memberId }) => memberId === fields.secretaryId)
        ? { kind: 'not-on-roll' }
        : undefined,
  };
  for (const { path, flaw } of ruleSetFlaws(fields.ruleSet, presiding))
    found[`ruleSet.${path}`] ??= { kind: 'flaw', flaw };
  fields.questions.forEach((question, index) => {
    const own = questionFaults(question);
    for (const [path, fault] of Object.entries(own)) found[`questions.${index}.${path}`] = fault;
    for (const { path, flaw } of questionFlaws(
      questionOf(question, fields.ruleSet),
      fields.ruleSet,
      presiding,
    ))
      if (!(path in own) && !path.startsWith('parameters.criteria'))
        found[`questions.${index}.${path}`] ??= { kind: 'flaw', flaw };
  });
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, Fault] => entry[1] !== undefined),
  );
}

const required = (text: string): Fault | undefined => (text.trim() === '' ? { kind: 'required' } : undefined);

const wholeFrom = (text: string, least: number): Fault | undefined =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= Math.max(1, least)
    ? undefined
    : { kind: 'whole', least: Math.max(1, least) };

function questionFaults(form: QuestionForm): Record<string, Fault | undefined> {
  const texts = { title: required(form.title), wording: required(form.wording) };
  if (form.kind === 'motion') return texts;
  const counts = numbersIn(form.rankedCounts);
  return {
    ...texts,
    minEntries: wholeFrom(form.minEntries, 1),
    ...(form.places === 'laureates'
      ? { 'places.count': wholeFrom(form.winners, 1) }
      : {
          'places.counts':
            counts.length > 0 && counts.every((each) => wholeFrom(each, 1) === undefined)
              ? undefined
              : { kind: 'number' },
        }),
    ...(form.kind === 'choose' && {
      'parameters.min': wholeFrom(form.min, 1),
      'parameters.max': wholeFrom(form.max, Number(form.min) || 1),
    }),
    ...(form.kind === 'rank' &&
      !form.sumOfPlaces && { 'parameters.points': pointsFault(numbersIn(form.points)) }),
    ...(form.kind === 'score' && criteriaFaults(form.criteria)),
  };
}

function pointsFault(points: readonly string[]): Fault | undefined {
  if (points.length === 0 || !points.every((each) => isDecimal(each) && !each.startsWith('-')))
    return { kind: 'number' };
  const falls = points.every(
    (each, index) => index === 0 || Number(each) <= Number(points[index - 1] ?? each),
  );
  return falls ? undefined : { kind: 'falling' };
}

function criteriaFaults(criteria: readonly Criterion[]): Record<string, Fault | undefined> {
  if (criteria.length === 0) return { 'parameters.criteria': { kind: 'required' } };
  return Object.fromEntries(
    criteria.flatMap((each, index) => [
      [`parameters.criteria.${index}.title`, required(each.title)],
      [`parameters.criteria.${index}.min`, scaleFault(each)],
    ]),
  );
}

function scaleFault({ min, max, step, weight }: Criterion): Fault | undefined {
  const [least, most, by, heavy] = [min, max, step, weight].map(decimalOf);
  if (![least, most, by, heavy].every(isDecimal)) return { kind: 'decimal' };
  // Fifteen digits at the most, which a double holds apart; the server compares them exactly.
  const isSound = Number(most) > Number(least) && Number(by) > 0 && Number(heavy) > 0;
  return isSound ? undefined : { kind: 'range' };
}
