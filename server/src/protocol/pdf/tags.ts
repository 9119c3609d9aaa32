import type { MarkedContent } from 'pdfmake/js/PDFDocument.js';

/** What a piece of a document is to a reader that shows no page: a screen reader, a phone that lets text flow. */
export type Role =
  'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';

/** Of what a header cell is the header. */
export type Scope = 'Column' | 'Row';

/**
 * A piece of the structure of a PDF (ISO 32000-1, 14.7). Pieces are made in reading order while the document is
 * put together; what is drawn of each is added when the pages are drawn.
 */
export class Tag {
  readonly children: Tag[] = [];
  readonly content: MarkedContent[] = [];
  #page: number | undefined;

  private constructor(
    readonly role: Role,
    readonly scope?: Scope,
  ) {}

  static document(): Tag {
    return new Tag('Document');
  }

  add(role: Role, scope?: Scope): Tag {
    const child = new Tag(role, scope);
    this.children.push(child);
    return child;
  }

  /**
   * Whether what stands on `page` is a part of the structure. The header of a table that goes on over several pages
   * is read once: what repeats on further pages is furniture of the page.
   */
  isReadOn(page: number): boolean {
    this.#page ??= page;
    return this.scope !== 'Column' || this.#page === page;
  }
}
