import { expect, it } from '@jest/globals';
import { roundTitle } from './round-title.ts';

it.each([
  ['first', 1, 'Первое голосование'],
  ['runoff', 2, 'Перебаллотировка (голосование 2)'],
  ['revote', 3, 'Переголосование (голосование 3)'],
] as const)('%s, number %i, is «%s»', (kind, number, title) =>
  expect(roundTitle({ kind, number })).toBe(title),
);
