// Prints what package-lock.json lacks: an optional dependency that npm has dropped is a binary that another
// platform will miss, and `npm ci` then fails there. Sound is `{}`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib.mjs';

const { packages } = JSON.parse(
  readFileSync(process.argv[2] ?? path.join(root, 'package-lock.json'), 'utf8'),
);

/** Where node would find `name` from the package in `folder`, among what the lock installs. */
function isInstalled(name, folder) {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true;
    if (from === '') return false;
  }
}

const missing = {};
for (const [folder, { version, optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (!isInstalled(name, folder)) (missing[`${folder}@${version}`] ??= []).push(`${name}@${range}`);
  }
}
console.log(missing);
process.exitCode = Object.keys(missing).length === 0 ? 0 : 1;
