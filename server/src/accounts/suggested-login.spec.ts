import { expect, it } from '@jest/globals';
import { freeLogin, loginStem } from './suggested-login.ts';

it('spells a name in Latin letters and keeps away from logins that are taken', () => {
  expect(loginStem('Щукина Юлия Андреевна')).toBe('shchukina.y.a');
  expect(loginStem('')).toBe('member');
  expect(freeLogin('shchukina.y.a', new Set())).toBe('shchukina.y.a');
  expect(freeLogin('shchukina.y.a', new Set(['shchukina.y.a', 'shchukina.y.a-2']))).toBe('shchukina.y.a-3');
});
