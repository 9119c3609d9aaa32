import { afterEach, expect, it } from '@jest/globals';
import type { AccountSummary, AuditEntry } from '@open-ballot/shared/contract/accounts';
import type { Me } from '@open-ballot/shared/contract/http';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { signedInAs } from '../../testing/signed-in.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import AdministrationScreen from './AdministrationScreen.tsx';

const browserFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
});

const me: Me = {
  accountId: 'root',
  login: 'root',
  name: 'Главный',
  roles: ['administrator'],
  secretaryOf: [],
  seats: [],
};
const accounts: readonly AccountSummary[] = [
  { accountId: 'root', login: 'root', name: 'Главный', roles: ['administrator'], hasPassword: true },
  { accountId: 'anna', login: 'belova', name: 'Белова Анна', roles: ['secretary'], hasPassword: false },
  {
    accountId: 'boris',
    login: 'boris',
    name: 'Борисов',
    roles: ['secretary'],
    hasPassword: true,
    disabled: true,
  },
];
const contest = {
  contestId: 'c',
  title: 'Лучший МФЦ',
  deadline: '2030-01-01T00:00:00Z',
  rehearsal: false,
  public: false,
};
const audit: readonly AuditEntry[] = [
  {
    id: 2,
    at: '2026-11-30T10:00:00Z',
    act: 'disabled',
    actorName: 'Главный',
    actorLogin: 'root',
    accountName: 'Борисов',
    accountLogin: 'boris',
    details: {},
  },
  { id: 1, at: '2026-11-30T09:00:00Z', act: 'link-refused', details: { address: '10.0.0.1' } },
];

const answers: Readonly<Record<string, unknown>> = {
  '/api/accounts': { items: accounts },
  '/api/contests': { items: [contest] },
  '/api/contests/c/secretaries': { items: [] },
  '/api/audit?': { items: audit },
  '/api/audit?act=disabled': { items: audit.slice(0, 1) },
  '/api/audit?act=enabled': { items: [] },
};

/** What is on the page once the server has answered. */
async function settled(deed: () => void): Promise<void> {
  await act(async () => deed());
  await waitFor(() => expect(screen.queryByText('Загрузка…')).toBeNull());
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** A tab as somebody sees it who has signed in; answers with what was changed on the server. */
async function shown(tab: string, who: Me | null = me, given = answers): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  globalThis.fetch = async (path, { method = 'GET', body } = {}) => {
    if (method !== 'GET') {
      asked.push({
        method,
        path: path as string,
        ...(body && { body: JSON.parse(body as string) as unknown }),
      });
      const link = { link: 'token', expiresAt: '2026-12-02T10:00:00Z' };
      return { ok: true, status: 201, text: async () => JSON.stringify(link) } as Response;
    }
    const answer = given[path as string];
    return {
      ok: answer !== undefined,
      status: answer ? 200 : 500,
      text: async () => JSON.stringify(answer ?? {}),
    } as Response;
  };
  const queries = signedInAs(who);
  await settled(() => {
    render(
      <QueryClientProvider client={queries}>
        <Toasts>
          <MemoryRouter initialEntries={[`/administration?tab=${tab}`]}>
            <AdministrationScreen />
          </MemoryRouter>
        </Toasts>
      </QueryClientProvider>,
    );
  });
  return asked;
}

const rows = () => screen.getAllByRole('rowheader').map((each) => each.firstChild?.textContent);
const presses = (name: string | RegExp, within_ = screen as Pick<typeof screen, 'getByRole'>) =>
  settled(() => void fireEvent.click(within_.getByRole('button', { name })));
/** Chooses in the menu of a row, as by keyboard. */
async function chooses(name: string, item: string): Promise<void> {
  await settled(
    () =>
      void fireEvent.keyDown(screen.getByRole('button', { name: new RegExp(`Действия: ${name}`) }), {
        key: 'Enter',
      }),
  );
  await settled(() => void fireEvent.click(screen.getByRole('menuitem', { name: item })));
}

it('is for administrators', async () => {
  await shown('accounts', { ...me, roles: ['secretary'] });
  expect(screen.getByText('Этот раздел для администратора')).toBeTruthy();
});

it('finds accounts by name and login, and says that nobody is found', async () => {
  await shown('accounts');
  expect(rows()).toEqual(['Главный', 'Белова Анна', 'Борисов']);
  const seek = (value: string) =>
    fireEvent.change(screen.getByLabelText('Найти по имени'), { target: { value } });
  seek('анна БЕЛ');
  expect(rows()).toEqual(['Белова Анна']);
  seek('нет такого');
  expect(screen.getByText('Никого с таким именем нет')).toBeTruthy();
});

it('says why accounts do not come', async () => {
  await shown('accounts', me, {});
  expect(screen.getByRole('alert')).toBeTruthy();
});

it('disables an account after a yes', async () => {
  const asked = await shown('accounts');
  await chooses('Белова', 'Выключить…');
  await settled(() => void fireEvent.submit(document.querySelector('dialog form')!));
  expect(asked).toEqual([{ method: 'PATCH', path: '/api/accounts/anna', body: { disabled: true } }]);
});

it('offers nobody to shut themselves out', async () => {
  await shown('accounts');
  await settled(
    () => void fireEvent.keyDown(screen.getByRole('button', { name: /Действия: Главный/ }), { key: 'Enter' }),
  );
  expect(screen.getAllByRole('menuitem').map((each) => each.textContent)).toEqual(['Изменить имя и роли…']);
});

it('makes a secretary and shows the link to come in by', async () => {
  const asked = await shown('accounts');
  await presses('Новый вход');
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Фамилия, имя, отчество'), { target: { value: 'Седова' } });
  fireEvent.change(dialog.getByLabelText('Имя для входа'), { target: { value: 'sedova' } });
  await settled(() => void fireEvent.submit(document.querySelector('dialog form')!));
  const body = { name: 'Седова', login: 'sedova', roles: ['secretary', 'member'] };
  expect(asked).toEqual([{ method: 'POST', path: '/api/accounts', body }]);
  expect((await screen.findByLabelText<HTMLInputElement>('Ссылка')).value).toMatch(/\/l#token$/);
});

it('names a secretary of a contest among those who may be', async () => {
  const asked = await shown('secretaries');
  const part = within(screen.getByRole('region', { name: 'Лучший МФЦ' }));
  const offered = part.getAllByRole('option').map((each) => each.textContent);
  expect(offered).toEqual(['Выберите', 'Белова Анна (belova)']);
  fireEvent.change(part.getByLabelText('Назначить секретаря'), { target: { value: 'anna' } });
  await presses('Назначить', part);
  expect(asked).toEqual([{ method: 'PUT', path: '/api/contests/c/secretaries/anna' }]);
});

it('lists who did what, of one kind if wanted', async () => {
  await shown('audit');
  const told = () => screen.getAllByRole('listitem').map((each) => each.textContent);
  expect(told()).toEqual([
    expect.stringMatching(/^Вход выключен: Борисов \(boris\).*2026.* · Кто: Главный \(root\)$/),
    expect.stringMatching(/^Ссылка не подошла.*Кто-то не вошедший · адрес 10\.0\.0\.1$/),
  ]);
  const asks = (value: string) =>
    settled(() => void fireEvent.change(screen.getByLabelText('Что показывать'), { target: { value } }));
  await asks('disabled');
  expect(told()).toHaveLength(1);
  await asks('enabled');
  expect(screen.getByText('Такого ещё не было')).toBeTruthy();
});
