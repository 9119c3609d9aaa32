import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { NamedFile } from './protocol-page.ts';
import { words } from './words.ts';

const { verify: word } = words;

/** Somebody without a sign-in, who was sent a file, or has a journal on their disk and a hash on paper. */
export class VerifyPage {
  private constructor(readonly page: Page) {}

  static async opens(browser: Browser, house: string): Promise<VerifyPage> {
    const page = await (await browser.newContext({ baseURL: house })).newPage();
    await page.goto('/verify');
    return new VerifyPage(page);
  }

  /** By the link of another page. */
  static async isReachedFrom(page: Page): Promise<VerifyPage> {
    await page.getByRole('link', { name: word.title }).first().click();
    await page.waitForURL('**/verify*');
    return new VerifyPage(page);
  }

  async checks(journal: string | Buffer, head?: string): Promise<void> {
    if (head !== undefined) await this.page.getByLabel(word.head).fill(head);
    const bytes = Buffer.isBuffer(journal) ? journal : Buffer.from(journal);
    await this.takes({ name: 'journal.json', bytes });
  }

  async takes(...files: readonly NamedFile[]): Promise<void> {
    await this.page
      .getByLabel(word.file)
      .setInputFiles(
        files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
      );
  }

  /** What is said of each file by its name: for one inside an archive, beneath the archive. */
  async tells(name: string, ...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.of(name).getByText(text)).toBeVisible();
  }

  async doesNotTell(name: string, text: string | RegExp): Promise<void> {
    await expect(this.of(name).getByText(text)).toHaveCount(0);
  }

  async asksAgain(): Promise<void> {
    await this.page.getByRole('button', { name: word.askAgain }).click();
  }

  async findsItSound(): Promise<void> {
    await expect(this.page.getByText(word.sound, { exact: true })).toBeVisible();
  }

  async doesNotFindItSound(): Promise<void> {
    await expect(this.page.getByText(word.sound, { exact: true })).toHaveCount(0);
  }

  async findsItBrokenAt(position: number): Promise<void> {
    await expect(this.page.getByText(word.broken)).toBeVisible();
    await expect(this.page.getByRole('alert')).toContainText(`№ ${position}`);
  }

  async startsAgain(): Promise<void> {
    await this.page.goto('/verify');
  }

  async takesOthers(): Promise<void> {
    await this.page.getByRole('button', { name: word.again }).click();
    await expect(this.page.getByLabel(word.file)).toBeFocused();
  }

  private of(name: string): Locator {
    const heading = this.page.getByRole('heading', { name, exact: true });
    return this.page.locator('article, li').filter({ has: heading }).last();
  }
}
