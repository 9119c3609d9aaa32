import { inflateSync } from 'node:zlib';

/**
 * The numbered objects of a PDF as it is written here: no object streams, no updates.
 *
 * Read by hand, since readers that are kept for showing files (pdf.js, poppler) tell the structure page by page: they
 * do not say that two halves of a paragraph are one piece, that a header cell is of a row or of a column, or that
 * something is drawn and in no piece.
 */
export class PdfObjects {
  readonly source: string;
  /** The ids of the pages, in their order. */
  readonly pages: readonly string[];
  readonly #bodies: ReadonlyMap<string, string>;

  constructor(file: Buffer) {
    this.source = file.toString('latin1');
    this.#bodies = new Map(
      [...this.source.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b(.*?)endobj/gs)].map(([, id = '', body = '']) => [
        id,
        body,
      ]),
    );
    const kids = [...this.#bodies.values()].find((body) => /\/Type \/Pages\b/.test(body));
    this.pages = /\/Kids \[([^\]]*)\]/.exec(kids ?? '')?.[1]?.match(/\d+(?= 0 R)/g) ?? [];
  }

  /** What an object holds; empty where there is none. */
  body(id: string | undefined): string {
    return this.#bodies.get(id ?? '') ?? '';
  }

  /** The object that a dictionary names under a key. */
  linked(body: string, key: string): string | undefined {
    return new RegExp(String.raw`/${key} \[?(\d+) 0 R`).exec(body)?.[1];
  }

  stream(id: string | undefined): string {
    const body = this.body(id);
    const start = body.indexOf('stream\n') + 7;
    const bytes = Buffer.from(body.slice(start, body.lastIndexOf('endstream')), 'latin1');
    return (/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  }

  /** What is drawn on a page. */
  content(page: string): string {
    return this.stream(this.linked(this.body(page), 'Contents'));
  }
}
