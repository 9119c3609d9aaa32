// npm start: from a clean clone to an address in the browser. `npm start -- --lan` serves the local network.
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDeps, ensureNode, root } from './lib.mjs';

ensureNode();
ensureDeps({ dev: false });
await ensureBuild();
process.env.NODE_ENV ??= 'production';
process.env.DATA_DIR ??= path.join(root, '.data');
// From Node 22 on: what was compiled once is read faster the next time.
module.enableCompileCache?.(path.join(root, 'node_modules/.cache/compile'));
try {
  await import(pathToFileURL(path.join(root, 'server/dist/main.js')).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
