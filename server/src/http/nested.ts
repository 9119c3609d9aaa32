import { applyDecorators, type Type } from '@nestjs/common';
import { ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';

/** Under which the class of a nested object is kept beside the other checks of its field. */
export const nestedCheck = 'nested';

/** A field that holds an object of another DTO class, or with `each` a list of them. */
export const Nested = (shape: Type<object>, options?: ValidationOptions): PropertyDecorator =>
  applyDecorators(
    ValidateNested(options),
    ValidateBy({ name: nestedCheck, constraints: [shape], validator: { validate: () => true } }, options),
  );
