import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { words } from './words.ts';

/** The page the session ends on. */
export class ProtocolPage {
  private constructor(readonly page: Page) {}

  /** In the browser of whoever is signed in there. */
  static async opens(page: Page, sessionId: string): Promise<ProtocolPage> {
    await page.goto(`/protocol/${sessionId}`);
    return new ProtocolPage(page);
  }

  /** Presses the button of a format and answers with the bytes that were saved. */
  async downloads(format: 'word' | 'pdf' | 'journal'): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: words.protocol[format] }).first().click();
    return readFile(await (await download).path());
  }

  /** Each of these stands in the preview. Fixed spaces of the document read as spaces. */
  async reads(...lines: readonly (string | RegExp)[]): Promise<void> {
    const preview = this.page.getByRole('region', { name: words.protocol.preview });
    for (const line of lines) await expect.soft(preview, String(line)).toContainText(line);
  }
}
