import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Invitation } from '@open-ballot/shared/contract/accounts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { aContest } from '../../../testing/a-contest.ts';
import { Toasts } from '../../../ui/Toasts.tsx';
import { InvitationsTab } from './InvitationsTab.tsx';

const browserFetch = globalThis.fetch;
let requests: { readonly path: string; readonly body: unknown }[] = [];
let answers: Readonly<Record<string, object>> = {};

beforeEach(() => {
  requests = [];
  globalThis.fetch = async (path, options) => {
    const { method, body } = options as RequestInit;
    requests.push({ path: `${method} ${path as string}`, body: body && JSON.parse(body as string) });
    const said = answers[`${method} ${path as string}`] ?? {};
    return { ok: true, status: 200, text: async () => JSON.stringify(said) } as Response;
  };
});
afterEach(() => {
  globalThis.fetch = browserFetch;
  cleanup();
});

const at = '/api/contests/contest-1/invitations';
const ann: Invitation = { memberId: 'a', accountId: 'a1', login: 'orlova', state: 'invited' };
const beth: Invitation = { memberId: 'b', accountId: null, state: 'none' };

const shown = async (...items: readonly Invitation[]) => {
  answers = { ...answers, [`GET ${at}?links=none`]: { items, address: 'https://ballot.example' } };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Toasts>
        <InvitationsTab contest={aContest()} />
      </Toasts>
    </QueryClientProvider>,
  );
  // The list has come.
  await screen.findByText(/^Вход выполнен: /);
};
const press = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

it('invites everybody in one request and shows whole addresses, without showing links to a mere look', async () => {
  const link = { link: 'token', expiresAt: '2026-06-25T10:00:00.000Z' };
  answers = {
    [`POST ${at}`]: {
      items: [
        { ...ann, ...link },
        { ...beth, state: 'signed-in' },
      ],
      address: 'https://ballot.example',
    },
  };
  await shown(ann, beth);
  expect(screen.queryByText(/token/)).toBeNull();
  await press(/^Пригласить всех/);
  expect(requests.filter(({ path }) => path.startsWith('POST'))).toEqual([{ path: `POST ${at}`, body: {} }]);
  expect(screen.getByText('https://ballot.example/l#token')).toBeTruthy();
  expect(screen.getByText('Вход выполнен: 1 из 2')).toBeTruthy();
});

it('asks whose an account is, and takes it by the name of its owner', async () => {
  await shown(ann, { ...beth, namesakes: [{ login: 'belova-2', name: 'Белова' }] });
  await press(/^Чей это вход/);
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /^Белова/ })));
  await press(/^Пригласить$/);
  expect(requests.find(({ path }) => path.startsWith('POST'))?.body).toEqual({
    memberIds: ['b'],
    accounts: [{ memberId: 'b', login: 'belova-2', name: 'Белова' }],
  });
});
