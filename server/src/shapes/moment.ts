import { isISO8601 } from 'class-validator';

const spelling = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its offset, on a day that exists. Without an offset it would depend on where the server stands. */
export const isMoment = (text: unknown): text is string =>
  typeof text === 'string' &&
  spelling.test(text) &&
  isISO8601(text, { strict: true, strictSeparator: true }) &&
  !Number.isNaN(Date.parse(text));
