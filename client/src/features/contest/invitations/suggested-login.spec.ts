import { expect, it } from '@jest/globals';
import { suggestedLogin } from './suggested-login.ts';

it('spells a name in Latin letters and keeps away from logins that are taken', () => {
  expect(suggestedLogin('Щукина Юлия Андреевна', new Set())).toBe('shchukina.y.a');
  expect(suggestedLogin('Щукина Юлия Андреевна', new Set(['shchukina.y.a', 'shchukina.y.a-2']))).toBe(
    'shchukina.y.a-3',
  );
  expect(suggestedLogin('', new Set())).toBe('member');
});
