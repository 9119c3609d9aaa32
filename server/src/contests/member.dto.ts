import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { IsFilledText, IsId, IsPlainText } from '../shapes/plain-text.ts';

const seatRoles: readonly SeatRole[] = ['chair', 'deputy-chair', 'secretary', 'member'];

class MemberFieldsDto {
  @IsFilledText(1_000)
  readonly name!: string;

  @IsPlainText(1_000)
  readonly post!: string;

  @IsPlainText(1_000)
  readonly body!: string;

  @IsIn(seatRoles)
  readonly role!: SeatRole;

  @IsBoolean()
  readonly votes!: boolean;

  /** Where the person signs in. */
  @IsOptional()
  @IsFilledText(64)
  readonly accountLogin?: string | null;

  /** Whose account that is; needed where it may be taken for somebody else's. */
  @IsOptional()
  @IsFilledText(1_000)
  readonly accountName?: string | null;
}

export class NewMemberDto extends MemberFieldsDto {
  /** Unique within the contest; given by the server when left out. */
  @IsOptional()
  @IsId()
  readonly memberId?: string;
}

/** What is left out stays; null for the login takes the sign-in away. */
export class MemberChangesDto extends PartialType(MemberFieldsDto, { skipNullProperties: false }) {}
