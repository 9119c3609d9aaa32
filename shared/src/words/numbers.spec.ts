import { describe, expect, it } from '@jest/globals';
import { counted, decimal, roman, share } from './numbers.ts';

const nbsp = '\u00A0';

describe('numbers in words', () => {
  it.each([
    [1, 'голос', 'vote'],
    [3, 'голоса', 'votes'],
    [11, 'голосов', 'votes'],
    [21, 'голос', 'votes'],
  ])('counts %i', (count, russian, english) => {
    expect(counted(count, ['голос', 'голоса', 'голосов'])).toBe(`${count}${nbsp}${russian}`);
    expect(counted(count, ['vote', 'votes'])).toBe(`${count}${nbsp}${english}`);
  });

  it('writes a decimal comma in Russian only', () =>
    expect([decimal('ru', '87.25'), decimal('en', '87.25')]).toEqual(['87,25', '87.25']));

  it('writes places in Roman numerals, also beyond ten', () =>
    expect([1, 4, 9, 14, 40, 200].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'CC']));

  it.each([
    [1, 2, 'at-least', 'не менее половины', 'at least half'],
    [4, 6, 'more-than', 'более двух третей', 'more than two thirds'],
    [3, 5, 'at-least', 'не менее 3/5', 'at least 3/5'],
    [5, 5, 'at-least', 'не менее всех', 'at least all'],
    [NaN, 3, 'more-than', 'более …/3', 'more than …/3'],
  ] as const)('names the share %d/%d, %s', (n, d, compare, russian, english) => {
    expect(share('ru', { n, d, compare })).toBe(russian);
    expect(share('en', { n, d, compare })).toBe(english);
  });
});
