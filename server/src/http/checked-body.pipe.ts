import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { FieldError } from '@open-ballot/shared/contract/receipt';
import { nestedCheck } from './nested.ts';
import { invalid } from './problem.ts';

const unchecked = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);
/** Enough to mend a form by; a body of thousands of mistakes needs no echo of all of them. */
const namedAtMost = 100;
/** Characters of a name that nobody knows; more of it helps nobody to find it. */
const echoedAtMost = 64;

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
 * @throws {Problem} `invalid` with the dotted path of every field at fault; of what the class does not have,
 * the first alone.
 */
export function checked<Shape extends object>(shape: Type<Shape>, value: unknown): Shape {
  const instance = instanceOf(shape, value, '');
  const errors = validateSync(instance, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw invalid(...fieldsOf(errors).slice(0, namedAtMost));
  return instance;
}

/** What a field may hold, as far as it must be known before anything is read into it. */
interface Field {
  /** Elements of a list; undefined where none is expected. */
  readonly most?: number;
  /** The class of an object, or of the elements; undefined where none is expected. */
  readonly nested?: Type<object>;
}

/**
 * Made here and not by class-transformer, whose work grows with the square of the keys and which takes
 * `constructor` and its like for something else: this ends at the first key, list or object that has no place,
 * and reads no deeper than the classes do.
 */
function instanceOf<Shape extends object>(shape: Type<Shape>, value: unknown, path: string): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid({ path, message: 'must be a JSON object' });
  const fields = shapeOf(shape);
  const instance = new shape();
  for (const name in value) {
    const field = fields.get(name);
    const at = under(path, name.slice(0, echoedAtMost));
    if (!field) throw invalid({ path: at, message: 'is not a known field' });
    Reflect.set(instance, name, memberOf(field, Reflect.get(value, name), at));
  }
  return instance;
}

function memberOf({ most, nested }: Field, value: unknown, path: string): unknown {
  if (!Array.isArray(value)) return elementOf(nested, value, path);
  if (most === undefined) throw invalid({ path, message: 'must not be a list' });
  if (value.length > most) throw invalid({ path, message: `must have at most ${most} elements` });
  return value.map((each, at) => elementOf(nested, each, under(path, String(at))));
}

/** What is no object is left to the checks of the field. */
function elementOf(nested: Type<object> | undefined, value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) throw invalid({ path, message: 'must not be a list' });
  if (!nested) throw invalid({ path, message: 'must not be an object' });
  return instanceOf(nested, value, path);
}

const shapes = new Map<Type<object>, ReadonlyMap<string, Field>>();

/** The fields of a class as its checks tell them, read once. A list whose checks give it no bound takes nothing. */
function shapeOf(shape: Type<object>): ReadonlyMap<string, Field> {
  const known = shapes.get(shape);
  if (known) return known;
  const storage = getMetadataStorage();
  const checks = storage.groupByPropertyName(storage.getTargetValidationMetadatas(shape, '', false, false));
  const fields = new Map(
    Object.entries(checks).map(([name, its]): [string, Field] => {
      const bound = its.find((each) => each.name === 'arrayMaxSize')?.constraints[0] as number | undefined;
      const nested = its.find((each) => each.name === nestedCheck)?.constraints[0] as
        Type<object> | undefined;
      const most = its.some(({ each }) => each) ? (bound ?? 0) : bound;
      return [name, { ...(most !== undefined && { most }), ...(nested && { nested }) }];
    }),
  );
  shapes.set(shape, fields);
  return fields;
}

const fieldsOf = (errors: readonly ValidationError[], parent = ''): FieldError[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const path = under(parent, property);
    // Two checks of one field may say the same.
    const own = [...new Set(Object.values(constraints ?? {}))].map((message) => ({ path, message }));
    return [...own, ...fieldsOf(children ?? [], path)];
  });

const under = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`);
