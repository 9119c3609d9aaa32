import { ArrayMaxSize, ArrayUnique, IsIn, IsString, Length, Matches } from 'class-validator';
import type { AccountRole } from '@open-ballot/shared/contract/http';
import { MayBeLeftOut } from '../http/may-be-left-out.ts';
import { IsFilledText } from '../shapes/plain-text.ts';
import type { NewAccount } from './accounts.service.ts';
import { longestPassword, shortestPassword } from '../sign-in/password.ts';

const roles: readonly AccountRole[] = ['secretary', 'member'];

export class NewAccountDto implements NewAccount {
  @Matches(/^[\p{L}\p{N}._@+-]{1,64}$/u, { message: 'must be 1 to 64 letters, digits or . _ @ + -' })
  readonly login!: string;

  @IsFilledText(200)
  readonly name!: string;

  @MayBeLeftOut()
  @IsString()
  @Length(shortestPassword, longestPassword)
  readonly password?: string;

  @MayBeLeftOut()
  @IsIn(roles, { each: true })
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  readonly roles?: AccountRole[];
}
