import type { Browser } from '@playwright/test';
import { hasNoViolations } from '../people/accessibility.ts';
import { Commission, demonstration, motion, nomination, nominee } from '../people/commission.ts';
import { ImportPage } from '../people/screens/import-page.ts';
import { signedInPage } from '../people/screens/member-screen.ts';
import { VerifyPage } from '../people/screens/verify-page.ts';
import { words } from '../people/screens/words.ts';
import { expect, test } from '../people/story.ts';

const secretary = { login: demonstration.secretary, password: demonstration.password };
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
const projector = { width: 1920, height: 1080 };

const seats = ['Председатель', 'Анна', 'Борис', 'Вера'].map((name) => ({ name }));
const nominees = [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
];
const questions = [
  nomination('closed', 'Лучший МФЦ', nominees),
  nomination('open', 'Лучший универсальный специалист', nominees),
  nomination('approval', 'Рейтинговое голосование', nominees, { kind: 'approval' }),
  nomination('rank', 'Места', nominees, { kind: 'rank', parameters: { points: ['2', '1'] } }),
  motion('motion', 'Утвердить повестку дня'),
];

/** A session with one question decided and one open, one of its members having voted there. */
async function sessionUnderWay(house: string): Promise<Commission> {
  const commission = await Commission.convenes(house, { seats, questions });
  const [chair, anna, boris] = commission.members;
  await commission.opens();
  const first = await commission.putsToTheVote('closed');
  await anna!.casts(first, 'pervomaysky');
  await chair!.casts(first, 'leninsky');
  await commission.closesRound(first);
  const second = await commission.putsToTheVote('open');
  await boris!.casts(second, 'leninsky');
  return commission;
}

async function opened(
  browser: Browser,
  house: string,
  path: string,
  viewport: { width: number; height: number },
) {
  const page = await (await browser.newContext({ baseURL: house, viewport })).newPage();
  await page.goto(path);
  return page;
}

let commission: Commission;
test.beforeAll(async ({ house }) => {
  commission = await sessionUnderWay(house);
});

for (const [what, path, landmark, viewport] of [
  ['the first page', '/', /Заседания/, phone],
  ['the sign-in', '/sign-in', /Вход/, phone],
  ['a page that is not there', '/nowhere', /./, phone],
  ['the observer’s page', '/live/:session', /Вопросы и номинации/, desktop],
  ['a decided question on a phone', '/live/:session?q=closed', /Победитель/, phone],
  ['the hall', '/hall/:session', /Идёт голосование/, projector],
  ['the check of a file', '/verify', words.verify.title, desktop],
] as const) {
  test(`${what} has no accessibility violations`, async ({ browser, house }) => {
    const page = await opened(browser, house, path.replace(':session', commission.sessionId), viewport);
    await expect(page.getByRole('main')).toContainText(landmark);
    await hasNoViolations(page);
    await page.context().close();
  });
}

for (const [what, seat, landmark] of [
  ['the presiding member’s screen', 0, words.officer.closeRound],
  ['a ballot to fill in', 1, words.member.vote],
  ['a receipt', 2, words.member.change],
] as const) {
  test(`${what} has no accessibility violations`, async ({ browser, house }) => {
    const path = `/session/${commission.sessionId}`;
    const page = await signedInPage(browser, house, commission.members[seat]!, path, phone);
    await expect(page.getByRole('main').getByRole('button', { name: landmark })).toBeVisible();
    await hasNoViolations(page);
    await page.context().close();
  });
}

for (const [what, path, landmark] of [
  ['the console', '/console/:session', /Явка/],
  ['the protocol', '/protocol/:session', /ПРОТОКОЛ/],
  ['the list of contests', '/contests', /Конкурсы/],
  ['the form of a contest', '/contests/new', /Новый конкурс/],
  ['a contest', '/contests/:contest', /Заседани/],
  ['its nominations', '/contests/:contest?tab=nominations', /Номинаци/],
  ['its members', '/contests/:contest?tab=members', /Комисси/],
  ['the import of nominees', '/contests/:contest?tab=nominations&import', words.import.file],
  ['its invitations', '/contests/:contest?tab=invitations', /Комисси/],
  ['its settings', '/contests/:contest?tab=about', /Название конкурса/],
  ['the form of a session', '/contests/:contest/sessions/new', /Назначить заседание/],
  ['the own account', '/account', /Пароль/],
] as const) {
  test(`${what} has no accessibility violations`, async ({ browser, house }) => {
    const { sessionId, contestId } = commission;
    const address = path.replace(':session', sessionId).replace(':contest', contestId);
    const page = await signedInPage(browser, house, secretary, address, desktop);
    await expect(page.getByRole('main')).toContainText(landmark);
    await hasNoViolations(page);
    await page.context().close();
  });
}

test('a dialog of the console has no accessibility violations', async ({ browser, house }) => {
  const page = await signedInPage(browser, house, secretary, `/console/${commission.sessionId}`, desktop);
  await page.getByRole('button', { name: words.officer.enterBallot }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await hasNoViolations(page);
});

for (const [what, viewport] of [
  ['rows of a table', desktop],
  ['rows of a table on a phone', phone],
] as const) {
  test(`${what} that cannot be imported has no accessibility violations`, async ({ browser, house }) => {
    const path = `/contests/${commission.contestId}?tab=members`;
    const page = await signedInPage(browser, house, secretary, path, viewport);
    const table = await ImportPage.opens(page, 'members');
    const bytes = Buffer.from('ФИО;Роль;Голос;Примечание\nОрлова;председатель;да;\n;начальник;;нет имени\n');
    await table.takes({ name: 'состав.csv', bytes });
    await table.marks(3, 'начальник', /Нужно/);
    await hasNoViolations(page);
  });
}

test('a recounted journal has no accessibility violations', async ({ browser, house }) => {
  const { sessionId, secretary: officer } = commission;
  const verifier = await VerifyPage.opens(browser, house);
  await verifier.checks((await officer.downloads(`/sessions/${sessionId}/journal.json`)).bytes);
  await verifier.findsItSound();
  await hasNoViolations(verifier.page);
});

test('a file that nobody issued has no accessibility violations', async ({ browser, house }) => {
  const verifier = await VerifyPage.opens(browser, house);
  await verifier.page.setViewportSize(phone);
  await verifier.takes({ name: 'some.pdf', bytes: Buffer.from('anything') });
  await verifier.tells('some.pdf', words.verify.none);
  await hasNoViolations(verifier.page);
});

test('every other kind of ballot has no accessibility violations', async ({ browser, house }) => {
  const own = await sessionUnderWay(house);
  const page = await signedInPage(browser, house, own.members[1]!, `/session/${own.sessionId}`, phone);
  await own.closesRound((await own.question('open')).rounds[0]!.roundId);
  for (const questionId of ['approval', 'rank', 'motion']) {
    const roundId = await own.putsToTheVote(questionId);
    await expect(page.getByRole('main').getByRole('button', { name: words.member.vote })).toBeVisible();
    await hasNoViolations(page);
    await own.closesRound(roundId);
  }
});
