import { mkdirSync } from 'node:fs';
import type { Request } from '@playwright/test';
import { Caller } from '../people/caller.ts';
import { demonstration } from '../people/commission.ts';
import { linkMailedTo } from '../people/mailbox.ts';
import { ContestForms } from '../people/screens/contest-forms.ts';
import { MemberScreen, signedInPage } from '../people/screens/member-screen.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { expect, test } from '../people/story.ts';

const secretary = { login: demonstration.secretary, password: demonstration.password };
const clock = { deadline: '2021-07-01T00:00', start: '2021-06-25T10:00' };

test('people of one surname and initials in two contests come in as themselves', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  const links: string[] = [];
  for (const name of ['Иванова Анна Петровна', 'Иванова Алла Павловна']) {
    await forms.createsRehearsal(`Конкурс, где есть ${name}`, clock);
    await forms.addsMember(name);
    links.push(...(await forms.invitesEverybody(1)));
  }
  const tokens = links.map((link) => link.split('#')[1]!);
  const people = await Promise.all(tokens.map((token) => Caller.redeems(house, token)));
  const named = await Promise.all(people.map(async (each) => (await each.me()).name));
  expect(named).toEqual(['Иванова Анна Петровна', 'Иванова Алла Павловна']);
});

test('a member whose name gives the login of a secretary does not come in as one', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Конкурс с однофамильцем', clock);
  await forms.addsMember('secretary');
  const [link] = await forms.invitesEverybody(1);
  const caller = await Caller.redeems(house, link!.split('#')[1]!);
  expect(await caller.me()).toMatchObject({ login: 'secretary-2', roles: ['member'], secretaryOf: [] });
});

test('a session is convened first, its members are invited later, and vote', async ({ browser, house }) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Сначала заседание, потом приглашения', clock);
  await forms.addsNomination('Лучший МФЦ', ['МФЦ Первомайского района', 'МФЦ Ленинского района']);
  await forms.addsMember('Седова Ольга Ильинична', 'председатель');
  await forms.addsMember('Титов Пётр Ильич');
  const contest = page.url();
  const sessionId = await forms.convenes('г. Киров', 'Седова Ольга Ильинична', 'Лучший МФЦ');
  await expect(page.getByText(/Без входа, проголосовать не смогут: Седова/)).toBeVisible();
  await page.goto(contest);
  const links = await forms.invitesEverybody(2);
  const member = await MemberScreen.redeems(browser, links[0]!);
  expect(member.page.url()).toContain(sessionId);
  await expect(page.getByText('Вход выполнен: 1 из 2')).toBeVisible({ timeout: 30_000 });

  const console = await SecretaryConsole.enters(browser, house, sessionId);
  await console.marksEverybodyPresent();
  await console.opensSession();
  await console.looksAt('Лучший МФЦ');
  await console.opensRound();
  await member.casts('МФЦ Ленинского района');
  await console.closesRound();
  await console.reads(/Победитель: МФЦ Ленинского района/);
});

test('an invitation comes by e-mail, signs its reader in, and one that was refused says why', async ({
  browser,
  house,
}) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Приглашения письмами', clock);
  await forms.addsMember('Седова Ольга Ильинична', undefined, 'sedova@example.org');
  await forms.addsMember('Титов Пётр Ильич', undefined, 'nobody@example.org');
  await forms.addsMember('Громова Вера Сергеевна');
  await forms.sendsLetters(2);
  await expect(page.getByRole('row', { name: /Титов/ })).toContainText('письмо не принято: 550 no such user');
  await expect(page.getByRole('row', { name: /Седова/ })).toContainText('письмо отправлено');
  await expect(page.getByRole('row', { name: /Громова/ })).not.toContainText('письмо');
  const link = await linkMailedTo('sedova@example.org');
  const caller = await Caller.redeems(house, link.split('#')[1]!);
  expect((await caller.me()).name).toBe('Седова Ольга Ильинична');
});

test('120 members are invited in one press', async ({ browser, house }) => {
  const page = await signedInPage(browser, house, secretary, '/contests', { width: 1440, height: 900 });
  const forms = new ContestForms(page);
  await forms.createsRehearsal('Сто двадцать приглашений', clock);
  const contestId = new URL(page.url()).pathname.split('/').at(-1)!;
  const caller = await Caller.signsIn(house, secretary.login, secretary.password);
  for (let number = 1; number <= 120; number += 1) {
    const seat = { name: `Смирнов Иван Петрович ${number}`, post: '', body: '', role: 'member', votes: true };
    await caller.obtains('POST', `/contests/${contestId}/members`, seat);
  }
  await page.reload();
  const asked: Request[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && asked.push(request)));
  await forms.invitesEverybody(120);
  expect(asked.map((request) => new URL(request.url()).pathname)).toEqual([
    `/api/contests/${contestId}/invitations`,
  ]);
  expect(asked[0]!.timing().responseEnd).toBeLessThan(3_000);
  const pictures = process.env['PICTURES'];
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/invitations-laptop.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${pictures}/invitations-phone.png` });
  }
});
