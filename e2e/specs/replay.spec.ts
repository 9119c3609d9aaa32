import path from 'node:path';
import { runs } from '../people/command-line.ts';
import { expect, test } from '../people/story.ts';

const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', name);

test('a published roll call played through the API gives the published counts', async ({ house }) => {
  const choose = await runs('replay', fixture('jury.csv'), '--server', house);
  expect(choose.output).toMatch(/Центр «Берёза», северный +3 +3 +3/);
  expect(choose.output).toMatch(/Abstained +1 +1 +–/);
  expect(choose.output).toContain('all equal');
  expect(choose.code).toBe(0);

  const rank = await runs('replay', fixture('jury.csv'), '--kind', 'rank', '--server', house);
  expect(rank.output).toMatch(/Центр «Клён», южный +17 +17 +17/);
  expect(rank.output).toContain('all equal');
  expect(rank.code).toBe(0);
});

test('a published total that differs ends the replay with 1', async ({ house }) => {
  const misprinted = await runs('replay', fixture('misprinted.csv'), '--server', house);
  expect(misprinted.output).toMatch(/Центр «Берёза», северный +3 +3 +4 +← differs/);
  expect(misprinted.code).toBe(1);
});
