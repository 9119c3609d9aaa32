// npm test: everything that must hold, on a fresh machine too. `npm test -- --no-e2e` leaves the browser out;
// whatever else is given goes to Jest.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild, ensureDeps, ensureNode, nodeRun, root } from './lib.mjs';

ensureNode();
ensureDeps({ dev: true });

const args = process.argv.slice(2);
const modules = path.join(root, 'node_modules');
const reports = {
  jest: path.join(modules, '.cache/jest-report.json'),
  stories: path.join(modules, '.cache/stories-report.json'),
};
mkdirSync(path.join(modules, '.cache'), { recursive: true });
for (const file of Object.values(reports)) rmSync(file, { force: true });

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs a tool with its output held back, and prints that only when the tool objects. */
function quietly(...command) {
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [tool.stdout, tool.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    tool.on('close', (code) => {
      if (code !== 0) console.log(output);
      resolve(code ?? 1);
    });
  });
}

async function step(name, run) {
  const began = performance.now();
  const code = await run();
  console.log(`[${name}] ${code === 0 ? 'ok' : 'FAILED'}, ${seconds(began)}`);
  return { name, code };
}

async function stories() {
  const { findBrowser } = await import('../e2e/browser.mjs');
  const playwright = path.join(modules, '@playwright/test/cli.js');
  const cwd = path.join(root, 'e2e');
  if (findBrowser() === null && (await nodeRun(playwright, ['install', 'chromium'], { cwd })) !== 0) {
    console.error('Нет браузера: поставьте Chrome, Chromium или Edge либо укажите E2E_BROWSER=/путь.');
    return 1;
  }
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.stories };
  return nodeRun(playwright, ['test'], { cwd, env });
}

const began = performance.now();
const types = await step('types', () => quietly(path.join(modules, 'typescript/bin/tsc'), '-b'));
const checks = [types];
const testRuns = [];
if (types.code === 0) {
  checks.push(
    ...(await Promise.all([
      step('build', async () => {
        await ensureBuild();
        return 0;
      }),
      step('eslint', () => quietly(path.join(modules, 'eslint/bin/eslint.js'), '.', '--max-warnings=0')),
    ])),
    await step('prettier', () => quietly(path.join(modules, 'prettier/bin/prettier.cjs'), '--check', '.')),
    await step('lock', () => quietly(path.join(root, 'scripts/lock-audit.mjs'))),
  );
  const jestArgs = args.filter((each) => each !== '--no-e2e');
  const jest = ['scripts/jest.mjs', ['--json', `--outputFile=${reports.jest}`, ...jestArgs]];
  testRuns.push(await step('jest', () => nodeRun(...jest, { stdio: ['ignore', 'ignore', 'inherit'] })));
  if (!args.includes('--no-e2e')) testRuns.push(await step('stories', stories));
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const jest = read(reports.jest);
const played = read(reports.stories)?.stats;
const failedChecks = checks.filter(({ code }) => code !== 0);
// A run that ends badly without a failed test has failed all the same: a setup, a crash, a handle left open.
const failedTests = {
  jest: (jest?.numFailedTests ?? 0) + (jest?.numRuntimeErrorTestSuites ?? 0),
  stories: (played?.unexpected ?? 0) + (played?.flaky ?? 0),
};
const failedRuns = testRuns.filter(({ name, code }) => code !== 0 && failedTests[name] === 0);
const passed = checks.length - failedChecks.length + (jest?.numPassedTests ?? 0) + (played?.expected ?? 0);
const failed = failedChecks.length + failedTests.jest + failedTests.stories + failedRuns.length;
const skipped = (jest?.numPendingTests ?? 0) + (played?.skipped ?? 0);

for (const suite of jest?.testResults ?? []) {
  for (const { status, fullName } of suite.assertionResults)
    if (status === 'failed') console.log(`✗ ${fullName}`);
  if (suite.status === 'failed' && suite.assertionResults.length === 0) console.log(`✗ ${suite.name}`);
}
for (const { name } of [...failedChecks, ...failedRuns]) console.log(`✗ ${name}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`[total] ${seconds(began)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
