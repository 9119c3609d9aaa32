import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);

/** What a file imports or passes on, types included. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s+'([^'\n]+)'|\bimport\('([^']+)'/g)].map(
    (each) => (each[1] ?? each[2])!,
  );

describe('the rules stand alone', () => {
  it.each(files)('%s imports nothing outside them but exact arithmetic', (file) => {
    const foreign = importsOf(readFileSync(path.join(root, file), 'utf8')).filter((imported) => {
      if (!imported.startsWith('.')) return imported !== 'fraction.js';
      return path.relative(root, path.resolve(root, path.dirname(file), imported)).startsWith('..');
    });
    expect(foreign).toEqual([]);
  });

  it.each(files)('%s reads no clock and draws no chance', (file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    expect(text).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.|crypto|process\./);
  });

  it('looks at something', () => expect(files.length).toBeGreaterThan(20));
});
