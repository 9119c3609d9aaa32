import { parentPort, workerData } from 'node:worker_threads';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { ReadSheet } from './read-xlsx.ts';
import { type Cell, linesAtMost } from './table.ts';

/** Attributes that make a cell one of a formula that came to an error. */
const inError = /(<(?:\w+:)?c\b[^>]*\st=)(["'])e\2/g;

/**
 * The archive with its sheets as the reader should see them, not packed any more. It takes a cell in error for an
 * empty one; as a text, `#REF!` is found where it stands.
 */
function laidOpen(archive: Uint8Array): ArrayBuffer {
  const parts = unzipSync(archive, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/'))
      parts[name] = strToU8(strFromU8(part).replaceAll(inError, '$1$2str$2'));
  return zipSync(parts, { level: 0 }).slice().buffer;
}

async function firstSheet(): Promise<ReadSheet> {
  try {
    const rows = (await readSheet(laidOpen(workerData as Uint8Array), 1, {})) as unknown as (Cell | null)[][];
    return rows.length > linesAtMost ? { outcome: 'too-many-rows' } : { outcome: 'read', rows };
  } catch {
    // Whatever the reader stumbles over in there, it is the workbook that is at fault.
    return { outcome: 'broken-table' };
  }
}

parentPort?.postMessage(await firstSheet());
