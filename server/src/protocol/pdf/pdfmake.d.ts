/** The part of pdfmake that is used here; the package ships no types. */
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
  }

  export interface Node extends Style {
    text?: string | readonly Node[];
    stack?: readonly Node[];
    columns?: readonly Node[];
    width?: number | '*';
    unbreakable?: boolean;
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

  export interface DocumentDefinition {
    content: readonly Node[];
    pageSize: 'A4';
    pageMargins: Margins;
    defaultStyle: Style;
    header: (page: number) => Node;
    watermark?: { text: string; color: string; opacity: number; bold: boolean };
    info: { title: string; author: string };
    language: string;
    version: '1.7';
    subset: 'PDF/A-2b';
    displayTitle: boolean;
    compress?: boolean;
  }

  const pdfmake: {
    addFonts: (fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>) => void;
    setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
    setLocalAccessPolicy: (allows: (path: string) => boolean) => void;
    createPdf: (definition: DocumentDefinition) => { getBuffer: () => Promise<Buffer> };
  };
  export default pdfmake;
}
