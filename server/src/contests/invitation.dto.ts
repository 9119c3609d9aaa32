import { bounds } from '@open-ballot/shared/rules/bounds';
import { flag, id, text } from '../shapes/fields.ts';
import { distinct, Field, listOf, OptionalField, shapeOf } from '../shapes/shape.ts';

/** An account that is there already, chosen for a member by the name of whoever it belongs to. */
export class ChosenAccountDto {
  @Field(id) readonly memberId!: string;
  @Field(text(1, bounds.login)) readonly login!: string;
  /** As it stands on the account. */
  @Field(text(1, bounds.name)) readonly name!: string;
}

export class LettersDto {
  /** Everybody with an address who has not come in yet, and was sent no letter with this link, when left out. */
  @OptionalField(distinct(listOf(id, bounds.roll))) readonly memberIds?: string[];
}

export class InviteDto {
  /** Everybody who has not come in yet when left out. */
  @OptionalField(distinct(listOf(id, bounds.roll))) readonly memberIds?: string[];
  /** Gives a new link also where one is still unused, which then opens nothing any more. */
  @OptionalField(flag) readonly renew?: boolean;
  @OptionalField(listOf(shapeOf(ChosenAccountDto), bounds.roll)) readonly accounts?: ChosenAccountDto[];
}
