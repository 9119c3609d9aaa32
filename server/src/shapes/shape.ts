import { fault, under, type FieldError } from '@open-ballot/shared/rules/fault';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiProperty,
  type ApiPropertyOptions,
  getSchemaPath,
  type ReferenceObject,
  type SchemaObject,
} from '@nestjs/swagger';
import { getMetadataStorage, ValidateBy } from 'class-validator';

/** What a value must be. `accepts` is all that a well-formed request pays for; `faults` says what is wrong otherwise. */
export interface Rule {
  readonly accepts: (value: unknown) => boolean;
  readonly faults: (value: unknown, path: string) => readonly FieldError[];
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
  ValidateBy(
    {
      name: 'follows',
      constraints: [rule, optional] satisfies Constraints,
      validator: { validate: (value) => (optional && value === undefined) || rule.accepts(value) },
    },
    // class-validator keeps a context only beside words.
    {
      message: 'follows',
      context: { faults: (value, path) => faultsOf(rule, optional, value, path) } satisfies Followed,
    },
  );

/** What class-validator hands back with an error: how to say it. */
export interface Followed {
  readonly faults: Rule['faults'];
}

function faultsOf(rule: Rule, optional: boolean, value: unknown, path: string): readonly FieldError[] {
  if (value !== undefined) return rule.accepts(value) ? [] : rule.faults(value, path);
  return optional ? [] : [fault(path, 'missing')];
}

type Constraints = [rule: Rule, optional: boolean];

interface ShapeField {
  readonly name: string;
  readonly optional: boolean;
  readonly rule: Rule;
}

/** The path of what a key names. Keys are somebody else's: of a long one the beginning tells enough. */
export const at = (path: string, key: string): string => under(path, key.slice(0, bounds.id));

/** Every class that has been made a shape, for the OpenAPI document. */
export const shaped = new Set<DtoClass>();

/**
 * The rule of a DTO class: a plain object with exactly its fields. The decorators are read once;
 * class-validator looks them up and groups them anew for every message, which costs a ballot more than counting it.
 */
export function shapeOf(dto: DtoClass): Rule {
  shaped.add(dto);
  let fields: readonly ShapeField[] | undefined;
  const read = (): readonly ShapeField[] => (fields ??= fieldsOf(dto));
  return {
    schema: { $ref: getSchemaPath(dto) },
    accepts: (value) => {
      if (!isPlainObject(value)) return false;
      for (const { name, optional, rule } of read()) {
        const member = value[name];
        if (member === undefined ? !optional : !rule.accepts(member)) return false;
      }
      return strangerIn(dto, value) === undefined;
    },
    faults: (value, path) => {
      if (!isPlainObject(value)) return [fault(path, 'object')];
      const stranger = strangerIn(dto, value);
      if (stranger !== undefined) return [fault(at(path, stranger), 'unknown')];
      return read().flatMap(({ name, optional, rule }) =>
        faultsOf(rule, optional, value[name], under(path, name)),
      );
    },
  };
}

const names = new Map<DtoClass, ReadonlySet<string>>();

/** The first key that a shape does not have. The others are not looked at: there may be a million. */
export function strangerIn(dto: DtoClass, value: object): string | undefined {
  let known = names.get(dto);
  if (!known) names.set(dto, (known = new Set(fieldsOf(dto).map(({ name }) => name))));
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
    if (!Array.isArray(value)) return [fault(path, 'list')];
    if (value.length > max) return [fault(path, 'too-many', { most: max })];
    if (value.length < min) return [fault(path, 'too-few', { least: min })];
    return value.flatMap((each, index) => faultsOf(element, false, each, under(path, index)));
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
    if (!isPlainObject(record)) return [fault(path, 'object')];
    const keys = Object.keys(record);
    if (keys.length > max) return [fault(path, 'too-many', { most: max })];
    return keys.flatMap((name) => [
      ...faultsOf(key, false, name, at(path, name)),
      ...faultsOf(value, false, record[name], at(path, name)),
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
          ? fault(under(path, by), 'one-of', { options: [...rules.keys()].join(', ') })
          : fault(path, 'object'),
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
        fault(path, 'one-field-of', { options: rules.map(([field]) => field).join(', ') }),
      ],
  };
}

/** A rule with a further condition on the whole of a value. */
export const such = (
  rule: Rule,
  holds: (value: never) => boolean,
  faults: (path: string, value: never) => readonly FieldError[],
): Rule => ({
  schema: rule.schema,
  accepts: (value) => rule.accepts(value) && holds(value as never),
  faults: (value, path) => (rule.accepts(value) ? faults(path, value as never) : rule.faults(value, path)),
});

/** A list that names nothing twice. */
export const distinct = (rule: Rule): Rule => {
  const twice = (values: readonly unknown[]) => values.findIndex((each, at) => values.indexOf(each) < at);
  return such(
    rule,
    (values: readonly unknown[]) => twice(values) < 0,
    (path, values) => [fault(under(path, twice(values)), 'repeated')],
  );
};

/** What JSON makes of `{…}`; not an array, a buffer or an instance of anything. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
