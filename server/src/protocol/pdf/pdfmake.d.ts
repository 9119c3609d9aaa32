/**
 * The part of pdfmake that is used here; the package ships no types. Its layout and its drawing are steps of its own
 * (`js/Printer.js` calls them one after the other), used here from the files that hold them.
 */
declare module 'pdfmake' {
  type Margins = [left: number, top: number, right: number, bottom: number];

  export interface Style {
    font?: string;
    fontSize?: number;
    bold?: boolean;
    italics?: boolean;
    lineHeight?: number;
    alignment?: 'left' | 'center' | 'right' | 'justify';
    margin?: Margins;
    leadingIndent?: number;
    color?: string;
    noWrap?: boolean;
    wordBreak?: 'break-all';
  }

  export interface TableLayout {
    hLineWidth?: (row: number, node: { table: { body: unknown[] } }) => number;
    vLineWidth?: (column: number) => number;
    paddingTop?: () => number;
    paddingBottom?: () => number;
    paddingLeft?: (column: number) => number;
    paddingRight?: () => number;
    /** Whether the rule between two rows that a page parts is drawn again on the second page. */
    hLineWhenBroken?: boolean;
  }

  export interface Node extends Style {
    text?: string | readonly Node[];
    /** Not the library's: it copies what it does not know from a piece of text to everything it cuts it into. */
    tag?: unknown;
    stack?: readonly Node[];
    columns?: readonly Node[];
    width?: number | '*';
    unbreakable?: boolean;
    /** Not the library's: points that must be left on the page for it to begin there. */
    room?: number;
    id?: string;
    outline?: boolean;
    outlineText?: string;
    outlineParentId?: string;
    outlineExpanded?: boolean;
    table?: {
      widths: readonly number[];
      headerRows?: number;
      keepWithHeaderRows?: number;
      dontBreakRows?: boolean;
      /** Not the library's: rows, counted with the header, that stay on the page of the row after them. */
      staysWithNext?: readonly number[];
      body: readonly (readonly Node[])[];
    };
    layout?: TableLayout;
    border?: [left: boolean, top: boolean, right: boolean, bottom: boolean];
    verticalAlignment?: 'top' | 'middle' | 'bottom';
    section?: readonly Node[];
    pageOrientation?: 'portrait' | 'landscape';
    pageSize?: 'A4';
    pageMargins?: Margins;
  }
}

declare module 'pdfmake/js/PDFDocument.js' {
  interface Reference {
    readonly data: unknown;
  }

  export type Destination = [page: Reference, kind: 'XYZ', left: number, top: number, zoom: null];

  /** One mark of a page's content stream, to be added to the structure. */
  export interface MarkedContent {
    readonly refs: readonly unknown[];
  }

  export interface StructureElement {
    end: () => void;
  }

  export interface PdfDocument {
    readonly page: { readonly dictionary: Reference; readonly height: number };
    info: Readonly<Record<string, unknown>>;
    endMetadata(): void;
    provideFont: (
      family: string,
      bold: boolean,
      italics: boolean,
    ) => { readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
    markContent: (tag: 'Artifact') => void;
    markStructureContent: (role: string) => MarkedContent;
    endMarkedContent: () => void;
    struct: (
      role: string,
      options: { scope?: string },
      children: readonly (MarkedContent | StructureElement)[],
    ) => StructureElement;
    appendXML: (metadata: string) => void;
    addStructure: (element: StructureElement) => void;
    on: ((event: 'data', hear: (chunk: Buffer) => void) => void) &
      ((event: 'end', hear: () => void) => void) &
      ((event: 'error', hear: (error: Error) => void) => void);
    end: () => void;
  }

  interface PdfDocumentOptions {
    size: [width: number, height: number];
    pdfVersion: '1.7';
    subset: 'PDF/A-2a';
    tagged: boolean;
    displayTitle: boolean;
    lang: string;
    autoFirstPage: boolean;
    info: Readonly<Record<string, string>>;
    font: null;
  }

  const module: {
    default: new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: PdfDocumentOptions,
      files: null,
      mayRead: (path: string) => boolean,
    ) => PdfDocument;
  };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Node, Style } from 'pdfmake';
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';
  import type { LaidOutPage } from 'pdfmake/js/Renderer.js';

  export interface Row {
    /** Columns side by side are laid out as a row without these. */
    readonly tableNode?: Node;
    readonly rowIndex?: number;
  }

  interface Writer {
    context: () => { readonly availableHeight: number; readonly availableWidth: number };
    moveToNextPage: () => void;
    /** What is laid out until as many commits as beginnings stands on one page. */
    beginUnbreakableBlock: () => void;
    commitUnbreakableBlock: () => void;
  }

  export class LayoutBuilder {
    constructor(
      pageSize: { width: number; height: number; orientation: string },
      margins: { left: number; top: number; right: number; bottom: number },
      pictures: null,
    );
    readonly writer: Writer;
    processNode(node: Node, isVerticalAlignmentAllowed?: boolean): void;
    processRow(row: Row): object;
    /** Takes words from the beginning of what is not yet laid out. */
    buildNextLine(text: { _inlines?: object[] }): object | null;
    layoutDocument(
      content: readonly Node[],
      document: PdfDocument,
      styles: object,
      defaultStyle: Style,
      background: undefined,
      header: (page: number) => Node,
      footer: undefined,
      watermark: object | undefined,
    ): readonly LaidOutPage[];
  }
  const module: { default: typeof LayoutBuilder };
  export default module;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { Destination, PdfDocument } from 'pdfmake/js/PDFDocument.js';
  export type Drawn = object;
  export type LaidOutPage = object;
  export interface Line {
    readonly inlines: readonly { readonly tag?: unknown }[];
    readonly _outline?: { readonly id: string };
  }

  export class Renderer {
    constructor(document: PdfDocument);
    readonly pdfDocument: PdfDocument;
    readonly outlineMap: Readonly<Record<string, { outlineData: { Dest: Destination } }>>;
    renderPages(pages: readonly LaidOutPage[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: Drawn): void;
    renderWatermark(page: LaidOutPage): void;
    beginVerticalAlignment(item: Drawn): void;
    endVerticalAlignment(item: Drawn): void;
  }
  const module: { default: typeof Renderer };
  export default module;
}
