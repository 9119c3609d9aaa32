import type { Invalid } from '@open-ballot/shared/contract/receipt';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { invalid } from '../shapes/rejection.ts';
import { text, whole } from '../shapes/fields.ts';
import { Field, OptionalField, shapeOf, type DtoClass, type Rule } from '../shapes/shape.ts';

/** Checked by the command's own shape. */
const anything: Rule = { schema: { type: 'object' }, accepts: () => true, faults: () => [] };
const sessionId = text(1, bounds.id);

export class WatchDto {
  @Field(sessionId) readonly sessionId!: string;
  @OptionalField(whole(0, bounds.position)) readonly after?: number;
}

export class UnwatchDto {
  @Field(sessionId) readonly sessionId!: string;
}

export class CommandMessageDto {
  @Field(sessionId) readonly sessionId!: string;
  @Field(anything) readonly command!: unknown;
}

/** Reads messages of one shape, which is compiled once. */
export function reader<Dto extends object>(
  dto: DtoClass & (new () => Dto),
): (message: unknown) => Dto | Invalid {
  const shape = shapeOf(dto);
  return (message) => (shape.accepts(message) ? (message as Dto) : invalid(shape.faults(message, '')));
}
