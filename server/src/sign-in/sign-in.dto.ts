import { bounds } from '@open-ballot/shared/rules/bounds';
import { text } from '../shapes/fields.ts';
import { Field } from '../shapes/shape.ts';
import { tokenLength } from './token.ts';

export class SignInDto {
  @Field(text(1, bounds.login)) readonly login!: string;
  @Field(text(0, bounds.password.most)) readonly password!: string;
}

export class RedeemLinkDto {
  @Field(text(tokenLength, tokenLength)) readonly token!: string;
}
