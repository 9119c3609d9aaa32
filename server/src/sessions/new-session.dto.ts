import type { NewSession } from '@open-ballot/shared/contract/http';
import type { SessionForm } from '@open-ballot/shared/rules/session';
import { id } from '../shapes/fields.ts';
import { plan, type SeatDto } from './plan-fields.ts';
import type { QuestionDto } from './question.dto.ts';
import type { RuleSetDto } from './rule-set.dto.ts';
import { Field, OptionalField, shapeOf } from '../shapes/shape.ts';

type Plain = Omit<NewSession, 'questions'>;

/** Body of `POST /api/sessions`. The contest gives title, deadline and rehearsal. */
export class NewSessionDto implements Plain {
  @Field(id) readonly contestId!: string;
  @Field(plan.number) readonly number!: string;
  @Field(plan.date) readonly date!: string;
  @Field(plan.place) readonly place!: string;
  @Field(plan.timeZone) readonly timeZone!: string;
  @Field(plan.form) readonly form!: SessionForm;
  @Field(plan.establishedSeats) readonly establishedSeats!: number;
  @Field(plan.presidingId) readonly presidingId!: string;
  @Field(plan.roll) readonly roll!: SeatDto[];
  @Field(plan.questions) readonly questions!: QuestionDto[];
  @Field(plan.ruleSet) readonly ruleSet!: RuleSetDto;
  @Field(plan.public) readonly public!: boolean;
  @OptionalField(plan.organisation) readonly organisation?: string;
  @OptionalField(plan.commission) readonly commission?: string;
  @OptionalField(plan.secretaryId) readonly secretaryId?: string;
  @OptionalField(plan.secretaryName) readonly secretaryName?: string;
  @OptionalField(plan.earlierWinners) readonly earlierWinners?: string[];
  @OptionalField(plan.invited) readonly invited?: string[];
}

export const newSession = shapeOf(NewSessionDto);
