import { type Browser, expect, type Page } from '@playwright/test';
import { words } from './words.ts';

/** The projector in the hall. Nobody touches it. */
export class HallScreen {
  private constructor(readonly page: Page) {}

  static async opens(browser: Browser, house: string, sessionId: string): Promise<HallScreen> {
    const context = await browser.newContext({ baseURL: house, viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.goto(`/hall/${sessionId}`);
    return new HallScreen(page);
  }

  /** The numbers beside the bars, by what they are called. */
  async shows(counts: Readonly<Record<string, number>>): Promise<void> {
    for (const [name, count] of Object.entries(counts)) {
      const line = this.page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: name })
        .filter({ has: this.page.locator('output') });
      await expect(line.locator('output'), name).toHaveText(String(count));
    }
  }

  /** The tile of a seat with what it did. */
  async showsSeat(name: string, text: string | RegExp): Promise<void> {
    const tile = this.page.getByRole('complementary').getByRole('listitem').filter({ hasText: name });
    await expect(tile).toContainText(text);
  }

  async announces(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }

  async isVoting(): Promise<void> {
    await this.announces(words.hall.voting);
  }

  async showsClosingHash(hash: string): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(words.hall.hash);
    const shown = await this.page.getByRole('main').locator('code').innerText();
    expect(hash.startsWith(shown.replace(/[\s…]/g, ''))).toBe(true);
  }
}
