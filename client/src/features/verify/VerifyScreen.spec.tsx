import { afterEach, describe, expect, it } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/presets';
import type { RuleSet } from '@open-ballot/shared/rules/rule-set';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { chooseLanguage } from '../../text/texts.ts';
import { meQuery } from '../../api/queries.ts';
import { checkJournal } from './check-journal.ts';
import { Verifying } from './VerifyScreen.tsx';

afterEach(() => {
  cleanup();
  chooseLanguage('ru');
});

function tied(ties: RuleSet['ties'] = ['own-vote', 'lot']): LivedJournal {
  const lived = new LivedJournal({ ...presets['mfc-central'], ties }).open('chair', 'ann', 'bo');
  const roundId = lived.openRound();
  return lived.votes(roundId, { chair: { choice: 'abstain' }, ann: 'x', bo: 'y' }).closeRound(roundId);
}

async function check(text: string, head?: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(meQuery.queryKey, null);
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={[`/verify${head ? `#${head}` : ''}`]}>
        <Verifying checkText={async (read, known) => checkJournal(read, known)} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const file = new File([text], 'journal.json', { type: 'application/json' });
  // jsdom keeps a File's bytes, but does not read them as text.
  Object.defineProperty(file, 'text', { value: async () => text });
  await userEvent.upload(screen.getByLabelText(/Перетащите сюда|Drop journal/), file);
}

const exported = ({ entries }: LivedJournal) =>
  JSON.stringify({ format: 'open-ballot-journal-1', sessionId: 'session-1', entries });

describe('the verify screen', () => {
  it('[12.4] shows a sound journal with its outcome and how the tie was decided, step by step', async () => {
    const lived = tied();
    await check(exported(lived), lived.headHash);
    expect(await screen.findByText('Журнал цел')).toBeTruthy();
    expect(screen.getByText('Известный хеш найден в журнале.')).toBeTruthy();
    expect(screen.getByText(/Голос председательствующего: равных не различает\.$/)).toBeTruthy();
    expect(screen.getByText(/Жребий по журналу: решает, порядок – МФЦ/)).toBeTruthy();
    expect(screen.getByText(new RegExp(lived.session.questions[0]!.rounds[0]!.closedHash!))).toBeTruthy();
  });

  it.each([
    ['ru', 'Почему такой итог', /^Право голоса имели 3/, /^Итог: победитель – /],
    ['en', 'Why this outcome', /^3 members were entitled/, /^Outcome: the winner is /],
  ] as const)(
    '[12.4] keeps the whole explanation behind «why», in %s',
    async (language, why, first, last) => {
      chooseLanguage(language);
      await check(exported(tied()));
      const disclosure = (await screen.findByText(why)).closest('details')!;
      expect(disclosure.open).toBe(false);
      await userEvent.click(screen.getByText(why));
      expect(disclosure.open).toBe(true);
      const steps = [...disclosure.querySelectorAll(':scope > ol > li')];
      expect(steps).toHaveLength(7);
      expect(steps.at(0)?.textContent?.replaceAll('\u00a0', ' ')).toMatch(first);
      expect(steps.at(-1)?.textContent).toMatch(last);
    },
  );

  it('[1.4] awaits nothing for a tie of a session that is closed', async () => {
    const lived = tied(['runoff']);
    await check(exported(lived));
    expect(await screen.findByText('Ждём переголосование')).toBeTruthy();
    cleanup();
    await check(exported(lived.does(theSecretary, { type: 'close-session' })));
    expect(await screen.findByText('Решение не принято')).toBeTruthy();
    expect(screen.queryByText('Ждём переголосование')).toBeNull();
  });

  it('[12.4] names the first position that does not hold, and why', async () => {
    const lived = tied();
    const altered = lived.entries.with(3, { ...lived.entries[3]!, actor: 'ann' });
    await check(JSON.stringify(altered));
    expect(await screen.findByText('Журнал не сходится')).toBeTruthy();
    expect(
      screen.getByText(/которая не сходится: № 4\. Её содержание не соответствует её хешу/),
    ).toBeTruthy();
  });

  it('[12.3] does not accept a journal that lacks the known head', async () => {
    await check(exported(tied()), 'f'.repeat(64));
    expect(await screen.findByText(/Известного хеша в этом журнале нет/)).toBeTruthy();
  });

  it('says what is wrong with a file that is not JSON', async () => {
    await check('{"entries": [');
    expect(await screen.findByText('Это не JSON')).toBeTruthy();
  });

  it('says what is wrong with JSON that is no journal', async () => {
    await check('{"entries": [{"position": 1}]}');
    expect(await screen.findByText('Это не журнал заседания')).toBeTruthy();
    expect(screen.getByText(/entries\.0/)).toBeTruthy();
  });

  it('takes no file while the known hash cannot be one', async () => {
    await check(exported(tied()), 'abc');
    expect(screen.getByText(/Хеш – это 64 знака/)).toBeTruthy();
    expect(screen.queryByText('Журнал цел')).toBeNull();
  });
});
