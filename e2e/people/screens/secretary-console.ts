import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { demonstration } from '../commission.ts';
import { type SignIn, signedInPage } from './member-screen.ts';
import { words } from './words.ts';

const { officer: word } = words;

/** The secretary at the console. */
export class SecretaryConsole {
  constructor(readonly page: Page) {}

  static async enters(
    browser: Browser,
    house: string,
    sessionId: string,
    secretary: SignIn = { login: demonstration.secretary, password: demonstration.password },
  ): Promise<SecretaryConsole> {
    const page = await signedInPage(browser, house, secretary, `/console/${sessionId}`, {
      width: 1440,
      height: 900,
    });
    return new SecretaryConsole(page);
  }

  async marksEverybodyPresent(): Promise<void> {
    await this.page.getByRole('button', { name: word.everybodyPresent }).click();
    await expect(this.page.getByText(word.presentMarked)).toBeVisible();
  }

  async marksPresent(name: string): Promise<void> {
    await this.page.getByRole('button', { name: word.attendanceOf(name) }).click();
    await this.page.getByRole('menuitem', { name: word.present, exact: true }).click();
  }

  async opensSession(): Promise<void> {
    await this.presses(word.openSession);
    await expect(this.page.getByRole('button', { name: word.openSession })).toBeHidden();
  }

  async looksAt(question: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: word.agenda })
      .getByRole('button', { name: question })
      .click();
  }

  async opensRound(): Promise<void> {
    await this.presses(word.openRound);
    await expect(this.page.getByRole('button', { name: word.closeRound })).toBeVisible();
  }

  async closesRound(): Promise<void> {
    await this.presses(word.closeRound);
    const anyway = this.page.getByRole('dialog').getByRole('button', { name: word.closeAnyway });
    const close = this.page.getByRole('button', { name: word.closeRound });
    await expect(async () =>
      expect((await anyway.isVisible()) || !(await close.isVisible())).toBe(true),
    ).toPass();
    if (await anyway.isVisible()) await anyway.click();
    await expect(anyway).toBeHidden();
    await expect(close).toBeHidden();
  }

  async entersByHand(name: string, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: word.enterBallot }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(word.member, { exact: true }).selectOption({ label: name });
    await dialog.getByRole('radio', { name: choice }).check();
    await dialog.getByRole('button', { name: word.enterIt }).click();
    await expect(dialog).toBeHidden();
  }

  async entersWritten(name: string, document: string, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: word.enterBallot }).click();
    await this.inDialog(word.enterIt, async (dialog) => {
      await dialog.getByRole('radio', { name: word.written }).check();
      await dialog.getByLabel(word.member, { exact: true }).selectOption({ label: name });
      await dialog.getByLabel(word.document).fill(document);
      await dialog.getByRole('radio', { name: choice }).check();
    });
  }

  /** In the order drawn. */
  async recordsLot(drawn: readonly string[], witnesses: string): Promise<void> {
    await this.page.getByRole('button', { name: word.recordLot }).click();
    await this.inDialog(word.lotDo, async (dialog) => {
      for (const name of drawn) await dialog.getByRole('checkbox', { name }).check();
      await dialog.getByLabel(word.witnesses).fill(witnesses);
    });
  }

  async appointsSubstitute(
    seat: string,
    who: { name: string; login: string; mandate: string },
  ): Promise<void> {
    await this.page.getByRole('button', { name: word.attendanceOf(seat) }).click();
    await this.page.getByRole('menuitem', { name: word.appointSubstitute }).click();
    await this.inDialog(word.appointIt, async (dialog) => {
      await dialog.getByLabel(word.substituteName).fill(who.name);
      await dialog.getByLabel(word.substituteLogin).fill(who.login);
      await dialog.getByLabel(word.mandate).fill(who.mandate);
    });
  }

  async withdraws(nominee: string, reason: string): Promise<void> {
    await this.picksFromMore(word.withdraw);
    await this.inDialog(word.withdrawIt, async (dialog) => {
      const option = dialog.getByRole('option', { name: nominee });
      await dialog.getByLabel(word.nominee).selectOption({ label: await option.innerText() });
      await dialog.getByLabel(word.reason).fill(reason);
    });
  }

  async declaresVoid(reason: string): Promise<void> {
    await this.picksFromMore(word.declareVoid);
    await this.inDialog(word.declareIt, async (dialog) => dialog.getByLabel(word.reason).fill(reason));
  }

  async drops(reason: string): Promise<void> {
    await this.picksFromMore(word.drop);
    await this.inDialog(word.dropIt, async (dialog) => dialog.getByLabel(word.reason).fill(reason));
  }

  async cancels(reason: string): Promise<void> {
    await this.picksFromMore(word.cancel);
    await this.inDialog(word.cancelIt, async (dialog) => dialog.getByLabel(word.reason).fill(reason));
  }

  /** From where the console says that who presides is not there. */
  async passesChair(to: string): Promise<void> {
    await this.page.getByRole('button', { name: word.passChair, exact: true }).click();
    await this.inDialog(word.passIt, async (dialog) => {
      const option = dialog.getByRole('option', { name: to });
      await dialog.getByLabel(word.passTo).selectOption({ label: await option.innerText() });
    });
  }

  /** Of a written procedure; local to the session's time zone, as the field takes it. */
  async opensRoundUntil(until: string): Promise<void> {
    await this.page.getByLabel(word.until).fill(until);
    await this.presses(word.openRound);
    await expect(this.page.getByRole('button', { name: word.openRound })).toBeHidden();
  }

  async asksAnnulment(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: word.annul }).click();
    await this.inDialog(word.askAnnulment, async (dialog) => {
      await dialog.getByRole('radio', { name: word.breach }).check();
      await dialog.getByLabel(word.reason).fill(reason);
    });
  }

  /** Local to the session's time zone, as the field takes it. */
  async extendsDeadline(until: string, document: string): Promise<void> {
    await this.picksFromMore(word.extendDeadline);
    await this.inDialog(word.extendIt, async (dialog) => {
      await dialog.getByLabel(word.newDeadline).fill(until);
      await dialog.getByLabel(word.deadlineDocument).fill(document);
    });
  }

  /** The line of a member in the latest closed round. */
  async rollCallShows(name: string, text: string | RegExp): Promise<void> {
    const summary = this.page.getByText(word.rollCall).first();
    const row = this.page.getByRole('row').filter({ hasText: name }).first();
    if (!(await row.isVisible())) await summary.click();
    await expect(row).toContainText(text);
  }

  private async picksFromMore(item: string): Promise<void> {
    await this.page.getByRole('button', { name: word.more, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  private async inDialog(
    confirm: string | RegExp,
    fill: (dialog: Locator) => Promise<unknown>,
  ): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: confirm }).click();
    await expect(dialog).toBeHidden();
  }

  /** Through the large button, once nothing is left to decide. */
  async closesSession(): Promise<void> {
    await this.presses(word.closeSession);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: word.closeIt }).click();
    await expect(dialog).toBeHidden();
  }

  /** The large button; busy for a moment after it has come to mean something else, which a click waits for. */
  private async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(text);
  }
}
