import { accountRoles, type AccountRole } from '@open-ballot/shared/contract/accounts';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { flag, login, oneOf, text } from '../shapes/fields.ts';
import { distinct, Field, listOf, OptionalField } from '../shapes/shape.ts';
import type { AccountChanges, NewAccount } from './accounts.service.ts';

const name = text(1, bounds.name);
const password = text(bounds.password.least, bounds.password.most);
const roles = distinct(listOf(oneOf(...accountRoles), accountRoles.length));

export class NewAccountDto implements NewAccount {
  @Field(login) readonly login!: string;
  @Field(name) readonly name!: string;
  @OptionalField(password) readonly password?: string;
  @OptionalField(roles) readonly roles?: AccountRole[];
}

/** What is left out stays. */
export class AccountChangesDto implements AccountChanges {
  @OptionalField(name) readonly name?: string;
  @OptionalField(password) readonly password?: string;
  @OptionalField(roles) readonly roles?: AccountRole[];
  @OptionalField(flag) readonly disabled?: boolean;
}
