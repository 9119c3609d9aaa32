import { unzipSync } from 'fflate';
import { thread, ThreadExhausted } from '../../threads/thread.ts';
import { type Cell, type Sheet, type Span, tableOf, unusable } from './table.ts';

/** What all parts of a workbook may come to when unpacked. A table of the largest bounds takes a fifth of it. */
const unpackedAtMost = 48 * 1024 * 1024;
/** Parts of a workbook. */
const partsAtMost = 1_000;
/** What the thread that reads a workbook answers. */
export type ReadSheet =
  | {
      readonly outcome: 'read';
      readonly sheet: string;
      readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
      /** What is merged downwards stands in each row of it. */
      readonly rows: readonly (readonly (Cell | null)[])[];
      /** By the number of the row, from 1. */
      readonly spans: ReadonlyMap<number, readonly Span[]>;
      readonly hiddenRows: ReadonlySet<number>;
      readonly hiddenColumns: readonly number[];
    }
  | { readonly outcome: 'too-many-rows' | 'broken-table' | 'no-such-sheet' };

const detailOf = {
  'too-many-rows': 'the sheet is too large',
  'broken-table': 'the workbook cannot be read',
  'no-such-sheet': 'the workbook has no sheet of this name',
} as const;

/** What the thread is given. */
export interface SheetWish {
  readonly archive: Uint8Array;
  readonly wanted: string | undefined;
}

const readInThread = thread<SheetWish, ReadSheet>({
  beside: import.meta.url,
  file: './xlsx-worker',
  patienceMs: 20_000,
  // A sheet may claim rows by the million in a few bytes; what comes of that must not take the server along.
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
});

/**
 * One sheet of a workbook. Of a formula the value is read that was kept with it; nothing is calculated.
 *
 * @throws {Problem} `no-table`, `broken-table`, `too-many-rows`, `no-such-sheet`.
 */
export async function readXlsx(bytes: Buffer, wanted?: string): Promise<Sheet> {
  const parts = partsOf(bytes);
  if (!parts.some(({ name }) => name === 'xl/workbook.xml'))
    throw unusable('no-table', 'the archive is no workbook');
  const size = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (parts.length > partsAtMost || size > unpackedAtMost)
    throw unusable('too-many-rows', `a workbook has at most ${unpackedAtMost} bytes when unpacked`);
  const read = await sheetOf(bytes, wanted);
  if (read.outcome !== 'read') throw unusable(read.outcome, detailOf[read.outcome]);
  const { sheet, sheets, rows, spans, hiddenRows, hiddenColumns } = read;
  const table = tableOf(rows, (number) => ({
    spans: spans.get(number) ?? [],
    ...(hiddenRows.has(number) && { hidden: true }),
  }));
  return { source: { format: 'xlsx', sheet, sheets }, table, hiddenColumns };
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

async function sheetOf(bytes: Buffer, wanted: string | undefined): Promise<ReadSheet> {
  try {
    return await readInThread({ archive: Uint8Array.from(bytes), wanted });
  } catch (error) {
    if (error instanceof ThreadExhausted) return { outcome: 'too-many-rows' };
    throw error;
  }
}
