import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { nestedCheck } from './nested.ts';

/** The check of fields that come with their own schema (commands/shape.ts). */
const describesItself = 'follows';

type Shape = new () => object;

/** One check of one field, as class-validator keeps it. */
interface FieldCheck {
  readonly type: string;
  readonly name?: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

/**
 * Tells the OpenAPI document what the DTO classes check, so that nobody writes it down twice.
 * What a check means for a schema is in `meaning`; a check without a line there leaves the field's type open.
 */
export function describeShapes(): void {
  const byShape = Reflect.get(getMetadataStorage(), 'validationMetadatas') as ReadonlyMap<
    Shape,
    readonly FieldCheck[]
  >;
  for (const shape of byShape.keys()) {
    if (typeof shape !== 'function') continue;
    const storage = getMetadataStorage();
    const checks = storage.getTargetValidationMetadatas(shape, '', false, false);
    for (const [field, its] of Object.entries(storage.groupByPropertyName(checks))) {
      if (its.some(({ name }) => name === describesItself)) continue;
      ApiProperty(optionsOf(shape, field, its))(shape.prototype as object, field);
    }
  }
}

function optionsOf(shape: Shape, field: string, checks: readonly FieldCheck[]): ApiPropertyOptions {
  const designed = Reflect.getMetadata('design:type', shape.prototype as object, field) as unknown;
  const isList = designed === Array || checks.some(({ each, name }) => each || name === 'isArray');
  const nested = checks.find(({ name }) => name === nestedCheck)?.constraints?.[0] as Shape | undefined;
  const meant = Object.assign(
    {},
    ...checks.map((check) => meaning[check.name ?? '']?.(check.constraints ?? [])),
  ) as SchemaPart;
  const { minItems, maxItems, uniqueItems, ...item } = meant;
  const list = isList && { isArray: true, ...defined({ minItems, maxItems, uniqueItems }) };
  const type = nested ? { type: nested } : { type: item.type ?? typeOf(designed), ...item };
  return {
    required: !checks.some(({ type }) => type === ValidationTypes.CONDITIONAL_VALIDATION),
    ...type,
    ...list,
  } as ApiPropertyOptions;
}

interface SchemaPart {
  readonly type?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly [keyword: string]: unknown;
}

const text = ([minLength, maxLength]: readonly unknown[]): SchemaPart => ({
  type: 'string',
  ...defined({ minLength: minLength || undefined, maxLength }),
});

const meaning: Readonly<Record<string, (constraints: readonly unknown[]) => SchemaPart>> = {
  isPlainText: text,
  isFilledText: text,
  isLength: text,
  maxLength: ([maxLength]) => ({ type: 'string', maxLength }),
  isString: () => ({ type: 'string' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isMoment: () => ({ type: 'string', format: 'date-time' }),
  isTimeZone: () => ({ type: 'string', example: 'Europe/Moscow' }),
  matches: ([pattern]) => ({
    type: 'string',
    pattern: pattern instanceof RegExp ? pattern.source : undefined,
  }),
  isIn: ([values]) => ({ enum: values }),
  equals: ([value]) => ({ enum: [value] }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  arrayMinSize: ([minItems]) => ({ minItems: Number(minItems) }),
  arrayMaxSize: ([maxItems]) => ({ maxItems: Number(maxItems) }),
  arrayUnique: () => ({ uniqueItems: true }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
};

const typeNames = new Map<unknown, string>([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

const typeOf = (designed: unknown): string => typeNames.get(designed) ?? 'object';

const defined = (part: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
