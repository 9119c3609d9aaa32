import { afterEach, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import LinkScreen from './LinkScreen.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
  history.replaceState(null, '', '/');
});

it('lets the server turn down a link that was cut in the middle of a sign', async () => {
  const sent: unknown[] = [];
  globalThis.fetch = async (_, options) => {
    sent.push(JSON.parse((options as RequestInit).body as string));
    const problem = { status: 401, code: 'sign-in' };
    return { ok: false, status: 401, text: async () => JSON.stringify(problem) } as Response;
  };
  history.replaceState(null, '', '/l#abc%');
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
        <MemoryRouter>
          <LinkScreen />
        </MemoryRouter>
      </QueryClientProvider>,
    );
  });
  expect((await screen.findByRole('alert')).textContent).toMatch(/использована или истекла/);
  expect(sent).toEqual([{ token: 'abc%' }]);
});
