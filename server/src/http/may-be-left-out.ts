import { ValidateIf } from 'class-validator';

/** A field that need not be there. Null is a value, not an absence, where nothing can be emptied by it. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
