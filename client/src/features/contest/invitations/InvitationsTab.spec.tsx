import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ContestMember } from '@open-ballot/shared/contract/http';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { aContest } from '../../../testing/a-contest.ts';
import { Toasts } from '../../../ui/Toasts.tsx';
import { InvitationsTab } from './InvitationsTab.tsx';

const browserFetch = globalThis.fetch;
let requests: string[] = [];
let answer = (_answer: object): void => undefined;

beforeEach(() => {
  requests = [];
  globalThis.fetch = async (address) => {
    requests.push(address as string);
    const said = await new Promise<object>((resolve) => (answer = resolve));
    return { ok: true, status: 200, text: async () => JSON.stringify(said) } as Response;
  };
});
afterEach(() => {
  globalThis.fetch = browserFetch;
  cleanup();
});

const member = {
  memberId: 'ann',
  name: 'Белова Анна Ильинична',
  post: '',
  body: '',
  role: 'member',
  votes: true,
  accountLogin: 'belova',
} as const;

const shown = (of: ContestMember) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Toasts>
        <InvitationsTab contest={{ ...aContest(), members: [of] }} />
      </Toasts>
    </QueryClientProvider>,
  );

it('issues one link where the button is pressed twice: the earlier of two would not work', async () => {
  shown(member);
  const button = () => screen.getByRole('button', { name: /^Новая ссылка/ });
  const press = () => act(async () => void fireEvent.click(button()));
  await press();
  await press();
  expect(requests).toHaveLength(1);
  expect(button().getAttribute('aria-busy')).toBe('true');
  await act(async () => answer({ items: [{ accountId: 'a1', login: 'belova', name: member.name }] }));
  await act(async () => answer({ link: 'token', expiresAt: '2026-06-25T10:00:00.000Z' }));
  expect(requests).toEqual(['/api/accounts', '/api/accounts/a1/link']);
  expect(button().getAttribute('aria-busy')).toBeNull();
});

it('ends the sign-ins of a login however it is spelt', async () => {
  shown({ ...member, accountLogin: 'Belova ' });
  const press = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await press(/^Завершить входы/);
  await press(/^Завершить$/);
  await act(async () => answer({ items: [{ accountId: 'a1', login: 'belova', name: member.name }] }));
  expect(requests).toEqual(['/api/accounts', '/api/accounts/a1/sign-out']);
});
