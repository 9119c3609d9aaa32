import { type Browser, expect, type Page } from '@playwright/test';
import { demonstration } from '../commission.ts';
import { signedInPage } from './member-screen.ts';
import { words } from './words.ts';

const { officer: word } = words;

/** The secretary at the console. */
export class SecretaryConsole {
  constructor(readonly page: Page) {}

  static async enters(browser: Browser, house: string, sessionId: string): Promise<SecretaryConsole> {
    const secretary = { login: demonstration.secretary, password: demonstration.password };
    const page = await signedInPage(browser, house, secretary, `/console/${sessionId}`, {
      width: 1440,
      height: 900,
    });
    return new SecretaryConsole(page);
  }

  async marksEverybodyPresent(): Promise<void> {
    await this.page.getByRole('button', { name: word.everybodyPresent }).click();
    await expect(this.page.getByText(word.presentMarked)).toBeVisible();
  }

  async marksPresent(name: string): Promise<void> {
    await this.page.getByRole('button', { name: word.attendanceOf(name) }).click();
    await this.page.getByRole('menuitem', { name: word.present, exact: true }).click();
  }

  async opensSession(): Promise<void> {
    await this.presses(word.openSession);
    await expect(this.page.getByRole('button', { name: word.openSession })).toBeHidden();
  }

  async looksAt(question: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: word.agenda })
      .getByRole('button', { name: question })
      .click();
  }

  async opensRound(): Promise<void> {
    await this.presses(word.openRound);
    await expect(this.page.getByRole('button', { name: word.closeRound })).toBeVisible();
  }

  async closesRound(): Promise<void> {
    await this.presses(word.closeRound);
    await expect(this.page.getByRole('button', { name: word.closeRound })).toBeHidden();
  }

  async entersByHand(name: string, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: word.enterBallot }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(word.member).selectOption({ label: name });
    await dialog.getByRole('radio', { name: choice }).check();
    await dialog.getByRole('button', { name: word.enterIt }).click();
    await expect(dialog).toBeHidden();
  }

  /** Through the large button, once nothing is left to decide. */
  async closesSession(): Promise<void> {
    await this.presses(word.closeSession);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: word.closeIt }).click();
    await expect(dialog).toBeHidden();
  }

  /** The large button. It takes no second press within a second, lest one meant for opening should close. */
  private async presses(name: string | RegExp): Promise<void> {
    await this.page.waitForTimeout(1_100);
    await this.page.getByRole('button', { name }).click();
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }
}
