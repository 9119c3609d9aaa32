import { afterEach, expect, it } from '@jest/globals';
import type { Me } from '@open-ballot/shared/contract/http';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { meQuery } from '../../api/queries.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import NewContestScreen from './NewContestScreen.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
});

it.each([
  { goes: false, heading: 'Новый конкурс' },
  { goes: true, heading: 'Старт' },
])(
  'leads to the contest, unless the secretary went elsewhere meanwhile: $goes',
  async ({ goes, heading }) => {
    let answers = (): void => undefined;
    globalThis.fetch = async () => {
      await new Promise<void>((resolve) => (answers = resolve));
      return { ok: true, status: 201, text: async () => '{"contestId":"contest-1"}' } as Response;
    };
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    queries.setQueryData<Me>(meQuery.queryKey, {
      accountId: 'account-1',
      login: 'secretary',
      name: 'Секретарь',
      roles: ['secretary'],
      secretaryOf: ['contest-1'],
      seats: [],
    });
    render(
      <QueryClientProvider client={queries}>
        <Toasts>
          <MemoryRouter initialEntries={['/contests/new']}>
            <Link to="/elsewhere">Отсюда</Link>
            <Routes>
              <Route path="/contests/new" element={<NewContestScreen />} />
              <Route path="/contests/contest-1" element={<h1>Новый конкурс</h1>} />
              <Route path="/elsewhere" element={<h1>Старт</h1>} />
            </Routes>
          </MemoryRouter>
        </Toasts>
      </QueryClientProvider>,
    );
    fireEvent.change(screen.getByLabelText(/^Название конкурса/), { target: { value: 'Лучший МФЦ' } });
    fireEvent.change(document.querySelector('[type=datetime-local]')!, {
      target: { value: '2100-06-30T23:00' },
    });
    await act(async () => void fireEvent.submit(document.querySelector('form')!));
    if (goes) fireEvent.click(screen.getByText('Отсюда'));
    await act(async () => answers());
    expect(document.querySelector('form')).toBeNull();
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
  },
);
