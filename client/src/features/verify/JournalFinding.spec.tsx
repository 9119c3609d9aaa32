import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { dropped, fileOf, StandInServer, version } from '../../testing/verify-stage.tsx';
import { chooseLanguage } from '../../text/texts.ts';

const browserFetch = globalThis.fetch;
let server: StandInServer;
beforeEach(() => {
  server = new StandInServer();
  globalThis.fetch = server.fetch;
});
afterEach(() => {
  cleanup();
  chooseLanguage('ru');
  globalThis.fetch = browserFetch;
});

function tied(ties: RuleSet['ties'] = ['own-vote', 'lot']): LivedJournal {
  const lived = new LivedJournal({ ...presets['mfc-central'], ties }).open('chair', 'ann', 'bo');
  const roundId = lived.openRound();
  return lived.votes(roundId, { chair: { choice: 'abstain' }, ann: 'x', bo: 'y' }).closeRound(roundId);
}

const check = (text: string, head?: string) => dropped([fileOf('journal.json', text)], head);

const exported = ({ entries }: LivedJournal) =>
  JSON.stringify({ format: 'open-ballot-journal-1', sessionId: 'session-1', entries });

describe('the recount of a journal', () => {
  it('[12.4] shows a sound journal with its outcome and how the tie was decided, step by step', async () => {
    const lived = tied();
    await check(exported(lived), lived.headHash);
    expect(await screen.findByText('Журнал цел')).toBeTruthy();
    const { length } = lived.entries;
    expect(screen.getByText(new RegExp(`подтверждает весь журнал, записи 1–${length}\\.`))).toBeTruthy();
    expect(screen.getByText(new RegExp(`^запись № ${length} – закрытие, вопрос 1`))).toBeTruthy();
    expect(screen.getByText(/Голос председательствующего: равных не различает\.$/)).toBeTruthy();
    expect(screen.getByText(/Жребий по журналу: решает, порядок – МФЦ/)).toBeTruthy();
    expect(screen.getByText(new RegExp(lived.session.questions[0]!.rounds[0]!.closedHash!))).toBeTruthy();
  });

  it('[12.4] needs no server, and is not doubted where the journal is no issued file', async () => {
    server.isAway = true;
    await check(exported(tied()));
    expect(await screen.findByText('Журнал цел')).toBeTruthy();
    expect(await screen.findByText('Сервер не ответил')).toBeTruthy();
    server.isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Спросить ещё раз' }));
    expect(await screen.findByText(/Это не файл выпущенного протокола, и так бывает/)).toBeTruthy();
    expect(screen.queryByText('Такого файла эта система не выпускала')).toBeNull();
  });

  it('[13.2] says of an issued journal which version it is', async () => {
    const text = exported(tied());
    server.issued(text, { ...version(2), kind: 'protocol', format: 'json' });
    await check(text);
    expect(await screen.findByText('Это протокол заседания № 5, версия 2, JSON')).toBeTruthy();
    expect(screen.getByText('Журнал цел')).toBeTruthy();
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
    expect(await screen.findByText('Ждём перебаллотировку')).toBeTruthy();
    cleanup();
    await check(exported(lived.does(theSecretary, { type: 'close-session' })));
    expect(await screen.findByText('Решение не принято')).toBeTruthy();
    expect(screen.queryByText('Ждём перебаллотировку')).toBeNull();
  });

  it('[12.4] names the first position that does not hold, and why, and makes nothing of it an issued file', async () => {
    const lived = tied();
    const altered = lived.entries.with(3, { ...lived.entries[3]!, actor: 'ann' });
    await check(JSON.stringify(altered));
    expect(await screen.findByText('Журнал не сходится')).toBeTruthy();
    expect(
      screen.getByText(/которая не сходится: № 4\. Её содержание не соответствует её хешу/),
    ).toBeTruthy();
    expect(await screen.findByText('Такого файла эта система не выпускала')).toBeTruthy();
  });

  it.each([
    [
      'ru',
      'Журнал не сходится',
      'Первая запись, которая не сходится: № 4. Записи журнала такими не бывают: она испорчена или подделана.',
      'hash: поля нет.',
    ],
    [
      'en',
      'The journal does not hold',
      'The first entry that does not hold: No. 4. No entry of a journal is like this: it was damaged or forged.',
      'hash: it is missing.',
    ],
  ] as const)(
    '[12.4] names the position of an entry that is none any more, in %s',
    async (language, title, text, why) => {
      chooseLanguage(language);
      const lived = tied();
      const { hash: _hash, ...damaged } = lived.entries[3]!;
      await check(
        JSON.stringify({ entries: [...lived.entries.slice(0, 3), damaged, ...lived.entries.slice(4)] }),
      );
      expect(await screen.findByText(title)).toBeTruthy();
      expect(screen.getByText(text)).toBeTruthy();
      expect(screen.getByText(why)).toBeTruthy();
    },
  );

  it('[12.3] does not accept a journal that lacks the known head', async () => {
    await check(exported(tied()), 'f'.repeat(64));
    expect(await screen.findByText(/Известного хеша в этом журнале нет/)).toBeTruthy();
  });

  it.each([
    ['ru', 'Журнал сходится, но известный хеш подтверждает не все записи', 'подтверждает записи'],
    [
      'en',
      'The journal holds, but the known hash does not vouch for all of its entries',
      'vouches for entries',
    ],
  ] as const)('[12.3] says how far a known hash reaches, in %s', async (language, title, vouches) => {
    chooseLanguage(language);
    const lived = tied();
    const { length } = lived.entries;
    const closing = lived.headHash;
    lived.does(theSecretary, { type: 'close-session' });
    await check(exported(lived), closing.slice(0, 32));
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getByText(new RegExp(`${vouches} 1–${length} (из|of) ${length + 1}\\.`))).toBeTruthy();
    expect(screen.queryByText(/^(Журнал цел|The journal is sound)$/)).toBeNull();
  });

  it('[12.3] says of sixteen digits that they only find the place', async () => {
    const lived = tied();
    await check(exported(lived), lived.headHash.slice(0, 16));
    expect(await screen.findByText(/этот хеш слишком короткий/)).toBeTruthy();
    expect(
      screen.getByText(new RegExp(`у записи № ${lived.entries.length}\\. Это только находит место`)),
    ).toBeTruthy();
    expect(screen.queryByText('Журнал цел')).toBeNull();
  });

  it('says what is wrong with a file that is not JSON', async () => {
    await check('{"entries": [');
    expect(await screen.findByText('Это не JSON')).toBeTruthy();
  });

  it('says what is wrong with JSON that is no journal', async () => {
    await check('{"entries": [{"position": 1}]}');
    expect(await screen.findByText('Это не журнал заседания')).toBeTruthy();
    expect(screen.getByText('Это список, но не записей журнала.')).toBeTruthy();
  });

  it.each([
    ['ru', 'Такой файл не принимается', /^Формат файла – "open-ballot-journal-2"/],
    ['en', 'Such a file is not accepted', /^Its format is "open-ballot-journal-2"/],
  ] as const)('[12.4] refuses a journal of another format, in %s', async (language, title, why) => {
    chooseLanguage(language);
    await check(exported(tied()).replace('open-ballot-journal-1', 'open-ballot-journal-2'));
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.queryByText(/^(Журнал цел|The journal is sound)$/)).toBeNull();
  });

  it('[12.4] reads a byte order mark, and finds a key that stands twice at its entry', async () => {
    const text = exported(tied());
    await check(`\uFEFF${text}`);
    expect(await screen.findByText('Журнал цел')).toBeTruthy();
    cleanup();
    await check(text.replace('"type":"round-opened"', '"type":"round-closed","type":"round-opened"'));
    const position = tied().entries.findIndex(({ event }) => event.type === 'round-opened') + 1;
    expect(await screen.findByText(new RegExp(`не сходится: № ${position}\\.`))).toBeTruthy();
    expect(screen.getByText(/^event\.type: ключ стоит в одном объекте дважды/)).toBeTruthy();
  });

  it('takes no file while the known hash cannot be one', async () => {
    await check(exported(tied()), 'abc');
    expect(screen.getByText(/Хеш – это от 16 до 64 знаков/)).toBeTruthy();
    expect(screen.queryByText('Журнал цел')).toBeNull();
  });
});
