import { importBounds } from '@open-ballot/shared/contract/import';
import { refusal } from '../../http/problem.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Sheet, unusable } from './table.ts';

const begins = (bytes: Buffer, ...beginning: readonly number[]): boolean =>
  beginning.every((byte, at) => bytes[at] === byte);

/** Excel keeps a protected workbook, like all of its old ones, in a container of this name's encoding. */
const protectedPart = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * A sheet of a workbook, or a CSV. Which of them it is the bytes tell: names of files are often wrong.
 *
 * @param sheet of a workbook; undefined for the first one that is not hidden
 * @throws {Problem} `too-large` or a `TableFault`.
 */
export async function readTable(bytes: Buffer, sheet?: string): Promise<Sheet> {
  if (bytes.length > importBounds.bytes)
    throw refusal('too-large', `a table has at most ${importBounds.bytes} bytes`);
  const read = await sheetIn(bytes, sheet);
  if (read.table.length === 0) throw unusable('empty-table', 'there is nothing in the sheet');
  return read;
}

async function sheetIn(bytes: Buffer, sheet: string | undefined): Promise<Sheet> {
  if (begins(bytes, 0x50, 0x4b)) return readXlsx(bytes, sheet);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw bytes.includes(protectedPart)
      ? unusable('password-protected', 'the workbook is protected by a password')
      : unusable('old-excel', 'a workbook of before 2007: it must be saved as XLSX');
  }
  return readCsv(bytes);
}
