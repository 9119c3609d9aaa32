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

it('asks for the whole link where it was cut in the middle of a sign', async () => {
  const sent: unknown[] = [];
  globalThis.fetch = async (_, options) => {
    sent.push(JSON.parse((options as RequestInit).body as string));
    const problem = { status: 422, code: 'invalid', fields: [{ path: 'token', code: 'too-short' }] };
    return { ok: false, status: 422, text: async () => JSON.stringify(problem) } as Response;
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
  expect((await screen.findByRole('alert')).textContent).toMatch(/целиком/);
  expect(sent).toEqual([{ token: 'abc%' }]);
});
