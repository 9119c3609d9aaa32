import type { ProtocolDocument, Table } from '@open-ballot/shared/protocol/document';
import { writable } from '@open-ballot/shared/protocol/language/writable';

const byteOrderMark = '\uFEFF';

/** The roll call as a table for spreadsheets: UTF-8 with a byte order mark, semicolons, one row a member. */
export function renderCsv(document: ProtocolDocument): Buffer {
  const rollCall = writable(document).appendices.find(({ kind }) => kind === 'roll-call');
  const table = rollCall?.blocks.find((block): block is Table => block.type === 'table');
  const lines = table
    ? [table.columns.map(({ title }) => title), ...table.rows.map(({ cells }) => cells)]
    : [];
  return Buffer.from(byteOrderMark + lines.map((line) => `${line.map(csvCell).join(';')}\r\n`).join(''));
}

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
function csvCell(text: string): string {
  const plain = text.replaceAll('\u00A0', ' ');
  const harmless = /^\s*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
