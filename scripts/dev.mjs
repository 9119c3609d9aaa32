// npm run dev: tsc -b --watch (types and output), node --watch on the output, vite with a proxy. No other tool.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuild, ensureDeps, ensureNode, root } from './lib.mjs';

ensureNode();
ensureDeps({ dev: true });
await ensureBuild();

const children = [];
let isStopping = false;

function stop(code) {
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

function run(args, options = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  children.push(child);
  child.on('exit', (code) => {
    if (!isStopping) stop(code ?? 1);
  });
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

run(['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput', 'server']);
run(
  [
    '--watch',
    '--watch-path=server/dist',
    '--watch-path=shared/dist',
    '--watch-preserve-output',
    '--enable-source-maps',
    'server/dist/main.js',
  ],
  { env: { ...process.env, DATA_DIR: process.env.DATA_DIR ?? '.data/dev' } },
);
run(['../node_modules/vite/bin/vite.js'], { cwd: path.join(root, 'client') });
