import { bounds } from '@open-ballot/shared/rules/bounds';
import { fault } from '@open-ballot/shared/rules/fault';
import { OmitType, PartialType } from '@nestjs/swagger';
import { flag, moment, orNull, text, timeZone } from '../shapes/fields.ts';
import { Field, isPlainObject, OptionalField, type Rule, shapeOf } from '../shapes/shape.ts';

/** What the rehearsal clock is to show at its start; without it, the real time. */
export class RehearsalDto {
  @OptionalField(moment) readonly start?: string;
}

const rehearsalClock = shapeOf(RehearsalDto);
/** Present or true for a contest that is only a rehearsal (rule 11.4). */
const rehearsal: Rule = {
  schema: { oneOf: [flag.schema, rehearsalClock.schema] },
  accepts: (value) => flag.accepts(value) || rehearsalClock.accepts(value),
  faults: (value, path) =>
    isPlainObject(value) ? rehearsalClock.faults(value, path) : [fault(path, 'rehearsal')],
};

export class NewContestDto {
  @Field(text(1, bounds.name)) readonly title!: string;
  /** Results are due before this moment (rule 11.1). */
  @Field(moment) readonly deadline!: string;
  /** The body the commission belongs to, as the protocol prints it. */
  @OptionalField(orNull(text(0, bounds.name))) readonly organisation?: string;
  @OptionalField(orNull(text(0, bounds.name))) readonly commission?: string;
  @OptionalField(orNull(timeZone)) readonly timeZone?: string;
  /** Whether everybody who has signed in may read it, besides those who have a part in it. */
  @OptionalField(flag) readonly public?: boolean;
  @OptionalField(rehearsal) readonly rehearsal?: RehearsalDto | boolean;
}

/** What is left out stays. */
export class ContestChangesDto extends PartialType(OmitType(NewContestDto, ['rehearsal']), {
  skipNullProperties: false,
}) {}
