import { PdfObjects } from './pdf-objects.ts';

/** The outline of a PDF as a reader shows it: each entry with its depth and the line it leads to. */
export interface OutlineEntry {
  readonly text: string;
  readonly depth: number;
  /** Counted from 1. */
  readonly page: number;
  /** Where the view begins, points above the lower edge of the page. */
  readonly top: number;
}

export function pdfOutline(file: Buffer): OutlineEntry[] {
  const pdf = new PdfObjects(file);
  const entries: OutlineEntry[] = [];
  const walk = (parent: string, depth: number): void => {
    const { length } = entries;
    let id = pdf.linked(parent, 'First');
    while (id !== undefined) {
      const body = pdf.body(id);
      const page = pdf.pages.indexOf(pdf.linked(body, 'Dest') ?? '') + 1;
      const top = Number(/\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+)/.exec(body)?.[1]);
      entries.push({ text: titleIn(body), depth, page, top });
      walk(body, depth + 1);
      id = pdf.linked(body, 'Next');
    }
    const count = /\/Count (-?\d+)/.exec(parent)?.[1];
    if (depth > 0 && Math.abs(Number(count ?? 0)) !== entries.length - length)
      throw new Error(`an entry says it has ${count} below it, and has ${entries.length - length}`);
  };
  walk(pdf.body(/\/Outlines (\d+) 0 R/.exec(pdf.source)?.[1]), 0);
  return entries;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of a PDF: UTF-16 behind a byte order mark, some bytes escaped. */
function titleIn(body: string): string {
  const written = /\/Title \(((?:\\.|[^\\)])*)\)/s.exec(body)?.[1] ?? '';
  const bytes = Buffer.from(
    written.replace(/\\(.)/gs, (_whole, sign: string) => controls[sign] ?? sign),
    'latin1',
  );
  return bytes.readUInt16BE(0) === 0xfeff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
