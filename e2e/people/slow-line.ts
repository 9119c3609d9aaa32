import type { Page } from '@playwright/test';

type Message = string | Buffer;

/** The line between one browser and the server: it can be slow, so that two people write at the same time. */
export class SlowLine {
  /** What has come through to the browser. */
  readonly heard: string[] = [];
  private waiting: (() => void)[] | undefined;
  private isCut = false;

  private constructor() {}

  static async to(page: Page): Promise<SlowLine> {
    const line = new SlowLine();
    await page.routeWebSocket(/\/socket\.io\//, (browser) => {
      const server = browser.connectToServer();
      browser.onMessage((message) => {
        if (!line.isCut) server.send(message);
      });
      server.onMessage((message) => line.passes(message, () => browser.send(message)));
    });
    await page.reload();
    return line;
  }

  /** From now on news from the server waits on the way; what the browser sends goes out. */
  holds(): void {
    this.waiting = [];
  }

  letsThrough(): void {
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const deliver of waiting) deliver();
  }

  /** What the browser sends is lost until the line is mended. */
  isCutOff(): void {
    this.isCut = true;
  }

  isMended(): void {
    this.isCut = false;
  }

  private passes(message: Message, send: () => void): void {
    const deliver = () => {
      this.heard.push(String(message));
      send();
    };
    if (this.waiting) this.waiting.push(deliver);
    else deliver();
  }
}
