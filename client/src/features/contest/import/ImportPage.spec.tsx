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
  source: { format: 'csv', encoding: 'windows-1251', delimiter: ';' },
  headerRow: 1,
  columns: [
    { index: 0, reads: 'nomination', title: 'Номинация' },
    { index: 1, reads: 'name', title: 'Наименование' },
    { index: 2, reads: 'priorScore', title: 'Балл' },
    { index: 3, reads: 'appliedAt', title: 'Дата заявки' },
  ],
  unclear: [],
  skipped: [],
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
      state: 'new',
    },
    { row: 4, cells: { nomination: 'Лучший МФЦ', name: 'МФЦ Перми' }, faults: [], state: 'new' },
  ],
  sound: 2,
  faulty: 0,
  newNominations: [],
  digest: 'd'.repeat(64),
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
      state: 'new',
    },
  ],
  sound: 1,
  faulty: 1,
  columns: [...report().columns, { index: 4, title: '№', sample: '1' }],
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
    expect(sent[1]).toEqual({ ...sent[0], apply: true, seen: 'd'.repeat(64) });
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
    expect(row.getByText('с ошибкой')).toBeTruthy();
    expect(row.queryByText('новая запись')).toBeNull();
    expect(screen.getByText('Строка 4, Наименование:')).toBeTruthy();
    expect(screen.getByText('Не загружаются столбцы: №.')).toBeTruthy();

    fireEvent.click(screen.getByLabelText('Показать только строки с ошибками'));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    // The dialog of the system opens, and what is to be mended stays in sight until a file is chosen.
    const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!;
    let opened = 0;
    chooser.click = () => (opened += 1);
    fireEvent.click(screen.getByRole('button', { name: 'Выбрать исправленный файл' }));
    expect(opened).toBe(1);
    expect(screen.getByText('Строка 4, Наименование:')).toBeTruthy();
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
    [
      'damaged-encoding',
      [{ path: 'file', code: 'encoding', parameters: { encoding: 'utf-8', line: 3 }, message: '' }],
      /не в кодировке UTF-8/,
    ],
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
          { index: 0, reads: 'surname', title: 'Фамилия' },
          { index: 1, reads: 'givenName', title: 'Имя' },
          { index: 2, reads: 'role', title: 'Роль' },
          { index: 3, reads: 'votes', title: 'Голос' },
        ],
        rows: [
          { row: 2, cells: { name: 'Орлова Анна', role: 'chair', votes: 'false' }, faults: [], state: 'new' },
        ],
        sound: 1,
      }),
    );
    await opens(aContest(), 'members');
    expect(screen.queryByLabelText('Куда внести')).toBeNull();
    await takes(table());
    expect(screen.getByRole('row', { name: /^2 Орлова Анна председатель нет новая запись/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Добавить 1 члена комиссии' })).toBeTruthy();
  });

  it('asks what a column is, and looks again with what it was told', async () => {
    const unclear = report({
      columns: [{ index: 0, title: 'Кто', sample: 'МФЦ Кирова' }],
      unclear: [{ column: 'nomination', is: 'missing' }],
      rows: [],
      sound: 0,
    });
    serverSays(unclear, report());
    await opens();
    await takes(table());
    expect(screen.getByText(/Нет столбца «Номинация».*Или выберите выше/)).toBeTruthy();
    expect(screen.getByText('Строки ещё не прочитаны')).toBeTruthy();
    expect(screen.queryByText(/ошибок нет/)).toBeNull();
    expect(screen.queryByRole('button', { name: /Добавить/ })).toBeNull();
    fireEvent.change(screen.getByLabelText('A: «Кто» – это'), { target: { value: 'name' } });
    await settled();
    expect(sent[1]).toEqual({ ...sent[0], columns: [{ index: 0, reads: 'name' }] });
    expect(screen.getByText('CSV: кодировка Windows-1251, разделитель «;».')).toBeTruthy();
    // Nothing has to be asked any more, and the columns stay under the hand that is still choosing.
    expect(screen.getByLabelText('A: «Номинация» – это').closest('details')!.open).toBe(true);
  });

  it('shows what a grown list changes, each and all, and writes only what is confirmed', async () => {
    const [known, different] = report().rows;
    const grown = (confirmed: boolean) =>
      report({
        rows: [
          { ...known!, state: 'known' },
          {
            ...different!,
            state: 'changed',
            changes: [{ column: 'name', was: 'МФЦ' }],
            ...(confirmed && { confirmed }),
          },
        ],
      });
    serverSays(grown(false), grown(true), grown(true));
    await opens();
    await takes(table());
    expect(screen.getByText('2 строки, ошибок нет · новых: 0 · уже внесены: 1 · отличаются: 1')).toBeTruthy();
    expect(screen.getByText('сейчас: МФЦ')).toBeTruthy();
    expect(screen.getByText(/Вносить нечего/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Изменить все' }));
    await settled();
    expect(sent[1]!.rows).toEqual([{ row: 4, as: 'change' }]);
    expect(screen.getByRole('button', { name: 'Изменить 1' })).toBeTruthy();
    fireEvent.click(screen.getByLabelText('изменить'));
    await settled();
    expect(sent[2]!.rows).toEqual([]);
  });

  it('names what is skipped and what is hidden, and lets the secretary see it otherwise', async () => {
    const skipped = report({
      skipped: [{ row: 3, text: 'Эксперты Иван', reason: 'section' }],
      rows: [{ ...report().rows[0]!, hidden: true }],
      source: {
        format: 'xlsx',
        sheet: 'Заявки',
        sheets: [
          { name: 'Черновик', hidden: true },
          { name: 'Заявки', hidden: false },
        ],
      },
    });
    serverSays(skipped, skipped, skipped);
    await opens();
    await takes(table());
    expect(screen.getByText('Строки: 2.')).toBeTruthy();
    expect(screen.getByText(/название раздела/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'прочитать как запись' }));
    await settled();
    expect(sent[1]!.rows).toEqual([{ row: 3, as: 'read' }]);
    fireEvent.change(screen.getByLabelText('Лист'), { target: { value: 'Черновик' } });
    await settled();
    expect(sent[2]).toMatchObject({ sheet: 'Черновик' });
    expect(sent[2]!.rows).toBeUndefined();
  });
});
