import { afterEach, expect, it } from '@jest/globals';
import type { Me } from '@open-ballot/shared/contract/http';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { signedInAs } from '../../testing/signed-in.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import AccountScreen from './AccountScreen.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
});

const anna: Me = {
  accountId: 'account-1',
  login: 'anna',
  name: 'Белова Анна',
  roles: ['member'],
  secretaryOf: [],
  seats: [],
};

/** The page of whoever is signed in, before a server that answers every change of a password in this way. */
function shown(me: Me | null, status = 204, problem?: object) {
  const asked: unknown[] = [];
  globalThis.fetch = async (_path, request) => {
    if (request?.method === 'GET') return new Response(JSON.stringify(me));
    asked.push(JSON.parse(request?.body as string));
    return {
      ok: status < 400,
      status,
      text: async () => (problem ? JSON.stringify(problem) : ''),
    } as Response;
  };
  const queries = signedInAs(me);
  render(
    <QueryClientProvider client={queries}>
      <Toasts>
        <MemoryRouter>
          <AccountScreen />
        </MemoryRouter>
      </Toasts>
    </QueryClientProvider>,
  );
  return asked;
}

const changes = (old: string, fresh: string, again = fresh) =>
  act(async () => {
    for (const [label, value] of [
      ['Нынешний пароль', old],
      ['Новый пароль', fresh],
      ['Новый пароль ещё раз', again],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.submit(document.querySelector('form')!);
  });

it('sends old and new password, and says what became of other devices', async () => {
  const asked = shown(anna);
  await changes('old secret', 'new secret');
  expect(asked).toEqual([{ oldPassword: 'old secret', newPassword: 'new secret' }]);
  expect(screen.getByText(/На других устройствах вход завершён/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Новый пароль').value).toBe('');
});

it('asks nobody for a password they do not have', async () => {
  const asked = shown(anna);
  await changes('', 'new secret');
  expect(asked).toEqual([{ newPassword: 'new secret' }]);
});

it.each([
  ['short', 'short', 'Не меньше 8 знаков.'],
  ['new secret', 'new sceret', 'Пароли не совпадают.'],
])('sends nothing for %s and %s', async (fresh, again, words) => {
  const asked = shown(anna);
  await changes('old secret', fresh, again);
  expect(asked).toEqual([]);
  expect(screen.getByText(words)).toBeTruthy();
});

it.each([
  ['oldPassword', 'password-wrong', 'Нынешний пароль', 'Пароль неверен.'],
  [
    'newPassword',
    'password-known',
    'Новый пароль',
    'Это пароль учебных входов, его знают все. Придумайте другой.',
  ],
])('says at the field %s that it is %s', async (path, code, label, words) => {
  shown(anna, 422, { status: 422, code: 'invalid', fields: [{ path, code, message: '' }] });
  await changes('old secret', 'new secret');
  const described = screen.getByLabelText(label).getAttribute('aria-describedby')!.split(' ').at(-1)!;
  expect(document.getElementById(described)!.textContent).toContain(words);
});

it('asks whoever is not signed in to sign in', () => {
  shown(null);
  expect(screen.getByText('Вы не вошли')).toBeTruthy();
  expect(document.querySelector('form')).toBeNull();
});

it('tells a sign-in of the demonstration how it becomes a real one', () => {
  shown({ ...anna, rehearsalOnly: true });
  expect(screen.getByText(/только для учебных конкурсов/)).toBeTruthy();
});
