import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words.ts';

const { minutes: word } = words;

type Field = 'reported' | 'discussed' | 'resolved';

/** The minutes of one question on the console. */
export class MinutesSheet {
  constructor(readonly page: Page) {}

  async writes(field: Field, text: string): Promise<void> {
    await this.field(field).fill(text);
  }

  /** Turns to something else, which records what is written. */
  async leaves(field: Field): Promise<void> {
    await this.field(field).blur();
  }

  async isSaved(): Promise<void> {
    await expect(this.sheet.getByRole('status').first()).toContainText(word.saved);
  }

  /** Says which field shows what nobody has recorded, and records it as it stands. */
  async keepsTemplate(field: 'reported' | 'discussed'): Promise<void> {
    await expect(this.sheet.getByRole('status').first()).toContainText(`${word[field]}: ${word.template}`);
    await this.sheet.getByRole('button', { name: word.keepTemplate }).click();
    await expect(this.sheet.getByRole('status').first()).not.toContainText(word.template);
    await this.isSaved();
  }

  async holds(field: Field, text: string): Promise<void> {
    await expect(this.field(field)).toHaveValue(text);
  }

  async isAt(field: Field): Promise<void> {
    await expect(this.field(field)).toBeFocused();
  }

  async showsBoth(theirs: string, mine: string): Promise<void> {
    await expect(this.conflict).toContainText(word.stale);
    await expect(this.text(word.theirs)).toHaveText(theirs);
    await expect(this.text(word.mine)).toHaveText(mine);
  }

  async settles(how: 'keepMine' | 'takeTheirs' | 'keepBoth'): Promise<void> {
    await this.conflict.getByRole('button', { name: word[how] }).click();
    await this.asksNothing();
  }

  async asksNothing(): Promise<void> {
    await expect(this.conflict).toHaveCount(0);
  }

  private get sheet(): Locator {
    return this.page.getByRole('region', { name: word.section });
  }

  private get conflict(): Locator {
    return this.sheet.getByRole('alert').filter({ hasText: word.stale });
  }

  private text(whose: string): Locator {
    return this.conflict
      .locator('div', { has: this.page.locator('> b', { hasText: whose }) })
      .getByRole('blockquote');
  }

  private field(field: Field): Locator {
    return this.sheet.getByLabel(word[field]);
  }
}
