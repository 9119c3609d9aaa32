import fc from 'fast-check';

/** Texts that somebody would like to see taken for something else, and that are texts all the same. */
export const legalTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  "'; DROP TABLE journal_entry; --",
  '\u202Eтекст наоборот\u202C',
  'שלום عليكم',
  '../../etc/passwd',
  '${7*7}{{7*7}}',
  'NaN',
  '__proto__',
  'constructor',
  '\r\nSet-Cookie: sid=x',
  'e\u0301 \u{1F5F3}\uFEFF',
];

/** Written as it stands into the body, since no value of the language becomes these numbers in JSON. */
export const bareNumbers: Readonly<Record<string, string>> = { '#huge': '1e400', '#minus-zero': '-0' };

const nested = (depth: number, isList: boolean): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value };
  return value;
};

const disguised = JSON.parse('{"__proto__":{"isSecretary":true},"constructor":{"prototype":{}}}') as unknown;

const many = (count: number): unknown[] => Array.from({ length: count }, () => ({}));

/** Anything that may stand where something else belongs. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...legalTexts) },
  { weight: 2, arbitrary: fc.constantFrom('a\0b', '\uD800', 'x\uDC00y', '', ' ', '\u200B') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      2 ** 31,
      2 ** 53,
      -Number.MAX_VALUE,
      ...Object.keys(bareNumbers),
      '1e999',
      'Infinity',
      '-0',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom([], {}, [null], [[]], disguised, nested(2_000, true), nested(2_000, false)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('я'.repeat(10_001), 'x'.repeat(65), many(51), many(201), many(2_501)),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);
