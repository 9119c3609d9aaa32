import { inflateRawSync } from 'node:zlib';

/** The bytes of one file inside a ZIP archive. */
export function unzipped(archive: Buffer, name: string): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = archive.readUInt32LE(at + 42);
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
      const bytes = archive.subarray(from, from + size);
      return method === 0 ? bytes : inflateRawSync(bytes);
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no ${name} in the archive`);
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The paragraphs of a DOCX as a reader sees them: list numbers are counted as a word processor counts them. */
export function docxParagraphs(file: Buffer): string[] {
  const numbering = unzipped(file, 'word/numbering.xml').toString('utf8');
  const levels = new Map(
    [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)".*?<w:lvlText w:val="([^"]*)"/gs)].map(
      ([, id, text]) => [id, text],
    ),
  );
  const lists = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/g)].map(
      ([, id, abstract]) => [id, levels.get(abstract)],
    ),
  );
  const counts = new Map<string, number>();
  const document = unzipped(file, 'word/document.xml').toString('utf8');
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => {
    const text = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([, words]) => unescaped(words ?? '\t'))
      .join('');
    const list = /<w:numId w:val="(\d+)"/.exec(paragraph)?.[1];
    if (list === undefined) return text;
    const count = (counts.get(list) ?? 0) + 1;
    counts.set(list, count);
    return `${(lists.get(list) ?? '').replace('%1', String(count))} ${text}`;
  });
}
