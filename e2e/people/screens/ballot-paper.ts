import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words.ts';

const { paper: word } = words;

/** The paper of every ballot kind, on a member's page or in a dialog of the console. */
export class BallotPaper {
  constructor(
    readonly page: Page,
    readonly root: Locator = page.getByRole('main'),
  ) {}

  async answers(nominee: string, side: RegExp): Promise<void> {
    await this.root.getByRole('group', { name: nominee }).getByRole('radio', { name: side }).check();
  }

  async answersAll(button: string): Promise<void> {
    await this.root.getByRole('button', { name: button }).click();
  }

  async places(...nominees: readonly string[]): Promise<void> {
    for (const name of nominees) await this.root.getByRole('button', { name: word.placeOf(name) }).click();
  }

  async movesUp(nominee: string): Promise<void> {
    await this.root.getByRole('button', { name: `${word.up}: ${nominee}` }).click();
  }

  async hasOrder(...nominees: readonly string[]): Promise<void> {
    const placed = this.root
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: word.up }) });
    await expect(placed).toHaveCount(nominees.length);
    for (const [index, name] of nominees.entries()) await expect(placed.nth(index)).toContainText(name);
  }

  async scores(nominee: string, points: Readonly<Record<string, string>>): Promise<void> {
    for (const [criterion, value] of Object.entries(points)) await this.score(nominee, criterion).fill(value);
  }

  score(nominee: string, criterion: string): Locator {
    return this.root.getByRole('textbox', { name: `${criterion}, ${nominee}` });
  }

  async abstains(): Promise<void> {
    await this.root.getByRole('checkbox', { name: word.abstain }).check();
  }

  /** With nothing but Tab: until the control of this name has the focus. */
  async tabsTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (focused.trim() === name) return;
    }
    throw new Error(`Tab never comes to «${name}»`);
  }
}
