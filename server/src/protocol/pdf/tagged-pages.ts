import documentModule, {
  type Destination,
  type PdfDocument,
  type StructureElement,
} from 'pdfmake/js/PDFDocument.js';
import rendererModule, { type Drawn, type Line, type LaidOutPage } from 'pdfmake/js/Renderer.js';
import type { Node, Style } from 'pdfmake';
import { drawable } from './drawable.ts';
import { HoldingLayout } from './holding-layout.ts';
import { Tag } from './tags.ts';
import { uaIdentification } from './ua-identification.ts';

/** What is laid out and drawn: content for pages, what runs above them and lies across them, and their structure. */
export interface TaggedDocument {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly fonts: Readonly<
    Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>
  >;
  /** All styles of its font have the same letters. */
  readonly style: Style & { readonly font: string };
  readonly content: readonly Node[];
  readonly header: (page: number) => Node;
  readonly watermark?: {
    readonly text: string;
    readonly color: string;
    readonly opacity: number;
    readonly bold: boolean;
  };
  readonly structure: Tag;
}

const a4 = { width: 595.28, height: 841.89, orientation: 'portrait' } as const;

/**
 * A tagged PDF/A-2a and PDF/UA-1 of a laid out document.
 *
 * The library lays pages out well and draws them without structure; so its own two steps are called one by one here,
 * and between them stands a renderer that marks every line with its tag, and everything else as furniture.
 */
export function printTagged(printed: TaggedDocument): Promise<Buffer> {
  const { fonts } = printed;
  const files = Object.values(fonts).flatMap((family) => Object.values(family));
  const document = new EscapingDocument(
    fonts,
    {},
    {},
    {},
    {
      size: [a4.width, a4.height],
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: printed.language,
      autoFirstPage: false,
      info: { Title: printed.title, Author: printed.author, Producer: 'pdfmake', Creator: 'open-ballot' },
      font: null,
    },
    null,
    // A document holds text of many people: it reads no file but its fonts.
    (path) => files.includes(path),
  );
  const { font } = document.provideFont(printed.style.font, false, false);
  const drawn = (node: Node): Node => drawable(node, (letter) => font.hasGlyphForCodePoint(letter));
  const margins = { left: 0, top: 0, right: 0, bottom: 0 };
  const pages = new HoldingLayout(a4, margins, null).layoutDocument(
    printed.content.map(drawn),
    document,
    {},
    printed.style,
    undefined,
    printed.header,
    undefined,
    printed.watermark,
  );
  new TaggingRenderer(document).renderPages(pages);
  document.appendXML(uaIdentification);
  document.addStructure(elementOf(printed.structure, document));
  return bytesOf(document);
}

/** The structure as the library keeps it. A piece of which nothing was drawn is left out. */
const elementOf = (tag: Tag, document: PdfDocument): StructureElement =>
  document.struct(tag.role, tag.scope === undefined ? {} : { scope: tag.scope }, [
    ...tag.content,
    ...tag.children.map((child) => elementOf(child, document)),
  ]);

function bytesOf(document: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

/** The library puts the texts about the document into its metadata as they are; XML wants them escaped. */
class EscapingDocument extends documentModule.default {
  override endMetadata(): void {
    const escaped = Object.entries(this.info).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        : value,
    ]);
    this.info = Object.fromEntries(escaped) as Record<string, unknown>;
    super.endMetadata();
  }
}

class TaggingRenderer extends rendererModule.default {
  #page = 0;
  #open: Tag | 'furniture' | undefined;

  override renderPages(pages: readonly LaidOutPage[]): void {
    for (const page of pages) {
      this.#page += 1;
      super.renderPages([page]);
      this.#close();
    }
  }

  override renderLine(line: Line, x: number, y: number): void {
    const [first] = line.inlines;
    if (!first) return;
    const { tag } = first;
    this.#mark(tag instanceof Tag && tag.isReadOn(this.#page) ? tag : 'furniture');
    super.renderLine(line, x, y);
    if (line._outline) this.#lead(line._outline.id, y);
  }

  override renderVector(vector: Drawn): void {
    this.#mark('furniture');
    super.renderVector(vector);
  }

  override renderWatermark(page: LaidOutPage): void {
    this.#mark('furniture');
    super.renderWatermark(page);
  }

  // These save and restore the state of the page, which a mark must not straddle.
  override beginVerticalAlignment(item: Drawn): void {
    this.#close();
    super.beginVerticalAlignment(item);
  }

  override endVerticalAlignment(item: Drawn): void {
    this.#close();
    super.endVerticalAlignment(item);
  }

  /** Lines of one piece that follow each other on a page share a mark. */
  #mark(piece: Tag | 'furniture'): void {
    if (this.#open === piece) return;
    this.#close();
    if (piece === 'furniture') this.pdfDocument.markContent('Artifact');
    else piece.content.push(this.pdfDocument.markStructureContent(piece.role));
    this.#open = piece;
  }

  #close(): void {
    if (this.#open !== undefined) this.pdfDocument.endMarkedContent();
    this.#open = undefined;
  }

  /** The library's outline leads to the corner of a page: this leads to the line. */
  #lead(id: string, y: number): void {
    const { dictionary, height } = this.pdfDocument.page;
    const above = 12;
    const destination: Destination = [dictionary, 'XYZ', 0, height - Math.max(0, y - above), null];
    const entry = this.outlineMap[id];
    if (entry) entry.outlineData.Dest = destination;
  }
}
