import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive, readServerNotice } from './data-folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the notice of a running server', () => {
  it.each(['', '\n'])('that is only being written (%j) is none', async (written) => {
    await writeFile(join(folder, 'postmaster.pid'), written);
    expect(await readServerNotice(folder)).toBeUndefined();
  });

  it('names the process once it is there', async () => {
    await writeFile(join(folder, 'postmaster.pid'), '4711\n/data\n0\n5432\n/tmp\n\n\nready   \n');
    expect(await readServerNotice(folder)).toEqual({
      pid: 4711,
      port: 5432,
      socketDir: '/tmp',
      isReady: true,
    });
  });
});

describe('a process', () => {
  it('is alive by its own number, and never by one that stands for several', () => {
    expect(isAlive(process.pid)).toBe(true);
    for (const several of [0, -1, Number.NaN]) expect(isAlive(several)).toBe(false);
  });
});
