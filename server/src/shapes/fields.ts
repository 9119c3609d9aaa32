import {
  dayText,
  isPlainText,
  isTimeZone,
  loginText,
  sha256Text,
} from '@open-ballot/shared/contract/spellings';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { decimalText, isDecimal } from '@open-ballot/shared/rules/counting/exact';
import { fault, type FieldError } from '@open-ballot/shared/rules/fault';
import { isEmail, isUUID } from 'class-validator';
import { isMoment } from './moment.ts';
import type { Rule } from './shape.ts';

const single = (
  schema: Rule['schema'],
  accepts: (value: unknown) => boolean,
  faultAt: (path: string) => FieldError,
): Rule => ({ schema, accepts, faults: (_value, path) => [faultAt(path)] });

/** Text that the journal can hold, from `min` to `max` characters, not of spaces alone unless it may be empty. */
export const text = (min = 1, max: number = bounds.text): Rule => ({
  schema: { type: 'string', ...(min > 0 && { minLength: min }), maxLength: max },
  accepts: (value) =>
    isPlainText(value) && value.length <= max && value.length >= min && (min === 0 || value.trim() !== ''),
  faults: (value, path) => {
    if (!isPlainText(value)) return [fault(path, 'text')];
    if (value.length > max) return [fault(path, 'too-long', { most: max })];
    return [value.trim() === '' ? fault(path, 'empty') : fault(path, 'too-short', { least: min })];
  },
});

const isShortText = (value: unknown): value is string =>
  isPlainText(value) && value.length > 0 && value.length <= bounds.id && value.trim() !== '';
const faultyId = (path: string) => fault(path, 'id', { most: bounds.id });

/** An id that a client chose. Reserved words of objects would be taken for something else where ids are keys. */
export const id: Rule = single(
  { type: 'string', minLength: 1, maxLength: bounds.id },
  (value) => isShortText(value) && !(value in Object.prototype),
  faultyId,
);

export const commandId: Rule = single(
  {
    type: 'string',
    minLength: 1,
    maxLength: bounds.id,
    description: 'The same id with the same body is recorded once.',
  },
  isShortText,
  faultyId,
);

export const uuid: Rule = single({ type: 'string', format: 'uuid' }, isUUID, (path) => fault(path, 'uuid'));

export const login: Rule = single(
  { type: 'string', pattern: loginText.source },
  (value) => typeof value === 'string' && loginText.test(value),
  (path) => fault(path, 'login', { most: bounds.login }),
);

export const email: Rule = single(
  { type: 'string', format: 'email', maxLength: bounds.email },
  (value) => typeof value === 'string' && value.length <= bounds.email && isEmail(value),
  (path) => fault(path, 'email', { most: bounds.email }),
);

export const oneOf = (...values: readonly string[]): Rule => {
  const allowed = new Set<unknown>(values);
  return single(
    { type: 'string', enum: [...values] },
    (value) => allowed.has(value),
    (path) => fault(path, 'one-of', { options: values.join(', ') }),
  );
};

export const flag: Rule = single(
  { type: 'boolean' },
  (value) => typeof value === 'boolean',
  (path) => fault(path, 'flag'),
);

export const whole = (least: number, most: number): Rule =>
  single(
    { type: 'integer', minimum: least, maximum: most },
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    (path) => fault(path, 'whole', { least, most }),
  );

/** A position in the journal. */
export const position: Rule = whole(1, bounds.position);

export const orNull = (rule: Rule): Rule => ({
  schema: { ...rule.schema, nullable: true },
  accepts: (value) => value === null || rule.accepts(value),
  faults: rule.faults,
});

/** A decimal number as text: binary floating point decides nothing. */
export const decimal: Rule = single(
  { type: 'string', pattern: decimalText.source, example: '7.5' },
  isDecimal,
  (path) => fault(path, 'decimal'),
);

export const moment: Rule = single({ type: 'string', format: 'date-time' }, isMoment, (path) =>
  fault(path, 'moment'),
);

export const day: Rule = single(
  { type: 'string', format: 'date' },
  (value) => typeof value === 'string' && dayText.test(value) && isMoment(`${value}T00:00:00Z`),
  (path) => fault(path, 'day'),
);

export const timeZone: Rule = single({ type: 'string', example: 'Europe/Moscow' }, isTimeZone, (path) =>
  fault(path, 'time-zone'),
);

export const digest: Rule = single(
  { type: 'string', pattern: sha256Text.source },
  (value) => typeof value === 'string' && sha256Text.test(value),
  (path) => fault(path, 'digest'),
);

/** Bytes as text, without a bound of their own: that of the whole body holds. */
export const base64: Rule = single(
  { type: 'string', format: 'byte' },
  (value) => typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
  (path) => fault(path, 'base64'),
);

/** The spelling of moments in the journal: they are compared as text. */
export const utc = (spelled: string): string => new Date(spelled).toISOString();
