import { createHash } from 'node:crypto';
import { zip, type AsyncZippable } from 'fflate';

export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it was recorded; without it the digest is taken of the bytes. */
  readonly sha256?: string;
}

export const sumsName = 'SHA256SUMS';

/**
 * Files in one ZIP archive with their digests beside them, to be checked by `sha256sum -c SHA256SUMS`.
 * Names come from people: they are made safe to unpack anywhere, and unlike each other.
 */
export function archiveOf(files: readonly ArchivedFile[], modifiedAt: string): Promise<Buffer> {
  const taken = new Set([sumsName.toLowerCase()]);
  const named = files.map((file) => ({ ...file, name: freeName(safeName(file.name), taken) }));
  const sums = named.map(({ name, bytes, sha256 }) => `${sha256 ?? digestOf(bytes)}  ${name}\n`).join('');
  const entries: AsyncZippable = Object.fromEntries(
    named.map(({ name, bytes }) => [name, [bytes, { ...asOnUnix, level: isPacked(name) ? 0 : 6 }]]),
  );
  entries[sumsName] = [Buffer.from(sums), asOnUnix];
  return new Promise((resolve, reject) => {
    // Large files are packed beside the main thread.
    zip(entries, { mtime: new Date(modifiedAt) }, (error, bytes) =>
      error ? reject(error) : resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    );
  });
}

/** Files of a person, rw-r--r--. From the default, FAT, `unzip` would guess a code page for Russian names. */
const asOnUnix = { os: 3, attrs: 0o100_644 << 16 };

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Documents that are archives themselves, or hold compressed streams. */
const isPacked = (name: string): boolean => /\.(?:docx|xlsx|pdf)$/.test(name);

/** A name from a person, safe as a file of any system. */
export const safeName = (name: string): string =>
  name.replaceAll(/[\p{C}/\\:*?"<>|]+/gu, '-').replace(/^[._\s-]+|[.\s]+$/g, '') || 'file';

function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${ending}`;
  taken.add(free.toLowerCase());
  return free;
}
