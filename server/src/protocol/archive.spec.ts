import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { archiveOf } from './archive.ts';

const at = '2026-06-25T10:00:00.000Z';
const bytes = (text: string) => Buffer.from(text);
const unpacked = async (files: Parameters<typeof archiveOf>[0]) =>
  Object.fromEntries(
    Object.entries(unzipSync(await archiveOf(files, at))).map(([name, held]) => [
      name,
      Buffer.from(held).toString('utf8'),
    ]),
  );

describe('an archive', () => {
  it('keeps names inside the folder it is unpacked to, and apart from each other', async () => {
    const names = [
      '../../etc/passwd',
      'подпись.sig',
      'Подпись.sig',
      'sha256sums',
      'C:\\x\n',
      '..',
      '__proto__',
    ];
    const held = await unpacked(names.map((name) => ({ name, bytes: bytes(name) })));
    expect(Object.keys(held)).toEqual([
      'etc-passwd',
      'подпись.sig',
      'Подпись (2).sig',
      'sha256sums (2)',
      'C-x-',
      'file',
      'proto__',
      'SHA256SUMS',
    ]);
    expect(held['SHA256SUMS']?.trim().split('\n')).toHaveLength(names.length);
  });

  it('names the recorded digest, so that bytes that have changed since are found', async () => {
    const sha256 = '0'.repeat(64);
    expect((await unpacked([{ name: 'a.pdf', bytes: bytes('a'), sha256 }]))['SHA256SUMS']).toBe(
      `${sha256}  a.pdf\n`,
    );
  });

  it('is the same each time it is made of the same', async () =>
    expect(await archiveOf([{ name: 'a', bytes: bytes('a') }], at)).toEqual(
      await archiveOf([{ name: 'a', bytes: bytes('a') }], at),
    ));

  it('holds a long journal', async () => {
    const long = 'запись журнала\n'.repeat(60_000);
    expect((await unpacked([{ name: 'a.json', bytes: bytes(long) }]))['a.json']).toBe(long);
  });
});
