import type { FieldError } from '@open-ballot/shared/contract/receipt';
import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiProperty,
  type ApiPropertyOptions,
  getSchemaPath,
  type ReferenceObject,
  type SchemaObject,
} from '@nestjs/swagger';
import { getMetadataStorage, ValidateBy } from 'class-validator';

/** A fault in a request. `bound` marks a value that is too large rather than malformed (rules, "Bounds"). */
export interface Fault extends FieldError {
  readonly bound?: true;
}

/** What a value must be. `accepts` is all that a well-formed request pays for; `faults` says what is wrong otherwise. */
export interface Rule {
  readonly accepts: (value: unknown) => boolean;
  readonly faults: (value: unknown, path: string) => Fault[];
  /** The same for readers of the OpenAPI document. */
  readonly schema: SchemaObject | ReferenceObject;
}

export type DtoClass = Type<object>;

/** A field that must be there and follow the rule. */
export const Field = (rule: Rule): PropertyDecorator =>
  applyDecorators(described(rule, true), follows(rule, false));

/** A field that may be left out, and follows the rule otherwise. Null is a value, not an absence. */
export const OptionalField = (rule: Rule): PropertyDecorator =>
  applyDecorators(described(rule, false), follows(rule, true));

const described = ({ schema }: Rule, required: boolean): PropertyDecorator => {
  const whole = '$ref' in schema ? { allOf: [schema] } : schema;
  return ApiProperty({ ...whole, required } as ApiPropertyOptions);
};

/** The rule is kept as class-validator metadata, so that its own validation reads the same classes alike. */
const follows = (rule: Rule, optional: boolean): PropertyDecorator =>
  ValidateBy({
    name: 'follows',
    constraints: [rule, optional] satisfies Constraints,
    validator: {
      validate: (value) => (optional && value === undefined) || rule.accepts(value),
      defaultMessage: (its) =>
        rule
          .faults(its?.value, its?.property ?? '')
          .map(({ message }) => message)
          .join('; '),
    },
  });

type Constraints = [rule: Rule, optional: boolean];

interface ShapeField {
  readonly name: string;
  readonly optional: boolean;
  readonly rule: Rule;
}

const under = (path: string, name: string | number): string =>
  path === '' ? String(name) : `${path}.${name}`;

/** Every class that has been made a shape, for the OpenAPI document. */
export const shaped = new Set<DtoClass>();

/**
 * The rule of a DTO class: a plain object with exactly its fields. The decorators are read once;
 * class-validator looks them up and groups them anew for every message, which costs a ballot more than counting it.
 */
export function shapeOf(dto: DtoClass): Rule {
  shaped.add(dto);
  let fields: readonly ShapeField[] | undefined;
  let names: ReadonlySet<string> | undefined;
  const read = (): readonly ShapeField[] => (fields ??= fieldsOf(dto));
  const known = (): ReadonlySet<string> => (names ??= new Set(read().map(({ name }) => name)));
  return {
    schema: { $ref: getSchemaPath(dto) },
    accepts: (value) => {
      if (!isPlainObject(value)) return false;
      for (const { name, optional, rule } of read()) {
        const member = value[name];
        if (member === undefined ? !optional : !rule.accepts(member)) return false;
      }
      return strangerIn(value, known()) === undefined;
    },
    faults: (value, path) => {
      if (!isPlainObject(value)) return [{ path, message: 'must be an object' }];
      const stranger = strangerIn(value, known());
      if (stranger !== undefined)
        return [{ path: under(path, stranger.slice(0, 64)), message: 'is not a known field' }];
      return read().flatMap(({ name, optional, rule }) => {
        const member = value[name];
        if (member !== undefined) return rule.accepts(member) ? [] : rule.faults(member, under(path, name));
        return optional ? [] : [{ path: under(path, name), message: 'is missing' }];
      });
    },
  };
}

/** The first key that nobody knows. The others are not looked at: there may be a million. */
function strangerIn(value: object, known: ReadonlySet<string>): string | undefined {
  for (const key in value) if (!known.has(key)) return key;
  return undefined;
}

function fieldsOf(dto: DtoClass): ShapeField[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(dto, '', false, false)
    .map(({ propertyName, constraints }) => {
      const [rule, optional] = constraints as Constraints;
      return { name: propertyName, optional, rule };
    });
}

/** Elements that follow the rule, at most `max` of them. */
export const listOf = (element: Rule, max: number, min = 0): Rule => ({
  schema: { type: 'array', items: element.schema, minItems: min, maxItems: max },
  accepts: (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(element.accepts),
  faults: (value, path) => {
    if (!Array.isArray(value)) return [{ path, message: 'must be a list' }];
    if (value.length > max) return [{ path, message: `must have at most ${max} elements`, bound: true }];
    if (value.length < min) return [{ path, message: `must have at least ${min} elements` }];
    return value.flatMap((each, at) => (element.accepts(each) ? [] : element.faults(each, under(path, at))));
  },
});

/** An object whose keys are data, such as nominee ids. */
export const recordOf = (key: Rule, value: Rule, max: number): Rule => ({
  schema: { type: 'object', additionalProperties: value.schema, maxProperties: max },
  accepts: (record) => {
    if (!isPlainObject(record)) return false;
    const keys = Object.keys(record);
    return keys.length <= max && keys.every((each) => key.accepts(each) && value.accepts(record[each]));
  },
  faults: (record, path) => {
    if (!isPlainObject(record)) return [{ path, message: 'must be an object' }];
    const names = Object.keys(record);
    if (names.length > max) return [{ path, message: `must have at most ${max} members`, bound: true }];
    return names.flatMap((name) => [
      ...(key.accepts(name) ? [] : key.faults(name, under(path, name.slice(0, 64)))),
      ...(value.accepts(record[name]) ? [] : value.faults(record[name], under(path, name.slice(0, 64)))),
    ]);
  },
});

/** One of several shapes, told apart by the value of a field they all have. */
export function variant(by: string, shapes: Readonly<Record<string, Rule>>): Rule {
  const rules = new Map(Object.entries(shapes));
  const chosen = (value: unknown): Rule | undefined =>
    isPlainObject(value) ? rules.get(value[by] as string) : undefined;
  return {
    schema: { type: 'object', oneOf: [...rules.values()].map(({ schema }) => schema) },
    accepts: (value) => chosen(value)?.accepts(value) ?? false,
    faults: (value, path) =>
      chosen(value)?.faults(value, path) ?? [
        isPlainObject(value)
          ? { path: under(path, by), message: `must be one of ${[...rules.keys()].join(', ')}` }
          : { path, message: 'must be an object' },
      ],
  };
}

/** One of several shapes, told apart by which field is there. */
export function variantByField(shapes: Readonly<Record<string, Rule>>): Rule {
  const rules = Object.entries(shapes);
  const chosen = (value: unknown): Rule | undefined =>
    isPlainObject(value) ? rules.find(([field]) => value[field] !== undefined)?.[1] : undefined;
  return {
    schema: { type: 'object', oneOf: rules.map(([, { schema }]) => schema) },
    accepts: (value) => chosen(value)?.accepts(value) ?? false,
    faults: (value, path) =>
      chosen(value)?.faults(value, path) ?? [
        { path, message: `must be an object with one of ${rules.map(([field]) => field).join(', ')}` },
      ],
  };
}

/** A rule with a further condition on the whole of a value. */
export const such = (rule: Rule, holds: (value: never) => boolean, message: string): Rule => ({
  schema: rule.schema,
  accepts: (value) => rule.accepts(value) && holds(value as never),
  faults: (value, path) => (rule.accepts(value) ? [{ path, message }] : rule.faults(value, path)),
});

/** What JSON makes of `{…}`; not an array, a buffer or an instance of anything. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
