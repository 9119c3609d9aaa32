/** The outline of a PDF as a reader shows it: each entry with its depth and the page it leads to, counted from 1. */
export interface OutlineEntry {
  readonly text: string;
  readonly depth: number;
  readonly page: number;
}

export function pdfOutline(file: Buffer): OutlineEntry[] {
  const source = file.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b(.*?)endobj/gs)].map(([, id, body = '']) => [id, body]),
  );
  const pages: readonly string[] = /\/Kids \[([^\]]*)\]/.exec(source)?.[1]?.match(/\d+(?= 0 R)/g) ?? [];
  const linked = (body: string, key: string): string | undefined =>
    new RegExp(String.raw`/${key} \[?(\d+) 0 R`).exec(body)?.[1];
  const entries: OutlineEntry[] = [];
  const walk = (parent: string, depth: number): void => {
    const { length } = entries;
    let id = linked(parent, 'First');
    while (id !== undefined) {
      const body = objects.get(id) ?? '';
      const page = pages.indexOf(linked(body, 'Dest') ?? '') + 1;
      entries.push({ text: titleIn(body), depth, page });
      walk(body, depth + 1);
      id = linked(body, 'Next');
    }
    const count = /\/Count (-?\d+)/.exec(parent)?.[1];
    if (depth > 0 && Math.abs(Number(count ?? 0)) !== entries.length - length)
      throw new Error(`an entry says it has ${count} below it, and has ${entries.length - length}`);
  };
  walk(objects.get(/\/Outlines (\d+) 0 R/.exec(source)?.[1]) ?? '', 0);
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
