import type { SeatDto } from './plan-fields.ts';
import type { QuestionDto } from './question.dto.ts';
import type { Fault } from '../shapes/shape.ts';

/** A plan, or the part of one that an amendment changes. */
interface PlanPart {
  readonly roll?: readonly SeatDto[];
  readonly questions?: readonly QuestionDto[];
  readonly presidingId?: string;
  readonly secretaryId?: string | null;
}

/** What is wrong with a well-formed plan in itself: ids that stand twice, an office held by nobody on the roll. */
export function planFaults({ roll, questions = [], presidingId, secretaryId }: PlanPart, path = ''): Fault[] {
  const faults = [
    ...twice(roll ?? [], 'memberId', 'roll'),
    ...twice(questions, 'questionId', 'questions'),
    ...questions.flatMap((question, at) => questionFaults(question, `questions.${at}`)),
    ...(roll ? officeFaults(roll, { presidingId, secretaryId }) : []),
  ];
  return path === '' ? faults : faults.map((fault) => ({ ...fault, path: `${path}.${fault.path}` }));
}

export const questionFaults = ({ nominees = [], parameters }: QuestionDto, path: string): Fault[] => [
  ...twice(nominees, 'nomineeId', `${path}.nominees`),
  ...twice(parameters?.criteria ?? [], 'criterionId', `${path}.parameters.criteria`),
];

const officeFaults = (
  roll: readonly SeatDto[],
  offices: Readonly<Record<string, string | null | undefined>>,
): Fault[] =>
  Object.entries(offices).flatMap(([office, memberId]) =>
    memberId === undefined || memberId === null || roll.some((seat) => seat.memberId === memberId)
      ? []
      : [{ path: office, message: 'is not on the roll' }],
  );

function twice<Item>(items: readonly Item[], key: keyof Item & string, path: string): Fault[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, at) => {
    const isNew = !seen.has(item[key]);
    seen.add(item[key]);
    return isNew ? [] : [{ path: `${path}.${at}.${key}`, message: 'stands here a second time' }];
  });
}
