// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Where Chrome, Chromium and Edge live where Playwright's own download is absent.
 * @type {Partial<Record<NodeJS.Platform, string[]>>}
 */
const known = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((tail) =>
      path.join(process.env[name] ?? '', tail),
    ),
  ),
};

/**
 * undefined: Playwright's own Chromium is there; a path: that browser; null: none on this machine.
 * @returns {string | undefined | null}
 */
export function findBrowser() {
  const chosen = process.env['E2E_BROWSER'];
  if (chosen) return chosen;
  if (existsSync(chromium.executablePath())) return undefined;
  return known[process.platform]?.find((file) => existsSync(file)) ?? null;
}

/** Root in a container has no sandbox; the rest keeps Chromium off the network. */
export const chromiumArgs = [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
