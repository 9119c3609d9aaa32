import { afterEach, expect, it } from '@jest/globals';
import type { Contest } from '@open-ballot/shared/contract/http';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { aContest } from '../../testing/a-contest.ts';
import { aSecretary, signedInAs } from '../../testing/signed-in.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { AboutTab } from './AboutTab.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  localStorage.clear();
  globalThis.fetch = browserFetch;
});

const contest = aContest({ title: 'Лучший МФЦ' });

const open = (shown: Contest = contest) =>
  render(
    <QueryClientProvider client={signedInAs(aSecretary)}>
      <Toasts>
        <AboutTab contest={shown} />
      </Toasts>
    </QueryClientProvider>,
  );
const title = () => screen.getByLabelText<HTMLInputElement>(/^Название конкурса/);
const type = (value: string) => fireEvent.change(title(), { target: { value } });

it('keeps what was typed while the secretary looks at another tab, and lets it go', () => {
  open();
  expect(screen.queryByText('Вы продолжаете начатое')).toBeNull();
  type('Лучший МФЦ 2021');
  cleanup();
  open();
  expect(title().value).toBe('Лучший МФЦ 2021');
  fireEvent.click(screen.getByText('Отбросить набранное'));
  expect(title().value).toBe('Лучший МФЦ');
  expect(screen.queryByText('Вы продолжаете начатое')).toBeNull();
});

it('keeps nothing that the server has, nor what was typed over something else', async () => {
  globalThis.fetch = async () => ({ ok: true, status: 200, text: async () => '{}' }) as Response;
  open();
  type('Лучший МФЦ 2021');
  await act(async () => void fireEvent.submit(document.querySelector('form')!));
  cleanup();
  open();
  expect(title().value).toBe('Лучший МФЦ');
  type('Моё');
  cleanup();
  open({ ...contest, title: 'Изменено другим' });
  expect(title().value).toBe('Изменено другим');
});
