import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words.ts';

const { protocol: word } = words;

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The page the session ends on. */
export class ProtocolPage {
  private constructor(readonly page: Page) {}

  /** In the browser of whoever is signed in there. */
  static async opens(page: Page, sessionId: string): Promise<ProtocolPage> {
    await page.goto(`/protocol/${sessionId}`);
    return new ProtocolPage(page);
  }

  /** By the way that the screen of the presiding member shows. */
  static async isReachedFrom(page: Page): Promise<ProtocolPage> {
    await page.getByRole('link', { name: word.toProtocol }).click();
    await page.waitForURL('**/protocol/*');
    return new ProtocolPage(page);
  }

  /** Presses the button of a format and answers with the bytes that were saved. */
  async downloads(format: 'word' | 'pdf' | 'journal'): Promise<Buffer> {
    return this.saves(this.page.getByRole('button', { name: word[format] }).first());
  }

  /** A file of an issued version, by what its button says. */
  async downloadsOf(version: number, button: string): Promise<Buffer> {
    return this.saves(this.version(version).getByRole('button', { name: button, exact: true }));
  }

  /** Each of these stands in the preview. Fixed spaces of the document read as spaces. */
  async reads(...lines: readonly (string | RegExp)[]): Promise<void> {
    const preview = this.page.getByRole('region', { name: word.preview });
    for (const line of lines) await expect.soft(preview, String(line)).toContainText(line);
  }

  /** What the preview shows of the versions there are: one that was issued, or the draft of the next. */
  async previews(shown: RegExp): Promise<void> {
    const versions = this.page.getByLabel(word.shown);
    await versions.selectOption({
      label: (await versions.getByRole('option', { name: shown }).textContent())!,
    });
  }

  async doesNotRead(text: string): Promise<void> {
    await expect(this.page.getByRole('region', { name: word.preview })).not.toContainText(text);
  }

  /** Names exactly these texts as missing, and is not issued without them. */
  async lacks(...gaps: readonly string[]): Promise<void> {
    await expect(this.gaps).toHaveText(gaps);
    await expect(this.issueButton).toBeDisabled();
  }

  async lacksNothing(): Promise<void> {
    await expect(this.page.getByRole('region', { name: word.gaps })).toContainText(word.complete);
  }

  /** Every text that is missing and has a template, by one press. */
  async recordsTemplates(): Promise<void> {
    await this.page.getByRole('button', { name: word.recordTemplates }).click();
    await this.lacksNothing();
  }

  async followsGap(gap: string): Promise<void> {
    await this.gaps.filter({ hasText: gap }).click();
    await this.page.waitForURL('**/console/**');
  }

  async isIssued(version: number, reason?: string): Promise<void> {
    if (reason !== undefined) {
      await expect(this.issueButton).toBeDisabled();
      await this.page.getByLabel(word.reason).fill(reason);
    }
    await this.issueButton.click({ timeout: 10_000 });
    await expect(this.version(version)).toContainText(reason ?? word.version(version), { timeout: 30_000 });
    await expect(this.page.getByRole('heading', { name: word.issuing, exact: true })).toBeFocused();
  }

  /** In the app, over the hash that the dialog shows. */
  async isSigned(version: number, sha256: string): Promise<void> {
    await this.version(version).getByRole('button', { name: word.sign }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toContainText(sha256);
    await dialog.getByRole('button', { name: word.signIt }).click();
    await expect(dialog).toBeHidden();
    await expect(this.version(version).locator(':focus')).toContainText(word.signed);
  }

  async shows(version: number, ...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.version(version)).toContainText(text);
  }

  /** There is nothing for this viewer to sign. */
  async offersNoSigning(version: number): Promise<void> {
    await expect(this.version(version).getByRole('button', { name: word.sign })).toHaveCount(0);
  }

  async attaches(version: number, { name, bytes }: NamedFile): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await this.version(version).getByLabel(word.attach).setInputFiles(file);
    await expect(this.version(version).getByRole('button', { name })).toBeVisible();
  }

  private get issueButton(): Locator {
    return this.page.getByRole('button', { name: word.issue });
  }

  private get gaps(): Locator {
    return this.page.getByRole('region', { name: word.gaps }).getByRole('link', { name: word.gap });
  }

  private version(number: number): Locator {
    const heading = this.page.getByRole('heading', { name: word.version(number), exact: true });
    return this.page.getByRole('article').filter({ has: heading });
  }

  private async saves(button: Locator): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await button.click();
    return readFile(await (await download).path());
  }
}
