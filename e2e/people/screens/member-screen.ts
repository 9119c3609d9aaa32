import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Member } from '../commission.ts';
import { BallotPaper } from './ballot-paper.ts';
import { words } from './words.ts';

const { member: word } = words;

export const phone = { width: 390, height: 844 };
/** The narrowest that every page must fit without scrolling sideways. */
export const narrowPhone = { width: 320, height: 640 };

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

/** A member at a phone of their own. */
export class MemberScreen {
  protected constructor(readonly page: Page) {}

  /** Opens a browser, signs in and lands on the ballot. */
  static async enters(
    browser: Browser,
    house: string,
    member: SignIn & Pick<Member, 'sessionId'>,
    viewport = phone,
  ): Promise<MemberScreen> {
    const page = await signedInPage(browser, house, member, `/session/${member.sessionId}`, viewport);
    return new MemberScreen(page);
  }

  get paper(): BallotPaper {
    return new BallotPaper(this.page);
  }

  /** What the paper holds, as it stands. */
  async sends(): Promise<void> {
    await this.page.getByRole('button', { name: word.vote, exact: true }).click();
    await this.hasReceipt();
  }

  /** Fills in the recorded ballot anew and sends the change. */
  async changes(fill: () => Promise<void>): Promise<void> {
    const change = this.page.getByRole('button', { name: word.change, exact: true });
    await change.click();
    await expect(this.page.getByRole('button', { name: word.keep })).toBeVisible();
    await fill();
    await change.click();
    await this.hasReceipt();
  }

  async isNotReady(problem: RegExp): Promise<void> {
    await this.reads(problem);
    await expect(this.page.getByRole('button', { name: word.vote, exact: true })).toBeDisabled();
  }

  /** The numbers of the last outcome, by nominee. */
  async showsCount(counts: Readonly<Record<string, string>>): Promise<void> {
    await showsCount(this.page.getByRole('main'), counts);
  }

  fitsItsWidth(): Promise<void> {
    return fitsItsWidth(this.page);
  }

  async filesDissent(question: string, text: string): Promise<void> {
    await this.page.locator('summary').filter({ hasText: question }).click();
    await this.page.getByRole('button', { name: words.dissent.file }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words.dissent.text).fill(text);
    await dialog.getByRole('button', { name: words.dissent.confirm }).click();
    await expect(dialog).toBeHidden();
    await this.reads(text);
  }

  /** By the one-time link of an invitation, which leads to the ballot without a password. */
  static async redeems(browser: Browser, link: string): Promise<MemberScreen> {
    const page = await (await browser.newContext({ viewport: phone })).newPage();
    await page.goto(link);
    await page.waitForURL('**/session/*');
    return new MemberScreen(page);
  }

  /** Chooses by the name on the card, confirms, and waits for the receipt. */
  async casts(choice: string): Promise<void> {
    await this.picks(choice);
    await this.page.getByRole('button', { name: word.vote, exact: true }).click();
    await this.hasReceipt();
  }

  async picks(choice: string): Promise<void> {
    await this.page.getByRole('main').getByRole('radio', { name: choice }).check();
  }

  async changesTo(choice: string): Promise<void> {
    await this.page.getByRole('button', { name: word.change, exact: true }).click();
    await this.picks(choice);
    await this.page.getByRole('button', { name: word.change, exact: true }).click();
    await this.hasReceipt();
    await expect(this.page.getByRole('status').filter({ hasText: word.recorded })).toContainText(choice);
  }

  async recuses(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: word.recuse }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(word.reason).fill(reason);
    await dialog.getByRole('button', { name: word.recuse }).click();
    await expect(dialog).toBeHidden();
  }

  async hasReceipt(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: word.recorded })).toBeVisible();
  }

  /** Reads on at the foot of the page. */
  async scrollsAway(): Promise<void> {
    await this.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  }

  /** Wherever the page stood: the ballot of this question is in view, and the tab says that a vote is awaited. */
  async isLedTo(question: string): Promise<void> {
    await expect(this.page).toHaveTitle(new RegExp(`^${word.voteNow}: ${question}`));
    await expect(this.page.getByRole('heading', { level: 1, name: question })).toBeInViewport();
  }

  async isOfferedBallot(): Promise<void> {
    await expect(this.answers.first()).toBeEnabled();
  }

  /** These nominees, and abstaining. */
  async isOfferedOnly(...nominees: readonly string[]): Promise<void> {
    for (const name of nominees)
      await expect(this.page.getByRole('main').getByRole('radio', { name })).toBeVisible();
    await expect(this.answers).toHaveCount(nominees.length + 1);
  }

  async isOfferedNoBallot(): Promise<void> {
    await expect(this.answers).toHaveCount(0);
  }

  /** What the bar says of the seat. */
  async isAt(seat: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(seat);
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }

  /** The cards of the ballot; the settings at the foot of the page are radios, too. */
  protected get answers(): Locator {
    return this.page.getByRole('main').getByRole('radio');
  }
}

/** The presiding member: the same screen with the acts of the chair on it. */
export class ChairScreen extends MemberScreen {
  static override async enters(browser: Browser, house: string, member: Member): Promise<ChairScreen> {
    const page = await signedInPage(browser, house, member, `/session/${member.sessionId}`, {
      width: 1280,
      height: 900,
    });
    return new ChairScreen(page);
  }

  async opensRound(name = words.officer.openRound): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    await expect(this.answers.first()).toBeVisible();
  }

  async closesRound(): Promise<void> {
    await this.page.getByRole('button', { name: words.officer.closeRound }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: words.officer.closeRound })
      .or(dialog.getByRole('button', { name: words.officer.closeAnyway }))
      .click();
    await expect(dialog).toBeHidden();
  }

  async givesCastingVote(choice: string): Promise<void> {
    await this.page
      .getByRole('group', { name: words.chair.castingVote })
      .getByRole('radio', { name: choice })
      .check();
    const give = this.page.getByRole('button', { name: words.chair.giveCastingVote });
    await give.click();
    await expect(give).toBeHidden();
  }

  async declines(rule: string): Promise<void> {
    const name = `${words.chair.decline}: ${rule}`;
    await this.page.getByRole('button', { name }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name }).click();
    await expect(dialog).toBeHidden();
  }

  async presides(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: words.chair.presides })).toBeVisible();
  }

  async doesNotPreside(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: words.chair.presides })).toBeHidden();
  }

  async confirmsAnnulment(): Promise<void> {
    const confirm = this.page.getByRole('button', { name: words.chair.confirmAnnulment });
    await confirm.click();
    await expect(confirm).toBeHidden();
  }

  async passesChair(name: string): Promise<void> {
    await this.page.getByText(words.chair.more).click();
    await this.page.getByRole('button', { name: words.chair.passChair }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words.chair.passTo).selectOption({ label: name });
    await dialog.getByRole('button', { name: words.chair.passConfirm }).click();
    await expect(dialog).toBeHidden();
  }
}

export async function fitsItsWidth(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth)
      .map((each) => each.outerHTML.slice(0, 120));
  });
  expect(beyond, 'scrolls sideways').toEqual([]);
}

/** The numbers beside the bars of a count. */
export async function showsCount(root: Locator, counts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, shown] of Object.entries(counts)) {
    const line = root
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ has: root.page().locator('output') });
    await expect(line.locator('output').first(), name).toHaveText(shown);
  }
}

export async function signedInPage(
  browser: Browser,
  house: string,
  { login, password }: SignIn,
  path: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: house, viewport });
  const page = await context.newPage();
  await page.goto(`/sign-in?to=${encodeURIComponent(path)}`);
  await page.getByLabel(words.signIn.login).fill(login);
  await page.getByLabel(words.signIn.password).fill(password);
  await page.getByRole('main').getByRole('button', { name: words.signIn.submit }).click();
  await page.waitForURL(`**${path}`);
  return page;
}
