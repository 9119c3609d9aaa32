import { PartialType } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { decimalText } from '@open-ballot/shared/rules/counting/exact';
import { IsMoment } from '../shapes/moment.ts';
import { IsFilledText, IsId, IsPlainText } from '../shapes/plain-text.ts';

export class NewNominationDto {
  @IsFilledText(1_000)
  readonly title!: string;

  @IsOptional()
  @IsPlainText(1_000)
  readonly category?: string | null;
}

/** What is left out stays; null empties what may be empty. */
export class NominationChangesDto extends PartialType(NewNominationDto, { skipNullProperties: false }) {}

class NomineeFieldsDto {
  @IsFilledText(1_000)
  readonly name!: string;

  /** Joins entries of one entrant across nominations (rule 6.6). */
  @IsOptional()
  @IsId()
  readonly entrantId?: string | null;

  @IsOptional()
  @IsPlainText(1_000)
  readonly region?: string | null;

  @IsOptional()
  @IsPlainText(1_000)
  readonly organisation?: string | null;

  @IsOptional()
  @IsMoment()
  readonly appliedAt?: string | null;

  @IsOptional()
  @Matches(decimalText, { message: 'must be a decimal number such as 87.25, as text' })
  readonly priorScore?: string | null;

  /** Where the materials of the application are. */
  @IsOptional()
  @IsPlainText(2_000)
  readonly materials?: string | null;
}

export class NewNomineeDto extends NomineeFieldsDto {
  /** Unique within the nomination; given by the server when left out. */
  @IsOptional()
  @IsId()
  readonly nomineeId?: string;
}

/** What is left out stays; null empties what may be empty. */
export class NomineeChangesDto extends PartialType(NomineeFieldsDto, { skipNullProperties: false }) {}
