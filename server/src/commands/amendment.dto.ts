import type { Edition } from '@open-ballot/shared/rules/editions';
import type { Amendment } from '@open-ballot/shared/rules/events';
import type { SessionForm } from '@open-ballot/shared/rules/session';
import { plan, seatsOf, type SeatDto } from '../sessions/plan-fields.ts';
import { draftOf, type QuestionDto } from '../sessions/question.dto.ts';
import type { RuleSetDto } from '../sessions/rule-set.dto.ts';
import { orNull } from '../shapes/fields.ts';
import { OptionalField } from '../shapes/shape.ts';

/** Whatever of a session's plan shall be another before it opens. The deadline has a command of its own (rule 11.5). */
export class AmendmentDto {
  @OptionalField(plan.edition) readonly edition?: Edition;
  @OptionalField(plan.organisation) readonly organisation?: string;
  @OptionalField(plan.commission) readonly commission?: string;
  @OptionalField(plan.number) readonly number?: string;
  @OptionalField(plan.date) readonly date?: string;
  @OptionalField(plan.place) readonly place?: string;
  @OptionalField(plan.timeZone) readonly timeZone?: string;
  @OptionalField(plan.form) readonly form?: SessionForm;
  @OptionalField(plan.presidingId) readonly presidingId?: string;
  @OptionalField(orNull(plan.secretaryId)) readonly secretaryId?: string | null;
  @OptionalField(orNull(plan.secretaryName)) readonly secretaryName?: string | null;
  @OptionalField(plan.establishedSeats) readonly establishedSeats?: number;
  @OptionalField(plan.ruleSet) readonly ruleSet?: RuleSetDto;
  @OptionalField(plan.public) readonly public?: boolean;
  @OptionalField(plan.roll) readonly roll?: SeatDto[];
  @OptionalField(plan.questions) readonly questions?: QuestionDto[];
  @OptionalField(plan.earlierWinners) readonly earlierWinners?: string[];
  @OptionalField(plan.invited) readonly invited?: string[];
}

/** The amendment as the journal keeps it: without logins. */
export const amendmentOf = ({ roll, questions, ...rest }: AmendmentDto): Amendment => ({
  ...rest,
  ...(roll && { roll: seatsOf(roll) }),
  ...(questions && { questions: questions.map(draftOf) }),
});
