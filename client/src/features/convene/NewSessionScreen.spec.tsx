import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NewSession as Body } from '@open-ballot/shared/contract/http';
import { fault, type FieldError } from '@open-ballot/shared/rules/fault';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { aSecretary, signedInAs } from '../../testing/signed-in.ts';
import { aContest } from '../../testing/a-contest.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { NewSession } from './NewSessionScreen.tsx';

const nominee = (nomineeId: string) => ({ nomineeId, name: `МФЦ ${nomineeId}`, entrantId: nomineeId });
const contest = aContest({
  nominations: ['Лучший МФЦ', 'Лучший проект'].map((title, at) => ({
    nominationId: `nomination-${at}`,
    title,
    nominees: [nominee(`x${at}`), nominee(`y${at}`)],
  })),
});
// The form is large for the DOM of a test.
jest.setTimeout(20_000);

const browserFetch = globalThis.fetch;
const sent: Body[] = [];

/** The server across the wire: refuses with these fields. */
function serverSays(...fields: readonly FieldError[]) {
  globalThis.fetch = async (_address, init) => {
    const body = JSON.parse(init?.body as string) as Body;
    sent.push(body);
    const problem = { status: 400, code: 'invalid', title: '', detail: '', fields };
    return {
      ok: false,
      status: 400,
      headers: new Map([['content-type', 'application/problem+json']]),
      json: async () => problem,
      text: async () => JSON.stringify(problem),
    } as unknown as Response;
  };
}

async function convenes(place = 'г. Киров') {
  const queries = signedInAs(aSecretary);
  render(
    <QueryClientProvider client={queries}>
      <Toasts>
        <MemoryRouter>
          <Link to="/contests">К конкурсам</Link>
          <Routes>
            <Route path="/" element={<NewSession contest={contest} sessionCount={0} />} />
            <Route path="/contests" element={<h1>Конкурсы</h1>} />
            <Route path="/console/:id" element={<h1>Пульт</h1>} />
          </Routes>
        </MemoryRouter>
      </Toasts>
    </QueryClientProvider>,
  );
  if (place !== '') fireEvent.change(screen.getByLabelText('Место'), { target: { value: place } });
}

const submit = () =>
  act(async () => {
    fireEvent.submit(document.querySelector('form')!);
    await new Promise((resolve) => setTimeout(resolve));
  });
// By the legend: a role is looked for in the whole form, with every time zone there is.
const groupOf = (legend: string) => screen.getByText(legend, { selector: 'legend' }).parentElement!;
const group = (legend: string) => within(groupOf(legend));

beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
});
afterEach(() => {
  cleanup();
  globalThis.fetch = browserFetch;
});

describe('convening a session', () => {
  it('is not sent with a contradiction, and the focus goes to it', async () => {
    serverSays();
    await convenes();
    fireEvent.click(screen.getByLabelText('Замещающие'));
    await submit();
    expect(sent).toEqual([]);
    expect(document.activeElement).toBe(groupOf('Кто учитывается в кворуме'));
    expect(screen.getByText('Исправьте отмеченные поля.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Допускаются замещающие'));
    await submit();
    expect(sent).toMatchObject([{ ruleSet: { substitutes: true } }]);
  });

  it('[4.1] sends a rule of one question, read back beside it', async () => {
    serverSays();
    await convenes();
    const question = group('Вопрос 1');
    fireEvent.click(question.getByLabelText('Решать иначе, чем в остальных вопросах'));
    fireEvent.change(question.getByLabelText('Как решают'), { target: { value: 'majority' } });
    fireEvent.click(question.getByText('Две трети'));
    expect(question.getByText('Для решения нужны голоса более двух третей присутствующих.')).toBeTruthy();
    await submit();
    const threshold = { n: 2, d: 3, compare: 'more-than' };
    expect(sent[0]?.ruleSet.decision).toEqual({ kind: 'plurality' });
    expect(sent[0]?.questions[0]?.decision).toEqual({
      kind: 'majority',
      majority: { base: 'present', threshold },
    });
  });

  it.each([
    { goes: false, heading: 'Пульт' },
    { goes: true, heading: 'Конкурсы' },
  ])(
    'leads to the console, unless the secretary went elsewhere meanwhile: $goes',
    async ({ goes, heading }) => {
      let answers = (): void => undefined;
      globalThis.fetch = async () => {
        await new Promise<void>((resolve) => (answers = resolve));
        return { ok: true, status: 201, text: async () => '{"sessionId":"session-1"}' } as Response;
      };
      await convenes();
      await submit();
      if (goes) fireEvent.click(screen.getByText('К конкурсам'));
      await act(async () => answers());
      expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
      expect(screen.getByText('Заседание назначено')).toBeTruthy();
    },
  );

  it('puts what the server finds at the same field in the same words', async () => {
    serverSays(fault('ruleSet.ties', 'casting-vote'), fault('questions.0.decision', 'majority-of-points'));
    await convenes();
    await submit();
    expect(sent).toHaveLength(1);
    expect(group('Равенство голосов').getByRole('alert', { hidden: true }).textContent).toMatch(
      /Председательствующий голосует наравне со всеми/,
    );
    expect(group('Вопрос 1').getByRole('alert').textContent).toMatch(/К баллам большинство не применяется/);
    expect(screen.queryByText(/ordinary vote|a casting vote/)).toBeNull();
  });
});

describe('a form that is left', () => {
  it('is there again with what was typed, and can be begun anew', async () => {
    serverSays();
    await convenes();
    expect(screen.queryByText('Вы продолжаете начатое')).toBeNull();
    fireEvent.change(screen.getByLabelText(/Приглашённые/), { target: { value: 'Петров П.П.' } });
    cleanup();
    await convenes('');
    expect(screen.getByText('Вы продолжаете начатое')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Место').value).toBe('г. Киров');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Приглашённые/).value).toBe('Петров П.П.');
    fireEvent.click(screen.getByText('Отбросить набранное'));
    expect(screen.getByLabelText<HTMLInputElement>('Место').value).toBe('');
    expect(screen.queryByText('Вы продолжаете начатое')).toBeNull();
  });
});

describe('an agenda of several nominations', () => {
  const addAll = async () => {
    serverSays();
    await convenes();
    fireEvent.click(screen.getByText(/Внести все номинации/));
  };

  it('takes the ballot, places and rules of one for all, and back', async () => {
    await addAll();
    fireEvent.change(group('Вопрос 2').getByLabelText('Как голосуют'), { target: { value: 'approval' } });
    fireEvent.click(group('Вопрос 2').getByText('Применить ко всем номинациям'));
    await submit();
    expect(sent[0]?.questions.map(({ kind }) => kind)).toEqual(['motion', 'approval', 'approval']);
    expect(new Set(sent[0]?.questions.map(({ title }) => title)).size).toBe(3);
    fireEvent.click(screen.getByText('Вернуть как было'));
    await submit();
    expect(sent[1]?.questions.map(({ kind }) => kind)).toEqual(['motion', 'approval', 'choose']);
  });

  it('[6.6] offers who may have won before, where an entrant wins once', async () => {
    await addAll();
    expect(screen.queryByText('Побеждали раньше')).toBeNull();
    fireEvent.click(screen.getByLabelText('Один участник побеждает один раз'));
    fireEvent.click(group('Побеждали раньше').getAllByRole('checkbox')[0]!);
    await submit();
    expect(sent[0]?.earlierWinners).toHaveLength(1);
    expect(sent[0]?.ruleSet.oneWinPerEntrant).toBe(true);
  });
});
