import { unzipSync } from 'fflate';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unpacked =
  | { readonly outcome: 'unpacked'; readonly files: readonly PackedFile[] }
  | { readonly outcome: 'no-archive' | 'broken' | 'too-large' };

/** An archive of the protocol holds some ten files; one of thousands is something else. */
const mostFiles = 60;

const beginning = [0x50, 0x4b, 0x03, 0x04];

/** What makes a ZIP archive a document of Word or Excel, which is checked as the one file it is. */
const officeSign = '[Content_Types].xml';

/** The files of a ZIP archive. It comes from a stranger: how much it says to hold is known before any is unpacked. */
export function unpack(bytes: Uint8Array, largest: number): Unpacked {
  if (beginning.some((byte, at) => bytes[at] !== byte)) return { outcome: 'no-archive' };
  try {
    const listed: { readonly name: string; readonly originalSize: number }[] = [];
    unzipSync(bytes, { filter: (entry) => listed.push(entry) < 0 });
    if (listed.some(({ name }) => name === officeSign)) return { outcome: 'no-archive' };
    const size = listed.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (listed.length > mostFiles || size > largest) return { outcome: 'too-large' };
    const files = Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') }));
    return { outcome: 'unpacked', files: files.map(([name, inside]) => ({ name, bytes: inside })) };
  } catch {
    return { outcome: 'broken' };
  }
}
