import { createHash, randomBytes } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { unzipSync } from 'fflate';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { ChairScreen } from '../people/screens/member-screen.ts';
import { MinutesSheet } from '../people/screens/minutes-sheet.ts';
import { ProtocolPage } from '../people/screens/protocol-page.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { VerifyPage } from '../people/screens/verify-page.ts';
import { words } from '../people/screens/words.ts';
import { SlowLine } from '../people/slow-line.ts';
import { expect, test } from '../people/story.ts';

const scene = {
  seats: [{ name: 'Орлов Павел' }, { name: 'Белова Анна' }, { name: 'Гусев Борис' }],
  questions: [
    nomination('centre', 'Лучший МФЦ', [
      nominee('pervomaysky', 'МФЦ Первомайского района'),
      nominee('leninsky', 'МФЦ Ленинского района'),
    ]),
  ],
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The secretary's office has two computers at the console of the same session. */
const colleagueEnters = (browser: Browser, house: string, commission: Commission) =>
  SecretaryConsole.enters(browser, house, commission.sessionId);

test('[13.2] two secretaries write the minutes of one question at once, and no letter is lost', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, scene);
  await commission.opens();
  const minutes = async () => (await commission.question('centre')).minutes;
  const console = await SecretaryConsole.enters(browser, house, commission.sessionId);
  const colleagues = await colleagueEnters(browser, house, commission);
  const line = await SlowLine.to(colleagues.page);
  const first = new MinutesSheet(console.page);
  const second = new MinutesSheet(colleagues.page);

  await test.step('what one writes appears at the other', async () => {
    await first.writes('reported', 'Доклад секретаря.');
    await first.isSaved();
    await second.holds('reported', 'Доклад секретаря.');
  });

  const theirs = 'Доклад секретаря о заявках из Кировской области.';
  const mine = 'Доклад секретаря и содоклад А. Беловой.';
  await test.step('the second save is stale, and both texts are shown, after a reload as well', async () => {
    line.holds();
    await first.writes('reported', theirs);
    await expect.poll(async () => (await minutes())?.reported).toBe(theirs);
    await second.writes('reported', mine);
    await second.leaves('reported');
    await second.holds('reported', mine);
    await colleagues.page.waitForTimeout(500);
    line.letsThrough();
    await second.showsBoth(theirs, mine);
    expect(line.heard.join('\n')).toContain('"stale"');
    expect((await minutes())?.reported).toBe(theirs);
    await colleagues.page.reload();
    await second.showsBoth(theirs, mine);
  });

  await test.step('they settle it', async () => {
    await second.settles('keepBoth');
    await second.isAt('reported');
    await first.holds('reported', `${theirs}\n${mine}`);
    await second.isSaved();
    expect((await minutes())?.reported).toBe(`${theirs}\n${mine}`);
    await first.asksNothing();
  });

  await test.step('different fields need no question', async () => {
    line.holds();
    await first.writes('discussed', 'Выступил П. Орлов.');
    await expect.poll(async () => (await minutes())?.discussed).toBe('Выступил П. Орлов.');
    await second.writes('resolved', 'Опубликовать итоги.');
    await second.leaves('resolved');
    line.letsThrough();
    await first.holds('resolved', 'Опубликовать итоги.');
    await second.holds('discussed', 'Выступил П. Орлов.');
    await second.asksNothing();
  });

  await test.step('a text that never reached the server survives a reload and is recorded then', async () => {
    line.isCutOff();
    await second.writes('resolved', 'Опубликовать итоги до 30 июня.');
    await colleagues.page.reload();
    expect((await minutes())?.resolved).toBe('Опубликовать итоги.');
    line.isMended();
    await colleagues.page.reload();
    await second.holds('resolved', 'Опубликовать итоги до 30 июня.');
    await first.holds('resolved', 'Опубликовать итоги до 30 июня.');
    await second.isSaved();
  });
  commission.leaves();
});

test('[13.2] a protocol from its gaps to its correction: issued, signed, attached to, archived, recognised', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, scene);
  await commission.opens();
  const { sessionId, members } = commission;
  const roundId = await commission.putsToTheVote('centre');
  for (const member of members) await member.casts(roundId, 'pervomaysky');
  await commission.closesRound(roundId);
  await commission.does({ type: 'close-session' });
  const { page } = await SecretaryConsole.enters(browser, house, sessionId);
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const issued = async (version: number) => (await commission.session()).protocols[version - 1]!;

  const protocol = await test.step('gaps block the issue and lead to their fields', async () => {
    const minutes = new MinutesSheet(page);
    let opened = await ProtocolPage.opens(page, sessionId);
    await opened.lacks('Вопрос 1: СЛУШАЛИ', 'Вопрос 1: ВЫСТУПИЛИ');
    const early = await commission.secretary.sends(sessionId, { type: 'issue-protocol' });
    expect(early).toMatchObject({ outcome: 'refused', code: 'gaps-in-protocol' });
    await opened.followsGap('Вопрос 1: СЛУШАЛИ');
    await minutes.isAt('reported');
    await minutes.writes('reported', 'Доклад секретаря о поступивших заявках.');
    await minutes.isSaved();
    opened = await ProtocolPage.opens(page, sessionId);
    await opened.lacks('Вопрос 1: ВЫСТУПИЛИ');
    await opened.followsGap('Вопрос 1: ВЫСТУПИЛИ');
    await minutes.isAt('discussed');
    await minutes.keepsTemplate('discussed');
    await minutes.isAt('discussed');
    opened = await ProtocolPage.opens(page, sessionId);
    await opened.lacksNothing();
    await opened.reads('Проект, заседание закрыто.');
    await opened.isIssued(1);
    await opened.reads('Редакция протокола: 1.');
    await opened.doesNotRead('Проект, заседание');
    return opened;
  });

  const { files } = await issued(1);
  await test.step('both sign in the app, each at their own screen', async () => {
    const own = await ProtocolPage.isReachedFrom(chair.page);
    await own.isSigned(1, files['pdf']!);
    await own.shows(1, words.protocol.presidingSigned);
    await own.offersNoSigning(1);
    await protocol.shows(1, words.protocol.presidingSigned);
    await protocol.isSigned(1, files['pdf']!);
    await protocol.shows(1, words.protocol.secretarySigned);
    expect((await issued(1)).signatures.map(({ role }) => role)).toEqual(['presiding', 'secretary']);
  });

  const signature = { name: 'Орлов П. – протокол.sig', bytes: randomBytes(3_000) };
  await test.step('a signature made elsewhere is attached and comes back byte for byte', async () => {
    await protocol.attaches(1, signature);
    expect(await protocol.downloadsOf(1, signature.name)).toEqual(signature.bytes);
  });

  const pdf = await protocol.downloadsOf(1, 'PDF');
  const archived = await protocol.downloadsOf(1, words.protocol.everything);
  await test.step('the archive holds every format, the signature and sums that hold', async () => {
    const { SHA256SUMS: sums, ...inside } = unzipSync(archived);
    const expected = Object.keys(files).map((format) => `protocol-1-1.${format}`);
    expect(Object.keys(inside).toSorted()).toEqual([...expected, signature.name].toSorted());
    const told = Buffer.from(sums!).toString('utf8').trimEnd().split('\n').toSorted();
    expect(told).toEqual(
      Object.entries(inside)
        .map(([name, bytes]) => `${digestOf(bytes)}  ${name}`)
        .toSorted(),
    );
    expect(Buffer.from(inside['protocol-1-1.pdf']!)).toEqual(pdf);
    expect(digestOf(pdf)).toBe(files['pdf']);
  });

  const sent = { name: 'some.pdf', bytes: pdf };
  const { verify: word } = words;
  const stranger = await VerifyPage.opens(browser, house);
  await test.step('a stranger recognises a file as issued, and an altered one as none', async () => {
    const altered = Buffer.from(pdf);
    altered[altered.length >> 1]! ^= 1;
    await stranger.takes(sent, { name: 'altered.pdf', bytes: altered }, signature);
    await stranger.tells(sent.name, word.protocol(1, 'PDF'), word.latest, word.rehearsal);
    await stranger.tells('altered.pdf', word.none);
    await stranger.tells(signature.name, word.signature(1));
  });

  await test.step('a stranger recognises each file of the archive, and recounts its journal', async () => {
    await stranger.takesOthers();
    await stranger.takes({ name: 'all.zip', bytes: archived });
    for (const format of Object.keys(files)) {
      await stranger.tells(`protocol-1-1.${format}`, word.protocol(1, format.toUpperCase()));
    }
    await stranger.tells('protocol-1-1.json', word.sound);
    await stranger.tells(signature.name, word.signature(1));
    await stranger.tells('all.zip', word.sumsHold);
  });

  await test.step('a correction is version 2 with a reason, and version 1 stays as it was', async () => {
    const reason = 'уточнён доклад';
    const minutes = { reported: 'Доклад секретаря о шести заявках.', discussed: 'Выступлений не было.' };
    const edits = (await commission.question('centre')).minutes!.position;
    await commission.does({ type: 'note-minutes', questionId: 'centre', edits, ...minutes });
    await protocol.isIssued(2, reason);
    expect((await issued(2)).files['pdf']).not.toBe(files['pdf']);
    await protocol.shows(2, reason, 'не подписано', /DOCX.*PDF.*XLSX.*CSV.*JSON/s);
    await protocol.reads(minutes.reported, `взамен редакции 1. Основание: ${reason}.`);
    await protocol.previews(/^версия 1/);
    await protocol.reads('Доклад секретаря о поступивших заявках.', 'Редакция протокола: 1.');
    await protocol.previews(/^проект версии 3/);
    await protocol.reads('Проект, заседание закрыто.', minutes.reported);
    expect(await protocol.downloadsOf(1, 'PDF')).toEqual(pdf);
    expect(digestOf(await protocol.downloadsOf(2, 'PDF'))).toBe((await issued(2)).files['pdf']);
    await stranger.takesOthers();
    await stranger.takes(sent);
    await stranger.tells(sent.name, word.protocol(1, 'PDF'), word.replaced(2));
    await stranger.doesNotTell(sent.name, word.latest);
  });
  commission.leaves();
});
