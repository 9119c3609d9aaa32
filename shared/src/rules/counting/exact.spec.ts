import { describe, expect, it } from '@jest/globals';
import { exact, isDecimal, roundHalfUp, shown, sum } from './exact.ts';

describe('exact arithmetic', () => {
  it('adds tenths without the error of binary floating point', () =>
    expect(sum(['0.1', '0.2'].map(exact)).equals('0.3')).toBe(true));

  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '0'],
    ['-1.5', 0, '-1'],
    ['-1.51', 0, '-2'],
    ['1.4999', 0, '1'],
    ['2.345', 2, '2.35'],
    ['2.3449', 2, '2.34'],
    ['1.005', 2, '1.01'],
    ['0.995', 2, '1'],
    ['12', 3, '12'],
  ])('[5.5] rounds %s half up to %i digits: %s', (value, digits, expected) =>
    expect(shown(roundHalfUp(exact(value), digits))).toBe(expected),
  );

  it('[5.5] rounds a third and a sixth by their exact value', () => {
    expect(shown(roundHalfUp(exact(1).div(3), 2))).toBe('0.33');
    expect(shown(roundHalfUp(exact(5).div(3), 0))).toBe('2');
    expect(shown(roundHalfUp(exact(-5).div(3), 0))).toBe('-2');
    expect(shown(roundHalfUp(exact(1).div(6), 1))).toBe('0.2');
  });

  it.each([
    [exact(2).div(3), '0.666667'],
    [exact(-2).div(3), '-0.666667'],
    [exact(1).div(2_000_000), '0.000001'],
    [exact(1).div(2_000_001), '0'],
    [exact('7.50'), '7.5'],
    [exact(0), '0'],
    [exact(-3), '-3'],
    [exact('100.000001'), '100.000001'],
  ])('[5.5] shows at most six digits, case %#', (value, text) => expect(shown(value)).toBe(text));

  it.each(['0', '-7', '7.5', '123456789012.123456789012', '-0.000000000001', '87.333333333333'])(
    'reads %s as a decimal number',
    (text) => expect(isDecimal(text)).toBe(true),
  );

  it.each([
    '',
    '1.',
    '.5',
    '1e3',
    '1/3',
    '1,5',
    ' 1',
    '+1',
    '1234567890123',
    '0.1234567890123',
    'NaN',
    'Infinity',
    7.5,
    null,
    undefined,
  ])('does not read %p as a decimal number', (text) => expect(isDecimal(text)).toBe(false));
});
