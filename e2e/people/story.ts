import { test as base } from '@playwright/test';

/** The tests of Playwright, knowing where the house of this run is. */
export const test = base.extend<object, { house: string }>({
  house: [
    async ({}, use) => {
      const url = process.env['E2E_HOUSE'];
      if (url === undefined) throw new Error('the house is not open: open-house.ts did not run');
      await use(url);
    },
    { scope: 'worker' },
  ],
  baseURL: ({ house }, use) => use(house),
});

export { expect } from '@playwright/test';
