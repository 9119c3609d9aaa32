import { readFileSync } from 'node:fs';

/** The version of this program, as documents and exports name it. Found from `src` and `dist` alike. */
export const programVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  }
).version;
