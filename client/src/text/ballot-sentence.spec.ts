import { expect, it } from '@jest/globals';
import type { Ballot } from '@open-ballot/shared/rules/session';
import { ballotSentence } from './ballot-sentence.ts';

const question = {
  nominees: [
    { nomineeId: 'x', name: 'Икс' },
    { nomineeId: 'y', name: 'Игрек' },
    { nomineeId: 'z', name: 'Зет' },
  ],
  parameters: {
    criteria: [{ criterionId: 'k', title: 'Качество', min: '0', max: '5', step: '1', weight: '1' }],
  },
};

const said = (ballot: Ballot) => ballotSentence(ballot, question, (key: string) => key);

it('[5.2] equal answers read alike, in the order of the nominees, whatever was answered first', () => {
  const one = said({ answers: { z: 'for', y: 'against', x: 'for' } });
  expect(one).toBe('voted-for: Икс, Зет; voted-against: Игрек');
  expect(said({ answers: { x: 'for', y: 'against', z: 'for' } })).toBe(one);
});

it('[5.3] equal choices as well', () => {
  expect(said({ nominees: ['z', 'x'] })).toBe('voted-for Икс, Зет');
});

it('[5.5] equal scores as well', () => {
  const one = said({ scores: { z: { k: '2' }, x: { k: '1.5' } } });
  expect(one).toBe('Икс: Качество 1,5; Зет: Качество 2');
});
