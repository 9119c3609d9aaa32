import { OmitType, PartialType } from '@nestjs/swagger';
import { IsObject, IsOptional, IsTimeZone, ValidateIf } from 'class-validator';
import { MayBeLeftOut } from '../http/may-be-left-out.ts';
import { Nested } from '../http/nested.ts';
import { IsMoment } from '../shapes/moment.ts';
import { IsFilledText, IsPlainText } from '../shapes/plain-text.ts';

/** What the rehearsal clock is to show at its start; without it, the real time. */
export class RehearsalDto {
  @MayBeLeftOut()
  @IsMoment()
  readonly start?: string;
}

export class NewContestDto {
  @IsFilledText(1_000)
  readonly title!: string;

  /** Results are due before this moment (rule 11.1). */
  @IsMoment()
  readonly deadline!: string;

  /** The body the commission belongs to, as the protocol prints it. */
  @IsOptional()
  @IsPlainText(1_000)
  readonly organisation?: string;

  @IsOptional()
  @IsPlainText(1_000)
  readonly commission?: string;

  @IsOptional()
  @IsTimeZone({ message: 'must be an IANA time zone such as Europe/Moscow' })
  readonly timeZone?: string;

  /** Present or true for a contest that is only a rehearsal (rule 11.4). */
  @MayBeLeftOut()
  @ValidateIf((_, rehearsal) => typeof rehearsal !== 'boolean')
  @IsObject({ message: 'must be true, false or an object' })
  @Nested(RehearsalDto, { message: 'must be true, false or an object' })
  readonly rehearsal?: RehearsalDto | boolean;
}

/** What is left out stays. */
export class ContestChangesDto extends PartialType(OmitType(NewContestDto, ['rehearsal']), {
  skipNullProperties: false,
}) {}
