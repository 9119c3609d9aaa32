import { afterEach, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { aSecretary, signedInAs } from '../../testing/signed-in.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import NewContestScreen from './NewContestScreen.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  localStorage.clear();
  globalThis.fetch = browserFetch;
});

const open = async () => {
  const queries = signedInAs(aSecretary);
  render(
    <QueryClientProvider client={queries}>
      <Toasts>
        <MemoryRouter initialEntries={['/contests/new']}>
          <Link to="/elsewhere">Отсюда</Link>
          <Link to="/contests/new">Обратно</Link>
          <Routes>
            <Route path="/contests/new" element={<NewContestScreen />} />
            <Route path="/contests/contest-1" element={<h1>Новый конкурс</h1>} />
            <Route path="/elsewhere" element={<h1>Старт</h1>} />
          </Routes>
        </MemoryRouter>
      </Toasts>
    </QueryClientProvider>,
  );
};
const title = () => screen.getByLabelText<HTMLInputElement>(/^Название конкурса/);
const fill = () => {
  fireEvent.change(title(), { target: { value: 'Лучший МФЦ' } });
  fireEvent.change(document.querySelector('[type=datetime-local]')!, {
    target: { value: '2100-06-30T23:00' },
  });
};
const submit = () => act(async () => void fireEvent.submit(document.querySelector('form')!));

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
    await open();
    fill();
    await submit();
    if (goes) fireEvent.click(screen.getByText('Отсюда'));
    await act(async () => answers());
    expect(document.querySelector('form')).toBeNull();
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
  },
);

it('keeps what was typed while the secretary looks elsewhere, and until the contest is made', async () => {
  globalThis.fetch = async () =>
    ({ ok: true, status: 201, text: async () => '{"contestId":"contest-1"}' }) as Response;
  await open();
  fill();
  fireEvent.click(screen.getByText('Отсюда'));
  fireEvent.click(screen.getByText('Обратно'));
  expect(title().value).toBe('Лучший МФЦ');
  await submit();
  fireEvent.click(screen.getByText('Обратно'));
  expect(title().value).toBe('');
});

it('says to whoever has the password of the demonstration why no real contest is theirs', async () => {
  const fields = [{ path: 'rehearsal', code: 'known-password' }];
  const problem = { status: 422, code: 'not-allowed-by-rules', fields };
  globalThis.fetch = async () =>
    ({ ok: false, status: 422, text: async () => JSON.stringify(problem) }) as Response;
  await open();
  fill();
  await submit();
  expect(screen.getByRole('alert').textContent).toMatch(/^.?Пароль этого входа знают все/);
});
