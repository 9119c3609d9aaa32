// npm run create-administrator, create-secretary: an account from outside. Takes --login, --name, --password-stdin, or asks.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDeps, ensureNode, root } from './lib.mjs';

ensureNode();
ensureDeps({ dev: false });
await ensureBuild();
process.env.DATA_DIR ??= path.join(root, '.data');
await import(pathToFileURL(path.join(root, 'server/dist/create-account.js')).href);
