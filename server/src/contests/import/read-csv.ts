import { importBounds } from '@open-ballot/shared/contract/import';
import { CsvError, parse } from 'csv-parse/sync';
import { decoded } from './decoded.ts';
import { type Sheet, tableOf, unusable } from './table.ts';
import { titlesIn } from './titles.ts';

const delimiters = [';', '\t', ','] as const;
/** Marks that may part cells, in the whole file: reading takes a second for each million of them. */
const marksAtMost = 250_000;
/** Lines among which the header is looked for while the delimiter is not known. */
const probed = 20;

/** @throws {Problem} `no-table`, `damaged-encoding`, `unknown-encoding`, `broken-table`, `too-many-rows`. */
export function readCsv(bytes: Buffer): Sheet {
  const { text, encoding } = decoded(bytes);
  if (delimiters.some((each) => text.split(each).length > marksAtMost))
    throw unusable('too-many-rows', `a table of more than ${marksAtMost} cells is not read`);
  // Excel's own way of naming the delimiter: a line that is none of the table's.
  const [said, named] = /^sep=([;,\t])(?:\r\n|\n|\r)/i.exec(text) ?? [''];
  const lines = text.slice(said.length);
  const delimiter = delimiters.find((each) => each === named) ?? delimiterOf(lines);
  const rows = rowsOf(lines, delimiter, importBounds.lines + 1);
  if (!rows) throw unusable('broken-table', 'a quotation mark is opened and never closed');
  if (rows.length > importBounds.lines)
    throw unusable('too-many-rows', `a table of more than ${importBounds.lines} lines is not read`);
  return { source: { format: 'csv', encoding, delimiter }, table: tableOf(rows), hiddenColumns: [] };
}

/** The one by which most columns are recognised; where none is, the one that makes most of them. */
function delimiterOf(text: string): (typeof delimiters)[number] {
  const found = delimiters.map((delimiter) => {
    const rows = rowsOf(text, delimiter, probed) ?? [];
    return {
      delimiter,
      recognised: Math.max(0, ...rows.map(titlesIn)),
      columns: Math.max(0, ...rows.map((row) => row.length)),
    };
  });
  const best = found.toSorted(
    (one, other) =>
      other.recognised - one.recognised || (one.recognised === 0 ? other.columns - one.columns : 0),
  )[0];
  return best?.delimiter ?? delimiters[0];
}

/** Undefined where the text does not end well. */
function rowsOf(text: string, delimiter: string, to: number): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      to,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quotation mark inside a name, as in ООО "Ромашка" without more quotes around, is only a mark.
      relax_quotes: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
