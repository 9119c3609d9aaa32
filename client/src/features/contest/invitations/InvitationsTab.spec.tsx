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
  answers = {};
  contest = plain;
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
const plain = aContest();
let contest = plain;
const beth: Invitation = { memberId: 'b', accountId: null, state: 'none' };

const shown = async (...items: readonly Invitation[]) => {
  const mail = `GET ${at}/letters` in answers;
  answers = { ...answers, [`GET ${at}?links=none`]: { items, address: 'https://ballot.example', mail } };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Toasts>
        <InvitationsTab contest={contest} />
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
  answers = { [`POST ${at}`]: { items: [ann, { ...beth, state: 'invited' }] } };
  await shown(ann, { ...beth, namesakes: [{ login: 'belova-2', name: 'Белова' }] });
  await press(/^Чей это вход/);
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /^Белова/ })));
  await press(/^Пригласить$/);
  expect(requests.find(({ path }) => path.startsWith('POST'))?.body).toEqual({
    memberIds: ['b'],
    accounts: [{ memberId: 'b', login: 'belova-2', name: 'Белова' }],
  });
});

it('sends letters to all who await one, after saying how many, and says of each what became of it', async () => {
  contest = {
    ...plain,
    members: plain.members.map((each, at) => (at === 1 ? each : { ...each, email: 'a@x.ru' })),
  };
  const letter = {
    letterId: 'l',
    memberId: 'a',
    address: 'a@x.ru',
    attempts: 1,
    queuedAt: '2026-06-01T10:00:00Z',
  };
  answers = {
    [`GET ${at}/letters`]: { items: [{ ...letter, state: 'failed', result: '550 no such user' }] },
    [`POST ${at}/letters`]: { items: [{ ...letter, state: 'sent', triedAt: '2026-06-01T10:00:05Z' }] },
  };
  await shown(ann, beth);
  expect(await screen.findAllByText(/^письмо не принято: 550 no such user/)).toHaveLength(2);
  await press(/^Отправить 1 письмо/);
  expect(screen.getByText('Без адреса: Белова.')).toBeTruthy();
  expect(requests.some(({ path }) => path.startsWith('POST'))).toBe(false);
  await press(/^Отправить$/);
  expect(requests.find(({ path }) => path.startsWith('POST'))).toEqual({
    path: `POST ${at}/letters`,
    body: {},
  });
  expect(screen.getAllByText(/^письмо отправлено 1 июня 2026/)).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /^Отправить \d/ })).toBeNull();
  await press(/^Отправить письмо/);
  expect(requests.filter(({ path }) => path === `POST ${at}/letters`).at(-1)?.body).toEqual({
    memberIds: ['a'],
  });
});
