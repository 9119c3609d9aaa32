import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Longest text anywhere (rules, "Bounds"). */
export const longestText = 10_000;

/** Longest id of a member, question or nominee (contract, "Creating"). */
export const longestId = 64;

/** PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 for a hash to cover. */
export const isPlainText = (text: unknown): text is string =>
  typeof text === 'string' && !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** A text of at most `max` characters that the journal can hold. May be empty. */
export const IsPlainText = (max = longestText, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isPlainText',
      constraints: [0, max],
      validator: {
        validate: (text) => isPlainText(text) && text.length <= max,
        defaultMessage: () => `must be a text of at most ${max} characters without NUL or lone surrogates`,
      },
    },
    options,
  );

/** As `IsPlainText`, with something other than spaces in it. */
export const IsFilledText = (max = longestText, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isFilledText',
      constraints: [1, max],
      validator: {
        validate: (text) => isPlainText(text) && text.length <= max && text.trim() !== '',
        defaultMessage: () => `must be a text of 1 to ${max} characters without NUL or lone surrogates`,
      },
    },
    options,
  );

/** An id the client chose. */
export const IsId = (options?: ValidationOptions): PropertyDecorator => IsFilledText(longestId, options);
