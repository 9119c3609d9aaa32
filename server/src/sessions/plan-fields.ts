import { currentEdition } from '@open-ballot/shared/rules/editions';
import { seatRoles, sessionForms, type SeatDraft, type SeatRole } from '@open-ballot/shared/rules/session';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { day, flag, id, oneOf, text, timeZone, whole } from '../shapes/fields.ts';
import { question } from './question.dto.ts';
import { RuleSetDto } from './rule-set.dto.ts';
import { Field, listOf, OptionalField, shapeOf } from '../shapes/shape.ts';

/** A seat as a client sends it. The login never enters the journal (rule 12.5). */
export class SeatDto implements SeatDraft {
  @Field(id) readonly memberId!: string;
  @Field(text()) readonly name!: string;
  @Field(text(0)) readonly post!: string;
  @Field(text(0)) readonly body!: string;
  @Field(oneOf(...seatRoles)) readonly role!: SeatRole;
  @Field(flag) readonly votes!: boolean;
  @OptionalField(text()) readonly accountLogin?: string;
}

/** What a session is convened with, and amended in before it opens (rule 1.1). */
export const plan = {
  edition: whole(currentEdition, currentEdition),
  organisation: text(0),
  commission: text(0),
  number: text(1, bounds.sessionNumber),
  date: day,
  place: text(),
  timeZone,
  form: oneOf(...sessionForms),
  presidingId: id,
  secretaryId: id,
  secretaryName: text(),
  establishedSeats: whole(1, bounds.roll),
  ruleSet: shapeOf(RuleSetDto),
  public: flag,
  roll: listOf(shapeOf(SeatDto), bounds.roll, 1),
  questions: listOf(question, bounds.questions),
  earlierWinners: listOf(id, bounds.earlierWinners),
  invited: listOf(text(), bounds.roll),
} as const;

/** The seats as the journal keeps them. */
export const seatsOf = (roll: readonly SeatDto[]): SeatDraft[] =>
  roll.map(({ memberId, name, post, body, role, votes }) => ({ memberId, name, post, body, role, votes }));
