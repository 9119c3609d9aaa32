import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { hasNoViolations } from '../people/accessibility.ts';
import { House, projectRoot } from '../people/house.ts';
import { signedInPage } from '../people/screens/member-screen.ts';
import { expect, test } from '../people/story.ts';

const laptop = { width: 1440, height: 900 };

/** As somebody at a terminal, beside the house that is open on the same folder. */
async function makesAdministrator(dataDir: string, login: string, password: string): Promise<void> {
  const command = spawn(
    process.execPath,
    [
      path.join(projectRoot, 'server/dist/create-account.js'),
      ...['--role', 'administrator', '--login', login, '--name', 'Громова Анна', '--password-stdin'],
    ],
    { cwd: projectRoot, env: { ...process.env, DATA_DIR: dataDir }, stdio: ['pipe', 'ignore', 'inherit'] },
  );
  command.stdin.end(password);
  const [code] = (await once(command, 'exit')) as [number];
  expect(code).toBe(0);
}

async function pictures(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [device, viewport] of [
      ['laptop', laptop],
      ['phone', { width: 390, height: 844 }],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.screenshot({ path: `${folder}/${name}-${device}-${colorScheme}.png` });
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(laptop);
}

test('an administrator of the command line names a secretary, shuts an account and sees it listed', async ({
  browser,
}) => {
  const house = await House.opens();
  try {
    await makesAdministrator(house.dataDir, 'gromova', 'very secret');
    const administrator = { login: 'gromova', password: 'very secret' };
    const page = await signedInPage(browser, house.url, administrator, '/administration', laptop);
    const inDialog = (button: string) =>
      page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();

    await page.getByRole('button', { name: 'Новый вход' }).click();
    await page.getByLabel('Фамилия, имя, отчество').fill('Седова Ольга');
    await page.getByLabel('Имя для входа').fill('sedova');
    await pictures(page, 'new-account');
    await hasNoViolations(page);
    await inDialog('Создать');
    const link = await page.getByLabel('Ссылка', { exact: true }).inputValue();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.getByRole('tab', { name: 'Секретари' }).click();
    const contest = page.getByRole('main').getByRole('region').first();
    await contest.getByLabel('Назначить секретаря').selectOption({ label: 'Седова Ольга (sedova)' });
    await contest.getByRole('button', { name: 'Назначить', exact: true }).click();
    await expect(contest.getByRole('button', { name: 'Снять: Седова Ольга' })).toBeVisible();
    await pictures(page, 'secretaries');
    await hasNoViolations(page);

    const other = await (await browser.newContext({ viewport: laptop })).newPage();
    await other.goto(link);
    await other.waitForURL(`${house.url}/`);
    await other.goto(`${house.url}/contests`);
    await expect(other.getByRole('main').getByRole('heading', { name: 'Конкурсы' })).toBeVisible();

    await page.getByRole('tab', { name: 'Входы' }).click();
    await page.getByLabel('Найти по имени').fill('седова');
    await pictures(page, 'accounts');
    await hasNoViolations(page);
    await page.getByRole('button', { name: 'Действия: Седова Ольга' }).click();
    await page.getByRole('menuitem', { name: 'Выключить…' }).click();
    await inDialog('Выключить');
    await expect(page.getByRole('rowheader', { name: 'Седова Ольга' })).toContainText('выключен');
    await other.reload();
    await expect(other.getByText('Этот раздел для секретаря')).toBeVisible();

    await page.goto(`${house.url}/account`);
    await page.getByLabel('Нынешний пароль').fill('not that one');
    await page.getByLabel('Новый пароль', { exact: true }).fill('even more secret');
    await page.getByLabel('Новый пароль ещё раз').fill('even more secret');
    const change = page.getByRole('button', { name: 'Изменить пароль' });
    await change.click();
    await expect(page.getByText('Пароль неверен.')).toBeVisible();
    await pictures(page, 'account');
    await page.getByLabel('Нынешний пароль').fill('very secret');
    await change.click();
    await expect(page.getByText('Пароль изменён.')).toBeVisible();

    await page.goto(`${house.url}/administration?tab=audit`);
    const done = page.getByRole('main').getByRole('listitem');
    for (const told of [
      /Изменён свой пароль: Громова Анна/,
      /Вход выключен: Седова Ольга.*Кто: Громова Анна/,
      /Назначен секретарь конкурса: Седова Ольга.*конкурс «/,
      /Создан вход: Громова Анна.*Из командной строки/,
    ])
      await expect(done.filter({ hasText: told })).toHaveCount(1);
    await pictures(page, 'audit');
    await page.getByLabel('Что показывать').selectOption({ label: 'Вход выключен' });
    await expect(done).toHaveCount(1);
  } finally {
    await house.closes();
  }
});

test('a house on a given database does not start without a key of links, and says how to make one', async () => {
  const { LINK_KEY: _key, LINK_KEY_FILE: _file, ...inherited } = process.env;
  const server = spawn(process.execPath, [path.join(projectRoot, 'server/dist/main.js')], {
    env: { ...inherited, DATABASE_URL: 'postgres://127.0.0.1:1/nothing' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(server.stderr);
  const [code] = (await once(server, 'exit')) as [number];
  expect(code).toBe(1);
  expect(await said).toMatch(/LINK_KEY=\$\(/);
  expect(await said).not.toMatch(/^\s+at /m);
});
