// Runs with no node_modules: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
    console.error(
      `Нужен Node.js 20.19+, 22.12+ или 24+, а здесь ${process.version}. / ` +
        `Node.js 20.19+, 22.12+ or 24+ is needed, this is ${process.version}.`,
    );
    process.exit(1);
  }
}

/** npm without a shell: works the same on Windows, where npm is a .cmd file. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const { status } = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit', ...options })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
        ...options,
      });
  if (status !== 0) process.exit(status ?? 1);
}

/** The exit code of another Node program. */
export function nodeRun(file, args = [], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', ...options });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** What npm has put into node_modules (its hidden lock) against what package-lock.json wants. */
export function depsAreFresh(dev) {
  const hiddenLock = at('node_modules', '.package-lock.json');
  if (!existsSync(hiddenLock)) return false;
  const wanted = readJson(at('package-lock.json')).packages;
  const present = readJson(hiddenLock).packages;
  return Object.entries(wanted).every(
    ([name, { version, link, optional, devOptional, dev: isForDev }]) =>
      !name.includes('node_modules/') ||
      link ||
      optional ||
      devOptional ||
      (isForDev && !dev) ||
      present[name]?.version === version,
  );
}

/** dev: with the tools of `npm test` and lint; without them the install is three times shorter. */
export function ensureDeps({ dev }) {
  if (depsAreFresh(dev)) return false;
  console.log('Устанавливаю зависимости… / Installing dependencies…');
  npm(['ci', dev ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  // tsc -b trusts its build info and does not look at node_modules again.
  for (const workspace of ['.', 'shared', 'server', 'client', 'e2e']) {
    for (const file of readdirSync(at(workspace)))
      if (file.endsWith('.tsbuildinfo')) rmSync(at(workspace, file));
  }
  for (const workspace of ['client', 'e2e']) {
    rmSync(at(workspace, 'node_modules/.cache/tsc'), { recursive: true, force: true });
  }
  return true;
}

/** The latest change in a file or folder, leaving out what no build reads. */
function changedAt(place) {
  if (!existsSync(place)) return 0;
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const read = readdirSync(place, { withFileTypes: true }).filter(
    ({ name }) => !['node_modules', 'dist'].includes(name) && !/\.spec\.tsx?$/.test(name),
  );
  return Math.max(0, ...read.map(({ name }) => changedAt(path.join(place, name))));
}

const stamp = at('node_modules', '.built');
const outputs = ['server/dist/main.js', 'shared/dist/rules/session.js', 'client/dist/index.html'];
const inputs = [
  'shared/src',
  'server/src',
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'tsconfig.base.json',
  'shared/tsconfig.json',
  'server/tsconfig.json',
  'package-lock.json',
];

export function buildIsFresh() {
  if (![stamp, ...outputs.map((file) => at(file))].every(existsSync)) return false;
  return Math.max(...inputs.map((place) => changedAt(at(place)))) < statSync(stamp).mtimeMs;
}

export async function ensureBuild() {
  if (buildIsFresh()) return false;
  console.log('Собираю сервер и клиент… / Building the server and the client…');
  const began = new Date();
  const codes = await Promise.all([
    nodeRun(at('node_modules/typescript/bin/tsc'), ['-b', 'server']),
    nodeRun(at('node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn'], { cwd: at('client') }),
  ]);
  if (codes.some((code) => code !== 0)) process.exit(1);
  writeFileSync(stamp, '');
  // What was edited while it was being built counts as newer than the build.
  utimesSync(stamp, began, began);
  return true;
}
