import { type Browser, expect, type Page } from '@playwright/test';
import { fitsItsWidth, phone, showsCount } from './member-screen.ts';
import { words } from './words.ts';

/** Somebody who looks, without any sign-in. */
export class ObserverScreen {
  private constructor(readonly page: Page) {}

  static async opens(browser: Browser, house: string, sessionId: string): Promise<ObserverScreen> {
    const context = await browser.newContext({ baseURL: house, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`/live/${sessionId}`);
    return new ObserverScreen(page);
  }

  async showsVote(name: string, text: string | RegExp): Promise<void> {
    const rollCall = this.page.getByRole('table', { name: words.observer.rollCall });
    await expect(rollCall.getByRole('row').filter({ hasText: name })).toContainText(text);
  }

  /** Recomputed in this browser, up to this entry. */
  async hasCheckedChain(through: number): Promise<void> {
    const claim = this.page.getByText(words.observer.chain).first();
    await expect(claim).toBeVisible();
    await expect(claim).toContainText(String(through));
  }

  async showsCount(counts: Readonly<Record<string, string>>): Promise<void> {
    await showsCount(this.page.getByRole('main'), counts);
  }

  /** On a phone, with everything unfolded. */
  async fitsAPhone(): Promise<void> {
    await this.page.setViewportSize(phone);
    await this.page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    await fitsItsWidth(this.page);
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }
}
