// Runs a program of e2e/bench, built by tsc like everything else.
import path from 'node:path';
import { ensureDeps, ensureNode, nodeRun, root } from './lib.mjs';

export async function runBench(program, args) {
  ensureNode();
  ensureDeps({ dev: true });
  // Without the client: nobody looks at a screen here.
  const built = await nodeRun(path.join(root, 'node_modules/typescript/bin/tsc'), ['-b', 'server', 'e2e']);
  if (built !== 0) return built;
  return nodeRun(path.join(root, 'e2e/dist/bench', `${program}.js`), args);
}
