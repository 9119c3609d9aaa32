import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words.ts';

const { contest: word } = words;

/** The secretary preparing a contest and its session by hand, in the forms made for that. */
export class ContestForms {
  constructor(readonly page: Page) {}

  async createsRehearsal(
    title: string,
    clock: { readonly deadline: string; readonly start: string },
  ): Promise<void> {
    await this.page.goto('/contests/new');
    await this.page.getByLabel(word.title).fill(title);
    await this.page.getByLabel(word.deadline).fill(clock.deadline);
    await this.page.getByRole('main').getByRole('radio', { name: word.rehearsal }).check();
    await this.page.getByLabel(word.start).fill(clock.start);
    await this.page.getByRole('button', { name: word.create }).click();
    await expect(this.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }

  async addsNomination(title: string, nominees: readonly string[]): Promise<void> {
    await this.opensTab(word.nominations);
    await this.inDialog(word.addNomination, async (dialog) => dialog.getByLabel(word.nomination).fill(title));
    for (const name of nominees) {
      await this.inDialog(word.addNominee, async (dialog) => dialog.getByLabel(word.name).fill(name));
      await expect(this.page.getByRole('rowheader', { name })).toBeVisible();
    }
  }

  async addsMember(name: string, role?: string, email?: string): Promise<void> {
    await this.opensTab(word.members);
    await this.inDialog(word.addMember, async (dialog) => {
      await dialog.getByLabel(words.officer.member).fill(name);
      if (role !== undefined) await dialog.getByLabel(word.role).selectOption({ label: role });
      if (email !== undefined) await dialog.getByLabel(word.email).fill(email);
    });
    await expect(this.page.getByRole('rowheader', { name })).toBeVisible();
  }

  /** Answers with the one-time link of each member, in the order of the list. */
  async invitesEverybody(count: number): Promise<string[]> {
    await this.opensTab(word.invitations);
    await this.page.getByRole('button', { name: word.inviteAll }).click();
    const addresses = this.page.getByText(/\/l#/);
    await expect(addresses).toHaveCount(count);
    return addresses.allInnerTexts();
  }

  /** Sends a letter to everybody who has an address, after being told how many they are. */
  async sendsLetters(count: number): Promise<void> {
    await this.opensTab(word.invitations);
    await this.page.getByRole('button', { name: word.sendLetters(count) }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: word.send, exact: true }).click();
  }

  /** Ends every sign-in of a member, as for a phone that was lost. */
  async signsOut(name: string): Promise<void> {
    await this.opensTab(word.invitations);
    await this.page.getByRole('button', { name: `${word.signOut} ${name}` }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: word.signOutDo, exact: true }).click();
    await expect(this.page.getByText(`${name}: все входы завершены.`)).toBeVisible();
  }

  /** Convenes with what the form offers by itself and one nomination; answers with the id of the session. */
  async convenes(place: string, presiding: string, nomination: string): Promise<string> {
    await this.opensTab(word.sessions);
    await this.page.getByRole('link', { name: word.newSession }).first().click();
    await this.page.getByLabel(word.place, { exact: true }).fill(place);
    await this.page.getByLabel(word.presiding).selectOption({ label: presiding });
    await this.page.getByRole('button', { name: word.nomination }).click();
    await this.page.getByRole('menuitem', { name: nomination }).click();
    await this.page.getByRole('button', { name: word.convene }).click();
    await this.page.waitForURL('**/console/*');
    return new URL(this.page.url()).pathname.split('/').at(-1)!;
  }

  async opensTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  private async inDialog(button: RegExp, fill: (dialog: Locator) => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    const dialog = this.page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: word.save }).click();
    await expect(dialog).toBeHidden();
  }
}
