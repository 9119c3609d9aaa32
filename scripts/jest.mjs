// Jest in native ESM: `node scripts/jest.mjs --selectProjects shared decide`.
import path from 'node:path';
import { nodeRun, root } from './lib.mjs';

const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const args = ['--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)];
process.exitCode = await nodeRun('--experimental-vm-modules', args);
