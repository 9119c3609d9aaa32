import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { type Cell, type Table, tableOf, unusable } from './table.ts';

/** What all parts of a workbook may come to when unpacked. A table of the largest bounds takes a fifth of it. */
const unpackedAtMost = 48 * 1024 * 1024;
/** Parts of a workbook. */
const partsAtMost = 1_000;
/** A sheet may claim rows by the million in a few bytes; what comes of that must not take the server along. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const patience = 20_000;

/** What the thread that reads a workbook answers. */
export type ReadSheet =
  | { readonly outcome: 'read'; readonly rows: readonly (readonly (Cell | null)[])[] }
  | { readonly outcome: 'too-many-rows' | 'broken-table' };

const detailOf = {
  'too-many-rows': 'the sheet is too large',
  'broken-table': 'the workbook cannot be read',
} as const;

// One after another: the machine's other core belongs to the session.
let queue: Promise<unknown> = Promise.resolve();

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
  const turn = queue.then(() => inWorker(bytes));
  queue = turn.catch(() => undefined);
  const sheet = await turn;
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

function inWorker(bytes: Buffer): Promise<ReadSheet> {
  return new Promise((resolve, reject) => {
    const worker = start(bytes);
    const timer = setTimeout(() => {
      resolve({ outcome: 'too-many-rows' });
      void worker.terminate();
    }, patience);
    worker.once('message', resolve);
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ outcome: 'too-many-rows' });
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread that reads a workbook ended with code ${code} before it answered`));
    });
  });
}

/** Run from source (tests), a thread cannot read TypeScript by itself: a loader beside the tests teaches it. */
function start(bytes: Buffer): Worker {
  const here = import.meta.url;
  const options = { workerData: Uint8Array.from(bytes), resourceLimits: memory };
  if (!here.endsWith('.ts')) return new Worker(new URL('./xlsx-worker.js', here), options);
  const loader = fileURLToPath(new URL('../../testing/typescript-in-worker.mjs', here));
  return new Worker(fileURLToPath(new URL('./xlsx-worker.ts', here)), {
    ...options,
    execArgv: ['--import', loader, '--conditions', '@open-ballot/source'],
  });
}
