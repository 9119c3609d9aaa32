import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { LinkKey, linkKeyFrom, WrongLinkKey } from './link-key.ts';

const id = '7b0c5b0e-1111-4222-8333-444455556666';

it('is made once in the data folder, for its owner alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'link-key-'));
  try {
    const sources = { dataDir: folder };
    const [one, other] = await Promise.all([linkKeyFrom(sources), linkKeyFrom(sources)]);
    expect(one.tokenOf(id)).toMatch(/^[\w-]{43}$/);
    expect(other.tokenOf(id)).toBe(one.tokenOf(id));
    expect((await linkKeyFrom(sources)).tokenOf(id)).toBe(one.tokenOf(id));
    expect((await stat(path.join(folder, 'link.key'))).mode & 0o077).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('is asked for with a given database, saying how to make one, and is no short one', async () => {
  const given = (linkKey: { readonly linkKey?: string; readonly linkKeyFile?: string } = {}) =>
    linkKeyFrom({ databaseUrl: 'postgres://elsewhere', dataDir: '/nowhere', ...linkKey });
  await expect(given()).rejects.toThrow(/LINK_KEY.*\n[^]*randomBytes\(32\)/);
  await expect(given({ linkKey: 'c2hvcnQ=' })).rejects.toThrow('at least 32 bytes');
  for (const wrong of [{}, { linkKey: 'c2hvcnQ=' }, { linkKeyFile: '/nowhere/link.key' }])
    await expect(given(wrong)).rejects.toThrow(WrongLinkKey);
  await expect(given({ linkKeyFile: '/nowhere/link.key' })).rejects.toThrow(/^LINK_KEY_FILE: .*nowhere/);
  const key = Buffer.alloc(32, 1).toString('base64');
  expect((await given({ linkKey: key })).tokenOf(id)).toBe(new LinkKey(Buffer.alloc(32, 1)).tokenOf(id));
});
