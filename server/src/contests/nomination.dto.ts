import { bounds } from '@open-ballot/shared/rules/bounds';
import { PartialType } from '@nestjs/swagger';
import { decimal, id, moment, orNull, text } from '../shapes/fields.ts';
import { Field, OptionalField } from '../shapes/shape.ts';

export class NewNominationDto {
  @Field(text(1, bounds.name)) readonly title!: string;
  @OptionalField(orNull(text(0, bounds.name))) readonly category?: string | null;
}

/** What is left out stays; null empties what may be empty. */
export class NominationChangesDto extends PartialType(NewNominationDto, { skipNullProperties: false }) {}

class NomineeFieldsDto {
  @Field(text(1, bounds.name)) readonly name!: string;
  /** Joins entries of one entrant across nominations (rule 6.6). */
  @OptionalField(orNull(id)) readonly entrantId?: string | null;
  @OptionalField(orNull(text(0, bounds.name))) readonly region?: string | null;
  @OptionalField(orNull(text(0, bounds.name))) readonly organisation?: string | null;
  @OptionalField(orNull(moment)) readonly appliedAt?: string | null;
  @OptionalField(orNull(decimal)) readonly priorScore?: string | null;
  /** Where the materials of the application are. */
  @OptionalField(orNull(text(0, bounds.materials))) readonly materials?: string | null;
}

export class NewNomineeDto extends NomineeFieldsDto {
  /** Unique within the nomination; given by the server when left out. */
  @OptionalField(orNull(id)) readonly nomineeId?: string;
}

/** What is left out stays; null empties what may be empty. */
export class NomineeChangesDto extends PartialType(NomineeFieldsDto, { skipNullProperties: false }) {}
