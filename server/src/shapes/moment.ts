import { isISO8601, ValidateBy, type ValidationOptions } from 'class-validator';

const spelling = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its offset, on a day that exists. Without an offset it would depend on where the server stands. */
export const isMoment = (text: unknown): text is string =>
  typeof text === 'string' &&
  spelling.test(text) &&
  isISO8601(text, { strict: true, strictSeparator: true }) &&
  !Number.isNaN(Date.parse(text));

export const IsMoment = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isMoment',
      validator: {
        validate: isMoment,
        defaultMessage: () => 'must be a moment such as 2021-07-01T00:00:00+03:00',
      },
    },
    options,
  );
