import { expect, type Page } from '@playwright/test';
import type { NamedFile } from './protocol-page.ts';
import { words } from './words.ts';

const { contest: word, import: table } = words;

/** The secretary loading a table of nominees or members into a contest. */
export class ImportPage {
  private constructor(readonly page: Page) {}

  /** From the tab of a contest, by the link that is there for it. */
  static async opens(page: Page, tab: 'nominations' | 'members'): Promise<ImportPage> {
    await page.getByRole('tab', { name: word[tab] }).click();
    await page.getByRole('link', { name: table.open }).click();
    return new ImportPage(page);
  }

  async takes({ name, bytes }: NamedFile): Promise<void> {
    await this.page
      .getByLabel(table.file)
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  }

  async counts(text: string): Promise<void> {
    await expect(this.page.getByText(text, { exact: true })).toBeVisible();
  }

  async isRefused(reason: RegExp): Promise<void> {
    await expect(this.page.getByRole('alert')).toContainText(reason);
  }

  /** What the row says at its cell, as the spreadsheet counts rows. */
  async marks(row: number, cell: string, reason: string | RegExp): Promise<void> {
    const marked = this.page
      .getByRole('row')
      // On a phone each cell says its title before itself.
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`(^|\\s)${row}$`) }) })
      .getByRole('cell')
      .filter({ hasText: cell });
    await expect(marked).toContainText(reason);
  }

  async offersNothingToAdd(): Promise<void> {
    await expect(this.page.getByRole('button', { name: table.apply })).toHaveCount(0);
  }

  /** By the dialog of the system, which opens at once. */
  async choosesAnother({ name, bytes }: NamedFile): Promise<void> {
    const opened = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: table.another }).click();
    await (await opened).setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  }

  async choosesHeader(row: number): Promise<void> {
    await this.page.getByLabel(table.header).selectOption(String(row));
  }

  /** Says what a column is, by its letter. */
  async reads(letter: string, meaning: string): Promise<void> {
    await this.page.getByLabel(new RegExp(`^${letter}: `)).selectOption({ label: meaning });
  }

  async skips(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  }

  async changesAll(count: number): Promise<void> {
    await this.page.getByRole('button', { name: table.changeAll }).click();
    await expect(this.page.getByRole('checkbox', { name: table.change, checked: true })).toHaveCount(count);
  }

  async presses(act: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: act }).click();
  }

  async addsThemAll(count: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`${table.apply.source} ${count} `) }).click();
    await expect(this.page.getByText(table.done(count))).toBeVisible();
  }

  async returns(): Promise<void> {
    await this.page.getByRole('link', { name: table.back }).click();
    await expect(this.page.getByRole('link', { name: table.open })).toBeFocused();
  }
}
