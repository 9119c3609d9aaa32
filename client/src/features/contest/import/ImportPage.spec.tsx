import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Contest } from '@open-ballot/shared/contract/http';
import { importBounds, type ImportReport, type ImportRequest } from '@open-ballot/shared/contract/import';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { aContest } from '../../../testing/a-contest.ts';
import { ImportPage } from './ImportPage.tsx';

const browserFetch = globalThis.fetch;
const sent: ImportRequest[] = [];

/** The server across the wire: answers each request in turn. */
function serverSays(...answers: readonly object[]) {
  const left = [...answers];
  globalThis.fetch = async (_address, init) => {
    if (init?.method === 'POST') sent.push(JSON.parse(init.body as string) as ImportRequest);
    const answer = init?.method === 'POST' ? left.shift() : aContest();
    const status = answer && 'code' in answer ? 422 : 200;
    return { ok: status === 200, status, text: async () => JSON.stringify(answer) } as unknown as Response;
  };
}

const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  what: 'nominees',
  applied: false,
  columns: [
    { column: 'nomination', title: 'Номинация' },
    { column: 'name', title: 'Наименование' },
    { column: 'priorScore', title: 'Балл' },
    { column: 'appliedAt', title: 'Дата заявки' },
  ],
  unread: [],
  rows: [
    {
      row: 2,
      cells: {
        nomination: 'Лучший МФЦ',
        name: 'МФЦ Кирова',
        priorScore: '87.25',
        appliedAt: '2020-12-01T06:30:00.000Z',
      },
      faults: [],
    },
    { row: 4, cells: { nomination: 'Лучший МФЦ', name: 'МФЦ Перми' }, faults: [] },
  ],
  sound: 2,
  faulty: 0,
  newNominations: [],
  ...more,
});
const faulty = report({
  rows: [
    report().rows[0]!,
    {
      row: 4,
      cells: { nomination: 'Лучший МФЦ', priorScore: 'много' },
      faults: [
        { column: 'priorScore', fault: 'bad-number' },
        { column: 'name', fault: 'required' },
      ],
    },
  ],
  sound: 1,
  faulty: 1,
  unread: ['№'],
});

const settled = () =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
  });
async function takes(file: File) {
  fireEvent.change(screen.getByLabelText(/Перетащите таблицу/), { target: { files: [file] } });
  await settled();
}
const table = () => new File(['Участник\nОдин'], 'участники.csv');
async function opens(contest: Contest = aContest(), what: 'nominees' | 'members' = 'nominees') {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <ImportPage contest={contest} what={what} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
const nomination = { nominationId: 'n-1', title: 'Лучший МФЦ', nominees: [] };

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
});
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
});

describe('an import', () => {
  it('shows every row as it will be kept, and adds them all with one press', async () => {
    serverSays(report(), report({ applied: true }));
    await opens();
    await takes(table());
    expect(sent).toEqual([
      { what: 'nominees', file: btoa(unescape(encodeURIComponent('Участник\nОдин'))), addNominations: true },
    ]);
    expect(screen.getByText('2 строки, ошибок нет')).toBeTruthy();
    const row = within(screen.getByRole('row', { name: /^2 / }));
    expect(row.getByText('87,25')).toBeTruthy();
    expect(row.getByText(/^1 декабря 2020 г\. в 09:30$/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Добавить 2 участников' }));
    await settled();
    expect(sent[1]).toEqual({ ...sent[0], apply: true });
    expect(screen.getByText('Внесено 2 участника')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'К номинациям' }).getAttribute('href')).toBe('/?tab=nominations');
  });

  it('says at each cell what is wrong, and offers nothing to add', async () => {
    serverSays(faulty);
    await opens();
    await takes(table());
    expect(screen.getByText('2 строки: 1 верна, 1 с ошибками')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Добавить/ })).toBeNull();
    const row = within(screen.getByRole('row', { name: /^4 / }));
    const cell = row.getByText('много').closest('td')!;
    expect(cell.textContent).toContain('Нужно число, например 87,25');
    expect(document.getElementById(cell.getAttribute('aria-describedby')!)!.textContent).toContain(
      'Нужно число',
    );
    expect(screen.getByText('Строка 4, Наименование:')).toBeTruthy();
    expect(screen.getByText('Эти столбцы не читаются: №.')).toBeTruthy();

    fireEvent.click(screen.getByLabelText('Показать только строки с ошибками'));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Выбрать исправленный файл' }));
    expect(document.activeElement).toBe(screen.getByLabelText(/Перетащите таблицу/));
  });

  it('says so when the contest has changed between the preview and the press', async () => {
    serverSays(report(), faulty);
    await opens();
    await takes(table());
    fireEvent.click(screen.getByRole('button', { name: 'Добавить 2 участников' }));
    await settled();
    expect(screen.getByText(/Тем временем конкурс изменился. Ничего не внесено/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Добавить/ })).toBeNull();
  });

  it.each([
    ['password-protected', [], /защищена паролем/],
    ['missing-column', [{ path: 'nomination', message: '' }], /Нет столбца «Номинация».*Или выберите выше/],
    ['too-many', [], /Слишком много попыток/],
  ])('says why a file is refused: %s', async (code, fields, words) => {
    serverSays({ code, title: '', type: '', fields });
    await opens();
    await takes(table());
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(screen.getByLabelText(/Перетащите таблицу/)).toBeTruthy();
  });

  it('does not send a file that is too large', async () => {
    serverSays(report());
    await opens();
    const large = table();
    Object.defineProperty(large, 'size', { value: importBounds.bytes + 1 });
    await takes(large);
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert').textContent).toMatch(/до 4 МБ/);
  });

  it('looks at the same file again when it is to go elsewhere', async () => {
    serverSays(faulty, report());
    await opens(aContest({ nominations: [nomination] }));
    await takes(table());
    // Where there are nominations, a misspelled one is not added unasked.
    expect(sent[0]).toMatchObject({ addNominations: false });
    fireEvent.change(screen.getByLabelText('Куда внести'), { target: { value: 'n-1' } });
    await settled();
    expect(sent[1]).toEqual({ what: 'nominees', file: sent[0]!.file, nominationId: 'n-1' });
    expect(screen.getByText('2 строки, ошибок нет')).toBeTruthy();
    expect(screen.queryByLabelText(/Добавлять номинации/)).toBeNull();
  });

  it('asks nothing about nominations for members, and speaks of roles and votes in words', async () => {
    serverSays(
      report({
        what: 'members',
        columns: [
          { column: 'name', title: 'ФИО' },
          { column: 'role', title: 'Роль' },
          { column: 'votes', title: 'Голос' },
        ],
        rows: [{ row: 2, cells: { name: 'Орлова', role: 'chair', votes: 'false' }, faults: [] }],
        sound: 1,
      }),
    );
    await opens(aContest(), 'members');
    expect(screen.queryByLabelText('Куда внести')).toBeNull();
    await takes(table());
    expect(screen.getByRole('row', { name: '2 Орлова председатель нет' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Добавить 1 члена комиссии' })).toBeTruthy();
  });
});
