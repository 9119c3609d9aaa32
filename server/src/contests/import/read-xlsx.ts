import { unzipSync } from 'fflate';
import { thread, ThreadExhausted } from '../../threads/thread.ts';
import { type Cell, type Table, tableOf, unusable } from './table.ts';

/** What all parts of a workbook may come to when unpacked. A table of the largest bounds takes a fifth of it. */
const unpackedAtMost = 48 * 1024 * 1024;
/** Parts of a workbook. */
const partsAtMost = 1_000;

/** What the thread that reads a workbook answers. */
export type ReadSheet =
  | { readonly outcome: 'read'; readonly rows: readonly (readonly (Cell | null)[])[] }
  | { readonly outcome: 'too-many-rows' | 'broken-table' };

const detailOf = {
  'too-many-rows': 'the sheet is too large',
  'broken-table': 'the workbook cannot be read',
} as const;

const readInThread = thread<Uint8Array, ReadSheet>({
  beside: import.meta.url,
  file: './xlsx-worker',
  patienceMs: 20_000,
  // A sheet may claim rows by the million in a few bytes; what comes of that must not take the server along.
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
});

/**
 * The first sheet of a workbook. Of a formula the value is read that was kept with it; nothing is calculated.
 *
 * @throws {Problem} `no-table`, `broken-table`, `too-many-rows`.
 */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  const parts = partsOf(bytes);
  if (!parts.some(({ name }) => name === 'xl/workbook.xml'))
    throw unusable('no-table', 'the archive is no workbook');
  const size = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (parts.length > partsAtMost || size > unpackedAtMost)
    throw unusable('too-many-rows', `a workbook has at most ${unpackedAtMost} bytes when unpacked`);
  const sheet = await firstSheetOf(bytes);
  if (sheet.outcome === 'read') return tableOf(sheet.rows);
  throw unusable(sheet.outcome, detailOf[sheet.outcome]);
}

interface Part {
  readonly name: string;
  readonly originalSize: number;
}

/** How much an archive says to hold is known before any of it is unpacked, and it is not unpacked beyond that. */
function partsOf(bytes: Buffer): readonly Part[] {
  const parts: Part[] = [];
  try {
    unzipSync(bytes, { filter: (part) => parts.push(part) < 0 });
  } catch {
    throw unusable('broken-table', 'the archive cannot be read');
  }
  return parts;
}

async function firstSheetOf(bytes: Buffer): Promise<ReadSheet> {
  try {
    return await readInThread(Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof ThreadExhausted) return { outcome: 'too-many-rows' };
    throw error;
  }
}
