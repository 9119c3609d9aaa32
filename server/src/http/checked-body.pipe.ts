import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { fault, type FieldError } from '@open-ballot/shared/rules/fault';
import { type ValidationError, validateSync } from 'class-validator';
import { at, type Followed, isPlainObject, strangerIn } from '../shapes/shape.ts';
import { invalid } from './problem.ts';

const unchecked = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);

/** Bodies and queries become their DTO, or a problem that names every field at fault. Unknown fields are faults. */
@Injectable()
export class CheckedBodyPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || unchecked.has(metatype)) return value;
    const shape = metatype as Type<object>;
    // Made from JSON it cannot be an instance yet, unless a pipe before this one has made and checked it.
    return value instanceof shape ? value : checked(shape, value);
  }
}

/**
 * The value as an instance of its DTO class. Made here and not by class-transformer, whose work grows with the
 * square of the keys and which takes `constructor` and its like for something else.
 *
 * @throws {Problem} `invalid` with the dotted path of every field at fault; of those the class does not have,
 * the first alone.
 */
export function checked<Shape extends object>(shape: Type<Shape>, value: unknown): Shape {
  if (!isPlainObject(value)) throw invalid(fault('', 'object'));
  const stranger = strangerIn(shape, value);
  if (stranger !== undefined) throw invalid(fault(at('', stranger), 'unknown'));
  const instance = Object.assign(new shape(), value);
  const faults = faultsIn(instance);
  if (faults.length > 0) throw invalid(...faults);
  return instance;
}

/** What is wrong with the fields of a DTO. */
export const faultsIn = (instance: object): readonly FieldError[] =>
  validateSync(instance, { forbidUnknownValues: false, validationError: { target: false } }).flatMap(
    faultsOf,
  );

const faultsOf = ({ property, value, contexts }: ValidationError): readonly FieldError[] =>
  (contexts?.['follows'] as Followed).faults(value, property);
