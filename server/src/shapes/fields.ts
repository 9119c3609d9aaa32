import { decimalText, isDecimal } from '@open-ballot/shared/rules/counting/exact';
import { isMoment } from './moment.ts';
import { isPlainText, longestId, longestText } from './plain-text.ts';
import type { Fault, Rule } from './shape.ts';

const single = (schema: Rule['schema'], accepts: (value: unknown) => boolean, message: string): Rule => ({
  schema,
  accepts,
  faults: (_value, path): Fault[] => [{ path, message }],
});

/** Text that the journal can hold, from `min` to `max` characters, not of spaces alone unless it may be empty. */
export const text = (min = 1, max = longestText): Rule => ({
  schema: { type: 'string', minLength: min, maxLength: max },
  accepts: (value) => isPlainText(value) && value.length <= max && (min === 0 || value.trim() !== ''),
  faults: (value, path) => {
    if (!isPlainText(value)) return [{ path, message: 'must be a text without NUL or lone surrogates' }];
    if (value.length > max) return [{ path, message: `must have at most ${max} characters`, bound: true }];
    return [{ path, message: 'must not be empty' }];
  },
});

/** An id that a client chose. Reserved words of objects would be taken for something else where ids are keys. */
export const id: Rule = single(
  { type: 'string', minLength: 1, maxLength: longestId },
  (value) =>
    isPlainText(value) && value.length > 0 && value.length <= longestId && !(value in Object.prototype),
  `must be a text of 1 to ${longestId} characters without NUL or lone surrogates`,
);

export const commandId: Rule = single(
  {
    type: 'string',
    minLength: 1,
    maxLength: longestId,
    description: 'The same id with the same body is recorded once.',
  },
  (value) => isPlainText(value) && value.length > 0 && value.length <= longestId,
  `must be a text of 1 to ${longestId} characters without NUL or lone surrogates`,
);

export const oneOf = (...values: readonly string[]): Rule => {
  const allowed = new Set<unknown>(values);
  return single(
    { type: 'string', enum: [...values] },
    (value) => allowed.has(value),
    `must be one of ${values.join(', ')}`,
  );
};

export const flag: Rule = single(
  { type: 'boolean' },
  (value) => typeof value === 'boolean',
  'must be true or false',
);

export const whole = (min: number, max: number): Rule =>
  single(
    { type: 'integer', minimum: min, maximum: max },
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    `must be a whole number from ${min} to ${max}`,
  );

/** A position in the journal. */
export const position: Rule = whole(1, 2 ** 31 - 1);

export const orNull = (rule: Rule): Rule => ({
  schema: { ...rule.schema, nullable: true },
  accepts: (value) => value === null || rule.accepts(value),
  faults: (value, path) =>
    rule.faults(value, path).map((fault) => ({ ...fault, message: `${fault.message}, or null` })),
});

/** A decimal number as text: binary floating point decides nothing. */
export const decimal: Rule = single(
  { type: 'string', pattern: decimalText.source, example: '7.5' },
  isDecimal,
  'must be a decimal number as text, such as "7.5"',
);

export const moment: Rule = single(
  { type: 'string', format: 'date-time' },
  isMoment,
  'must be a moment such as 2021-07-01T00:00:00+03:00',
);

export const day: Rule = single(
  { type: 'string', format: 'date' },
  (value) =>
    typeof value === 'string' && /^[12]\d{3}-\d\d-\d\d$/.test(value) && isMoment(`${value}T00:00:00Z`),
  'must be a calendar day such as 2021-06-30',
);

export const timeZone: Rule = single(
  { type: 'string', example: 'Europe/Moscow' },
  (value) => typeof value === 'string' && isTimeZone(value),
  'must be the IANA name of a time zone, such as Europe/Moscow',
);

export const digest: Rule = single(
  { type: 'string', pattern: '^[0-9a-f]{64}$' },
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  'must be a SHA-256 in lower-case hex',
);

/** The spelling of moments in the journal: they are compared as text. */
export const utc = (spelled: string): string => new Date(spelled).toISOString();

function isTimeZone(name: string): boolean {
  // An offset is no place, and a document that names the zone would read oddly with it.
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
