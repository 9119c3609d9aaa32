import { words } from '../people/screens/words.ts';
import { expect, test } from '../people/story.ts';

const entrances = [
  { as: words.start.secretary, at: /\/console\// },
  { as: words.start.chair, at: /\/session\// },
  { as: words.start.firstMember, at: /\/session\// },
] as const;

test('from the first page of a rehearsal one press lets anybody in, and every view says what it is', async ({
  browser,
  house,
}) => {
  for (const { as, at } of entrances) {
    const context = await browser.newContext({ baseURL: house });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('main')).toContainText(words.rehearsal);
    const demonstration = page
      .getByRole('listitem')
      .filter({ hasText: '«Лучший многофункциональный центр России»' });
    await demonstration.or(page.getByRole('main')).getByRole('button', { name: as }).last().click();
    await page.waitForURL(at);
    await expect(page.getByText(words.rehearsal).first()).toBeVisible();
    await context.close();
  }
});
