// npm run create-secretary: an account for the secretary, from outside. Takes --login, --name, --password-stdin, or asks.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDeps, ensureNode, root } from './lib.mjs';

ensureNode();
ensureDeps({ dev: false });
await ensureBuild();
process.env.DATA_DIR ??= path.join(root, '.data');
await import(pathToFileURL(path.join(root, 'server/dist/create-secretary.js')).href);
