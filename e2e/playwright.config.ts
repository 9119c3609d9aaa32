import { defineConfig } from '@playwright/test';
import { chromiumArgs, findBrowser } from './browser.mjs';

const executablePath = findBrowser();
if (executablePath === null) {
  throw new Error(
    'No Chrome, Chromium or Edge: `npx playwright install chromium`, or E2E_BROWSER=/path/to/one',
  );
}

export default defineConfig({
  testDir: 'specs',
  globalSetup: './open-house.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // A shared machine can be many times slower than itself a minute ago; a story that hangs still ends.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['html', { open: 'never' }],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/results.json' }],
  ],
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // A trace of ten browsers costs more than the story itself.
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'on',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath !== undefined && { executablePath }) },
  },
});
