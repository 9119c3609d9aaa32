import { IsString, Length, MaxLength } from 'class-validator';
import { IsFilledText } from '../shapes/plain-text.ts';
import { longestPassword } from './password.ts';
import { tokenLength } from './token.ts';

export class SignInDto {
  @IsFilledText(64)
  readonly login!: string;

  @IsString()
  @MaxLength(longestPassword)
  readonly password!: string;
}

export class RedeemLinkDto {
  @IsString()
  @Length(tokenLength, tokenLength)
  readonly token!: string;
}
