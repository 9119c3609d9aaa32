import { bounds } from '@open-ballot/shared/rules/bounds';
import { text } from '../shapes/fields.ts';
import { Field, OptionalField } from '../shapes/shape.ts';
import { tokenLength } from './token.ts';

export class SignInDto {
  @Field(text(1, bounds.login)) readonly login!: string;
  @Field(text(0, bounds.password.most)) readonly password!: string;
}

export class RedeemLinkDto {
  @Field(text(tokenLength, tokenLength)) readonly token!: string;
}

export class OwnPasswordDto {
  /** Left out by somebody who came by a link and has none yet. */
  @OptionalField(text(0, bounds.password.most)) readonly oldPassword?: string;
  @Field(text(bounds.password.least, bounds.password.most)) readonly newPassword!: string;
}
