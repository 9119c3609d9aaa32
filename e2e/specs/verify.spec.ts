import { writeFile } from 'node:fs/promises';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { runs } from '../people/command-line.ts';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { VerifyPage } from '../people/screens/verify-page.ts';
import { words } from '../people/screens/words.ts';
import { expect, test } from '../people/story.ts';

const best = nomination('best', 'Лучший МФЦ', [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
]);

interface Exported {
  readonly entries: JournalEntry[];
}

interface Told {
  readonly text: string;
  /** Of the last entry, after the session was closed. */
  readonly head: string;
  /** What the wall showed when the round closed. */
  readonly closing: string;
}

/** A whole session with a tie, exported as the secretary exports it. */
async function exportedJournal(house: string): Promise<Told> {
  const commission = await Commission.convenes(house, {
    seats: [{ name: 'Председатель' }, { name: 'Анна' }],
    questions: [best],
  });
  await commission.opens();
  const roundId = await commission.putsToTheVote('best');
  const [chair, anna] = commission.members;
  await anna!.casts(roundId, 'pervomaysky');
  await chair!.casts(roundId, 'leninsky');
  await commission.closesRound(roundId);
  const { headHash: closing } = await commission.snapshot();
  await commission.does({ type: 'close-session' });
  const { bytes } = await commission.secretary.downloads(`/sessions/${commission.sessionId}/journal.json`);
  const { headHash } = await commission.snapshot();
  commission.leaves();
  return { text: bytes.toString('utf8'), head: headHash, closing };
}

test('[12.4] the verifier recounts an exported journal and finds what was altered at its position', async ({
  house,
}, testInfo) => {
  const { text, head, closing } = await exportedJournal(house);
  const file = testInfo.outputPath('journal.json');
  const saved = async (content: string) => {
    await writeFile(file, content);
    return file;
  };

  const sound = await runs('verify', await saved(text), '--head', head);
  expect(sound).toMatchObject({ code: 0 });
  expect(sound.output).toContain('Победили: МФЦ Ленинского района');
  expect(sound.output).toContain('Голос председательствующего: решает, порядок – МФЦ Ленинского района');
  expect(sound.output).toContain(head);
  const inEnglish = await runs('verify', file, '--lang', 'en');
  expect(inEnglish).toMatchObject({ code: 0 });
  expect(inEnglish.output).toContain("The presiding member's vote: decides");

  const { entries } = JSON.parse(text) as Exported;
  const through = entries.length - 1;
  const partly = await runs('verify', file, '--head', closing.slice(0, 32).toUpperCase());
  expect(partly.output).toContain(`записи 1–${through} из ${entries.length}`);
  expect(partly.output).toContain(`№ ${through} ${closing} – закрытие`);
  expect(partly).toMatchObject({ code: 3 });
  expect(await runs('verify', file, '--head', head.slice(0, 16)), 'only a place').toMatchObject({ code: 3 });
  expect(await runs('verify', file, '--head', head.slice(0, 15)), 'no hash').toMatchObject({ code: 2 });
  const ballot = entries.find(({ event }) => event.type === 'ballot-cast')!;
  const line = text.split('\n').find((each) => each.includes(ballot.hash) && each.includes('ballot-cast'))!;
  for (const [what, altered] of [
    ['a choice', line.replace('pervomaysky', 'pervomayskx')],
    [
      'a moment',
      line.replace(
        ballot.recordedAt,
        ballot.recordedAt.replace(/\dZ$/, (end) => (end === '0Z' ? '1Z' : '0Z')),
      ),
    ],
    [
      'a hash',
      line.replace(
        ballot.hash,
        ballot.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ],
    ['a name of a field', line.replace('"event"', '"evend"')],
  ] as const) {
    const found = await runs('verify', await saved(text.replace(line, altered)));
    expect(found, what).toMatchObject({ code: 1 });
    expect(found.output, what).toContain(`№ ${ballot.position}:`);
  }
  const damaged = text.replace(line, line.replace('"event"', '"evend"'));
  const inWords = await runs('verify', await saved(damaged), '--lang', 'en');
  expect(inWords.output).toContain('event: it is missing.');
  expect(inWords.output).toContain(`at entry ${ballot.position}: no entry of a journal is like this`);
  const alteredBefore = await runs('verify', await saved(damaged.replace('"number":', '"numbed":')));
  expect(alteredBefore).toMatchObject({ code: 1 });
  expect(alteredBefore.output).toContain('№ 1:');
  const cut = entries.filter(({ position }) => position !== ballot.position);
  const withoutOne = await runs('verify', await saved(JSON.stringify({ entries: cut })));
  expect(withoutOne).toMatchObject({ code: 1 });
  expect(withoutOne.output).toContain(`№ ${ballot.position}:`);

  // A journal cut off at its end is a sound chain: only a known head tells.
  const shortened = await saved(JSON.stringify({ entries: entries.slice(0, -1) }));
  expect(await runs('verify', shortened)).toMatchObject({ code: 0 });
  expect(await runs('verify', shortened, '--head', head)).toMatchObject({ code: 1 });

  expect(await runs('verify', await saved(`\uFEFF${text}`), '--head', head), 'with a mark').toMatchObject({
    code: 0,
  });
  const twice = await runs(
    'verify',
    await saved(text.replace(line, line.replace('"type":', '"type":"","type":'))),
  );
  expect(twice).toMatchObject({ code: 1 });
  expect(twice.output).toContain(`№ ${ballot.position}:`);
  expect(twice.output).toContain('event.type: ключ стоит в одном объекте дважды');
  const foreign = text.replace(/"sessionId":"[^"]+"/, '"sessionId":"another"');
  const inEnglishToo = await runs('verify', await saved(foreign), '--lang', 'en');
  expect(inEnglishToo).toMatchObject({ code: 2 });
  expect(inEnglishToo.output).toContain('sessionId: the session is “another”');

  expect(await runs('verify', await saved('{"entries": [')), 'not JSON').toMatchObject({ code: 2 });
  expect(await runs('verify', await saved('[{"name": 1}]')), 'another list').toMatchObject({ code: 2 });
  expect(await runs('verify', testInfo.outputPath('nowhere.json'))).toMatchObject({ code: 2 });
  expect(await runs('verify')).toMatchObject({ code: 2 });
});

test('[12.3] a hash from the wall vouches for no entry after its own', async ({ browser, house }) => {
  const { text, closing } = await exportedJournal(house);
  const { entries } = JSON.parse(text) as Exported;
  const verifier = await VerifyPage.opens(browser, house);
  // As the wall shows it: 32 digits in groups.
  await verifier.checks(text, closing.slice(0, 32).replaceAll(/.{4}/g, '$& '));
  await verifier.tells(
    'journal.json',
    words.verify.notAllCovered,
    new RegExp(`подтверждает записи 1–${entries.length - 1} из ${entries.length}\\.`),
    new RegExp(`^запись № ${entries.length - 1} – закрытие, вопрос 1`),
  );
  await verifier.doesNotFindItSound();
});

test('[12.4] a recount needs no network, and a file is not called none while the server is away', async ({
  browser,
  house,
}) => {
  const { text, head } = await exportedJournal(house);
  const front = await (await browser.newContext({ baseURL: house })).newPage();
  await front.goto('/');
  // The worker that recounts is fetched when the page opens.
  const worker = front.waitForResponse(/examine-worker/);
  const verifier = await VerifyPage.isReachedFrom(front);
  const { page } = verifier;
  await (await worker).finished();
  await page.context().setOffline(true);
  await verifier.checks(text, head);
  await verifier.findsItSound();
  await verifier.tells('journal.json', words.verify.away);
  await page.context().setOffline(false);
  await verifier.asksAgain();
  await verifier.tells('journal.json', words.verify.liveJournal);
  await verifier.doesNotTell('journal.json', words.verify.none);
});
