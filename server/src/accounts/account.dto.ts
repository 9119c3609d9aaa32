import { accountRoles, type AccountRole } from '@open-ballot/shared/contract/http';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { login, oneOf, text } from '../shapes/fields.ts';
import { distinct, Field, listOf, OptionalField } from '../shapes/shape.ts';
import type { NewAccount } from './accounts.service.ts';

export class NewAccountDto implements NewAccount {
  @Field(login) readonly login!: string;
  @Field(text(1, bounds.name)) readonly name!: string;
  @OptionalField(text(bounds.password.least, bounds.password.most)) readonly password?: string;
  @OptionalField(distinct(listOf(oneOf(...accountRoles), accountRoles.length)))
  readonly roles?: AccountRole[];
}
