import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Member } from '../commission.ts';
import { words } from './words.ts';

const { member: word } = words;

const phone = { width: 390, height: 844 };

/** A member at a phone of their own. */
export class MemberScreen {
  protected constructor(readonly page: Page) {}

  /** Opens a browser, signs in and lands on the ballot. */
  static async enters(browser: Browser, house: string, member: Member): Promise<MemberScreen> {
    const page = await signedInPage(browser, house, member, `/session/${member.sessionId}`, phone);
    return new MemberScreen(page);
  }

  /** By the one-time link of an invitation, which leads to the ballot without a password. */
  static async redeems(browser: Browser, link: string): Promise<MemberScreen> {
    const page = await (await browser.newContext({ viewport: phone })).newPage();
    await page.goto(link);
    await page.waitForURL('**/session/*');
    return new MemberScreen(page);
  }

  /** Chooses by the name on the card, confirms, and waits for the receipt. */
  async casts(choice: string): Promise<void> {
    await this.picks(choice);
    await this.page.getByRole('button', { name: word.vote, exact: true }).click();
    await this.hasReceipt();
  }

  async picks(choice: string): Promise<void> {
    await this.page.getByRole('main').getByRole('radio', { name: choice }).check();
  }

  async changesTo(choice: string): Promise<void> {
    await this.page.getByRole('button', { name: word.change, exact: true }).click();
    await this.picks(choice);
    await this.page.getByRole('button', { name: word.change, exact: true }).click();
    await this.hasReceipt();
    await expect(this.page.getByRole('status').filter({ hasText: word.recorded })).toContainText(choice);
  }

  async recuses(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: word.recuse }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(word.reason).fill(reason);
    await dialog.getByRole('button', { name: word.recuse }).click();
    await expect(dialog).toBeHidden();
  }

  async hasReceipt(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: word.recorded })).toBeVisible();
  }

  async isOfferedBallot(): Promise<void> {
    await expect(this.answers.first()).toBeEnabled();
  }

  async isOfferedNoBallot(): Promise<void> {
    await expect(this.answers).toHaveCount(0);
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }

  /** The cards of the ballot; the settings at the foot of the page are radios, too. */
  protected get answers(): Locator {
    return this.page.getByRole('main').getByRole('radio');
  }
}

/** The presiding member: the same screen with the acts of the chair on it. */
export class ChairScreen extends MemberScreen {
  static override async enters(browser: Browser, house: string, member: Member): Promise<ChairScreen> {
    const page = await signedInPage(browser, house, member, `/session/${member.sessionId}`, {
      width: 1280,
      height: 900,
    });
    return new ChairScreen(page);
  }

  async opensRound(): Promise<void> {
    await this.page.getByRole('button', { name: words.officer.openRound }).click();
    await expect(this.answers.first()).toBeVisible();
  }

  async closesRound(): Promise<void> {
    await this.page.getByRole('button', { name: words.officer.closeRound }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.officer.closeRound }).click();
    await expect(dialog).toBeHidden();
  }
}

export async function signedInPage(
  browser: Browser,
  house: string,
  { login, password }: { readonly login: string; readonly password: string },
  path: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: house, viewport });
  const page = await context.newPage();
  await page.goto(`/sign-in?to=${encodeURIComponent(path)}`);
  await page.getByLabel(words.signIn.login).fill(login);
  await page.getByLabel(words.signIn.password).fill(password);
  await page.getByRole('main').getByRole('button', { name: words.signIn.submit }).click();
  await page.waitForURL(`**${path}`);
  return page;
}
