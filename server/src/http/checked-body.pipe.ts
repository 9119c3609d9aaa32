import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { FieldError } from '@open-ballot/shared/contract/receipt';
import { invalid } from './problem.ts';

const unchecked = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);
/** Enough to mend a form by; a body of thousands of mistakes needs no echo of all of them. */
const namedAtMost = 100;
/** Levels of lists and objects in a body; more than any DTO has. */
const deepest = 8;

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
 * The value as an instance of its DTO class.
 *
 * @throws {Problem} `invalid` with the dotted path of every field at fault.
 */
export function checked<Shape extends object>(shape: Type<Shape>, value: unknown): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid({ path: '', message: 'must be a JSON object' });
  }
  const impassable = impassableIn(value);
  if (impassable.length > 0) throw invalid(...impassable.slice(0, namedAtMost));
  const instance = plainToInstance(shape, value);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw invalid(...fieldsOf(errors).slice(0, namedAtMost));
  return instance;
}

/**
 * What class-transformer cannot be given: keys that every object has from its prototype it drops without a word,
 * or takes for a class, and its recursion ends where the stack does.
 */
function impassableIn(value: unknown, parent = '', level = 0): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  if (level === deepest) return [{ path: parent, message: `must not reach deeper than ${deepest} levels` }];
  return Object.entries(value).flatMap(([key, member]) => {
    const path = under(parent, key);
    return key in Object.prototype
      ? [{ path, message: 'is not a known field' }]
      : impassableIn(member, path, level + 1);
  });
}

const fieldsOf = (errors: readonly ValidationError[], parent = ''): FieldError[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const path = under(parent, property);
    // Two checks of one field may say the same.
    const own = [...new Set(Object.values(constraints ?? {}))].map((message) => ({ path, message }));
    return [...own, ...fieldsOf(children ?? [], path)];
  });

const under = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`);
