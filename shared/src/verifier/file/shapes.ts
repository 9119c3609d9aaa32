import { dayText, isPlainText, isTimeZone, sha256Text } from '../../contract/spellings.ts';
import { bounds } from '../../rules/bounds.ts';
import { isDecimal } from '../../rules/counting/exact.ts';
import { under } from '../../rules/fault.ts';
import { finding, type Finding } from './finding.ts';

/** What a value of a journal must be: the first thing that it is not, or undefined. */
export type Shape = (value: unknown, path: string) => Finding | undefined;

export interface OptionalShape {
  readonly optional: Shape;
}

/** One shape for every field of a type: the compiler misses what a type gains, and what may be absent in it. */
export type ShapesOf<T> = {
  readonly [Key in keyof T]-?: object extends Pick<T, Key> ? OptionalShape : Shape;
};

export const optional = (shape: Shape): OptionalShape => ({ optional: shape });

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with exactly these fields. */
export function fields<T>(shapes: ShapesOf<T>): Shape {
  const known = Object.entries<Shape | OptionalShape>(shapes);
  const names = new Set(known.map(([name]) => name));
  return (value, path) => {
    if (!isObject(value)) return finding('object', path);
    for (const [name, shape] of known) {
      const isOptional = typeof shape !== 'function';
      const member = value[name];
      const at = under(path, name);
      if (member === undefined && isOptional) continue;
      const wrong =
        member === undefined ? finding('missing', at) : (isOptional ? shape.optional : shape)(member, at);
      if (wrong) return wrong;
    }
    const stranger = Object.keys(value).find((name) => !names.has(name));
    return stranger === undefined ? undefined : finding('unknown', under(path, stranger));
  };
}

/** For a field that a type has and a journal never. */
export const nothing: Shape = (_value, path) => finding('unknown', path);

export const anyObject: Shape = (value, path) => (isObject(value) ? undefined : finding('object', path));
export const anyText: Shape = (value, path) =>
  typeof value === 'string' ? undefined : finding('text', path);

/** Text as people may send it: from `least` to `most` characters, not of spaces alone unless it may be empty. */
export const text =
  (least: 0 | 1 = 1, most: number = bounds.text): Shape =>
  (value, path) => {
    if (!isPlainText(value)) return finding('text', path);
    if (value.length > most) return finding('too-long', path, { most });
    return least > 0 && value.trim() === '' ? finding('empty', path) : undefined;
  };

const such =
  (holds: (value: unknown) => boolean, wrong: (path: string) => Finding): Shape =>
  (value, path) =>
    holds(value) ? undefined : wrong(path);

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reserved words of objects would be taken for something else where ids are keys. */
export const id = such(
  (value) =>
    isPlainText(value) && value.length <= bounds.id && value.trim() !== '' && !(value in Object.prototype),
  (path) => finding('id', path, { most: bounds.id }),
);

export const flag = such(
  (value) => typeof value === 'boolean',
  (path) => finding('flag', path),
);

export const whole = (least: number, most: number = bounds.position): Shape =>
  such(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    (path) => finding('whole', path, { least, most }),
  );

export const oneOf = (...options: readonly string[]): Shape =>
  such(
    (value) => isText(value) && options.includes(value),
    (path) => finding('one-of', path, { options: options.join(', ') }),
  );

export const decimal = such(isDecimal, (path) => finding('decimal', path));

export const digest = such(
  (value) => isText(value) && sha256Text.test(value),
  (path) => finding('digest', path),
);

/** Moments are compared as text, so that they have one spelling. */
export const utc = such(
  (value) => isText(value) && spelledInUtc(value) === value,
  (path) => finding('utc', path),
);

const spelledInUtc = (moment: string): string | undefined => {
  const read = new Date(moment);
  return Number.isNaN(read.getTime()) ? undefined : read.toISOString();
};

export const day = such(
  (value) =>
    isText(value) && dayText.test(value) && spelledInUtc(`${value}T00:00:00.000Z`)?.slice(0, 10) === value,
  (path) => finding('day', path),
);

export const timeZone = such(isTimeZone, (path) => finding('time-zone', path));

export const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? undefined : shape(value, path);

export const listOf =
  (element: Shape, most: number, least = 0): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return finding('list', path);
    if (value.length > most) return finding('too-many', path, { most });
    if (value.length < least) return finding('too-few', path, { least });
    return firstOf(value.map((each, index) => () => element(each, under(path, index))));
  };

/** A list that names nothing twice. */
export const distinct =
  (list: Shape): Shape =>
  (value, path) => {
    const wrong = list(value, path);
    if (wrong) return wrong;
    const items = value as readonly unknown[];
    const twice = items.findIndex((each, index) => items.indexOf(each) < index);
    return twice < 0 ? undefined : finding('repeated', under(path, twice));
  };

/** An object whose keys are data, such as nominee ids. */
export const recordOf =
  (key: Shape, element: Shape, most: number): Shape =>
  (value, path) => {
    if (!isObject(value)) return finding('object', path);
    const members = Object.entries(value);
    if (members.length > most) return finding('too-many', path, { most });
    return firstOf(
      members.map(
        ([name, each]) =>
          () =>
            key(name, under(path, name)) ?? element(each, under(path, name)),
      ),
    );
  };

/** One of several shapes, told apart by the value of a field that all of them have. */
export const variant =
  (by: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isObject(value)) return finding('object', path);
    return (
      oneOf(...Object.keys(shapes))(value[by], under(path, by)) ?? shapes[value[by] as string]!(value, path)
    );
  };

/** One of several shapes, told apart by which field is there. */
export const variantByField =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isObject(value)) return finding('object', path);
    const chosen = Object.keys(shapes).find((name) => value[name] !== undefined);
    return chosen === undefined
      ? finding('one-of', path, { options: Object.keys(shapes).join(', ') })
      : shapes[chosen]!(value, path);
  };

function firstOf(checks: readonly (() => Finding | undefined)[]): Finding | undefined {
  for (const check of checks) {
    const wrong = check();
    if (wrong) return wrong;
  }
  return undefined;
}
