import { type Browser, expect, type Page } from '@playwright/test';
import { words } from './words.ts';

const { verify: word } = words;

/** Somebody with a journal on their disk and a hash on paper. */
export class VerifyPage {
  private constructor(readonly page: Page) {}

  static async opens(browser: Browser, house: string): Promise<VerifyPage> {
    const page = await (await browser.newContext({ baseURL: house })).newPage();
    await page.goto('/verify');
    return new VerifyPage(page);
  }

  async checks(journal: string | Buffer, head?: string): Promise<void> {
    if (head !== undefined) await this.page.getByLabel(word.head).fill(head);
    const buffer = Buffer.isBuffer(journal) ? journal : Buffer.from(journal);
    await this.page
      .getByLabel(word.file)
      .setInputFiles({ name: 'journal.json', mimeType: 'application/json', buffer });
  }

  async findsItSound(): Promise<void> {
    await expect(this.page.getByText(word.sound, { exact: true })).toBeVisible();
  }

  async findsItBrokenAt(position: number): Promise<void> {
    await expect(this.page.getByText(word.broken)).toBeVisible();
    await expect(this.page.getByRole('alert')).toContainText(`№ ${position}`);
  }

  async startsAgain(): Promise<void> {
    await this.page.goto('/verify');
  }
}
