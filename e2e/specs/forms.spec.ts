import { demonstration } from '../people/commission.ts';
import { ContestForms } from '../people/screens/contest-forms.ts';
import { MemberScreen, signedInPage } from '../people/screens/member-screen.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { expect, test } from '../people/story.ts';

const secretary = { login: demonstration.secretary, password: demonstration.password };

test('a contest and its session made by hand in the forms, voted on by invitation', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Конкурс, созданный вручную', {
    deadline: '2021-07-01T00:00',
    start: '2021-06-25T10:00',
  });
  await forms.addsNomination('Лучший МФЦ', ['МФЦ Первомайского района', 'МФЦ Ленинского района']);
  await forms.addsMember('Зоя Председатель', 'председатель');
  await forms.addsMember('Анна Член комиссии');
  const links = await forms.invitesEverybody(2);
  const contest = page.url();
  const sessionId = await forms.convenes('г. Киров', 'Зоя Председатель', 'Лучший МФЦ');

  const desk = new SecretaryConsole(page);
  await desk.marksEverybodyPresent();
  await desk.opensSession();
  await desk.looksAt('Лучший МФЦ');
  await desk.opensRound();
  const people = [];
  for (const link of links) people.push(await MemberScreen.redeems(browser, link));
  for (const each of people) {
    expect(each.page.url()).toContain(sessionId);
    await each.casts('МФЦ Ленинского района');
  }
  await desk.closesRound();
  await desk.reads(/Победитель: МФЦ Ленинского района/);

  await page.goto(contest);
  await forms.signsOut('Анна Член комиссии');
  const [chair, anna] = people;
  await anna!.page.reload();
  await expect(anna!.page.getByRole('link', { name: 'Войти' })).toBeVisible();
  await chair!.page.reload();
  await expect(chair!.page.getByText('Зоя Председатель').first()).toBeVisible();

  const again = await (await browser.newContext()).newPage();
  await again.goto(links[0]!);
  await expect(again.getByRole('alert')).toContainText(/использована|истекла/);
});

test('on a phone a contest has all its tabs in sight and its lists whole, row by row', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 360, height: 740 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Конкурс с телефона', {
    deadline: '2021-07-01T00:00',
    start: '2021-06-25T10:00',
  });
  const whole = async () => {
    for (const table of await page.getByRole('table').all())
      expect(
        await table.evaluate((element) => element.scrollWidth <= element.parentElement!.clientWidth),
      ).toBe(true);
  };
  await forms.addsNomination('Лучший МФЦ', ['МФЦ Первомайского района']);
  await whole();
  await forms.addsMember('Константинопольская Александра Владиславовна', 'заместитель председателя');
  await whole();
  await forms.invitesEverybody(1);
  await expect(page.getByRole('button', { name: /^Показать ссылку/ })).toBeVisible();
  await whole();
  await page.getByRole('tab').first().scrollIntoViewIfNeeded();
  for (const tab of await page.getByRole('tab').all()) await expect(tab).toBeInViewport({ ratio: 1 });
});
