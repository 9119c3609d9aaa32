import { sha256OfBytes } from '@open-ballot/shared/journal/chain';
import { checkJournal, type Checked } from './check-journal.ts';
import { unpack, type PackedFile } from './unpack.ts';

export const largestFileMb = 256;
const largestFile = largestFileMb * 1024 * 1024;

/** What a file is known by, and the recount where it may be a journal. */
export interface KnownFile {
  readonly name: string;
  readonly sha256: string;
  readonly journal?: Checked;
}

export type Examined =
  | ({ readonly outcome: 'file' } & KnownFile)
  | { readonly outcome: 'archive'; readonly files: readonly KnownFile[]; readonly sums?: SumsFinding }
  | {
      readonly outcome:
        'sums' | 'empty' | 'unread' | 'too-large' | 'archive-unread' | 'archive-too-large' | 'failed';
    };

export interface SumsFinding {
  /** Files that are missing, or are not what the list says. */
  readonly wrong: readonly string[];
}

/** The name that the product gives the list of digests in an archive. */
const sumsName = 'SHA256SUMS';

/** Reads a file and works out everything that needs no server. For a long journal it takes seconds. */
export async function examineFile(file: File, head: string | undefined): Promise<Examined> {
  const { name, size } = file;
  if (size > largestFile) return { outcome: 'too-large' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  return bytes ? examined({ name, bytes: new Uint8Array(bytes) }, head) : { outcome: 'unread' };
}

function examined(file: PackedFile, head: string | undefined): Examined {
  const { name, bytes } = file;
  if (bytes.length === 0) return { outcome: 'empty' };
  if (name === sumsName) return { outcome: 'sums' };
  const unpacked = unpack(bytes, largestFile);
  if (unpacked.outcome === 'unpacked') return archive(unpacked.files, head);
  if (unpacked.outcome === 'too-large') return { outcome: 'archive-too-large' };
  // A document of Word that was cut off is a broken archive too; all that matters of it is that nobody issued it.
  if (unpacked.outcome === 'broken' && /\.zip$/i.test(name)) return { outcome: 'archive-unread' };
  return { outcome: 'file', ...known(file, head) };
}

function archive(packed: readonly PackedFile[], head: string | undefined): Examined {
  const files = packed.filter(({ name }) => name !== sumsName).map((each) => known(each, head));
  const list = packed.find(({ name }) => name === sumsName);
  return { outcome: 'archive', files, ...(list && { sums: sumsFinding(textOf(list.bytes), files) }) };
}

const known = ({ name, bytes }: PackedFile, head: string | undefined): KnownFile => ({
  name,
  sha256: sha256OfBytes(bytes),
  ...(mayBeJournal(name, bytes) && { journal: checkJournal(bytes, head) }),
});

const mayBeJournal = (name: string, bytes: Uint8Array): boolean =>
  /\.json$/i.test(name) || /^\s*[{[]/.test(textOf(bytes.subarray(0, 64)));

function sumsFinding(list: string, files: readonly KnownFile[]): SumsFinding {
  const digests = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const lines = [...list.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)];
  return {
    wrong: lines.filter(([, sha256, name]) => digests.get(name!) !== sha256).map(([, , name]) => name!),
  };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
