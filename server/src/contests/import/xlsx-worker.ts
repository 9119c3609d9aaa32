import { parentPort, workerData } from 'node:worker_threads';
import { importBounds } from '@open-ballot/shared/contract/import';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { ReadSheet, SheetWish } from './read-xlsx.ts';
import { marksIn, withBrokenCellsAsText } from './sheet-marks.ts';
import type { Cell } from './table.ts';
import { pathOf, sheetsIn } from './workbook-sheets.ts';

/** The sheet as the reader should see it, and what it does not tell of it: what is hidden, what is merged. */
async function sheetIn({ archive, wanted }: SheetWish): Promise<ReadSheet> {
  const parts = unzipSync(archive, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sheets = sheetsIn(part('xl/workbook.xml'));
  const at = wanted === undefined ? ({ hidden }: { hidden: boolean }) => !hidden : undefined;
  const index = sheets.findIndex((each) => at?.(each) ?? each.name === wanted);
  const sheet = sheets[index];
  if (!sheet) return { outcome: wanted === undefined ? 'broken-table' : 'no-such-sheet' };
  const path = pathOf(sheet, part('xl/_rels/workbook.xml.rels'));
  const xml = part(path);
  parts[path] = strToU8(withBrokenCellsAsText(xml));
  const { spans, fills, hiddenRows, hiddenColumns } = marksIn(xml);
  const unpacked = zipSync(parts, { level: 0 }).slice().buffer;
  const rows = (await readSheet(unpacked, index + 1, {})) as unknown as (Cell | null)[][];
  if (rows.length > importBounds.lines) return { outcome: 'too-many-rows' };
  for (const { row, column, from } of fills)
    if (rows[row - 1]) rows[row - 1]![column] ??= rows[from - 1]?.[column] ?? null;
  return {
    outcome: 'read',
    sheet: sheet.name,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows,
    spans,
    hiddenRows,
    hiddenColumns,
  };
}

async function answer(): Promise<ReadSheet> {
  try {
    return await sheetIn(workerData as SheetWish);
  } catch {
    // Whatever the reader stumbles over in there, it is the workbook that is at fault.
    return { outcome: 'broken-table' };
  }
}

parentPort?.postMessage(await answer());
