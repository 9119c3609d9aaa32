import { bounds } from '../rules/bounds.ts';

/** How values are spelled that the rules only pass on: the edge, the import and the forms ask here. */

/** PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 for a hash to cover. */
export const isPlainText = (text: unknown): text is string =>
  typeof text === 'string' && !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export const loginText = new RegExp(String.raw`^[\p{L}\p{N}._@+-]{1,${bounds.login}}$`, 'u');
export const dayText = /^[12]\d{3}-\d\d-\d\d$/;
export const sha256Text = /^[0-9a-f]{64}$/;

/** The IANA name of a place. An offset is no place, and a document that names the zone would read oddly with it. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name) || name.length > bounds.id) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
