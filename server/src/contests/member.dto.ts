import { bounds } from '@open-ballot/shared/rules/bounds';
import { seatRoles, type SeatRole } from '@open-ballot/shared/rules/session';
import { PartialType } from '@nestjs/swagger';
import { email, flag, id, oneOf, orNull, text } from '../shapes/fields.ts';
import { Field, OptionalField } from '../shapes/shape.ts';

class MemberFieldsDto {
  @Field(text(1, bounds.name)) readonly name!: string;
  @Field(text(0, bounds.name)) readonly post!: string;
  @Field(text(0, bounds.name)) readonly body!: string;
  @Field(oneOf(...seatRoles)) readonly role!: SeatRole;
  @Field(flag) readonly votes!: boolean;
  /** Where invitations are sent. */
  @OptionalField(orNull(email)) readonly email?: string | null;
  /** Where the person signs in. */
  @OptionalField(orNull(text(1, bounds.login))) readonly accountLogin?: string | null;
  /** Whose account that is; needed where it may be taken for somebody else's. */
  @OptionalField(orNull(text(1, bounds.name))) readonly accountName?: string | null;
}

export class NewMemberDto extends MemberFieldsDto {
  /** Unique within the contest; given by the server when left out. */
  @OptionalField(orNull(id)) readonly memberId?: string;
}

/** What is left out stays; null for the login takes the sign-in away. */
export class MemberChangesDto extends PartialType(MemberFieldsDto, { skipNullProperties: false }) {}
