/** What pdfmake offers to everybody, beside the insides that protocol/pdf works with. */
declare module 'pdfmake' {
  export interface Node {
    canvas?: readonly { type: 'rect'; x: number; y: number; w: number; h: number; color: string }[];
    columnGap?: number;
    fontFeatures?: Readonly<Record<string, boolean>>;
  }

  export interface TableLayout {
    hLineStyle?: () => { dash: { length: number } };
    vLineStyle?: () => { dash: { length: number } };
    hLineColor?: () => string;
    vLineColor?: () => string;
  }

  const library: {
    setFonts(fonts: Readonly<Record<string, object>>): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    createPdf(definition: {
      content: readonly Node[];
      defaultStyle: Style;
      info: Readonly<Record<string, string>>;
      language: string;
      pageSize: 'A4';
      pageMargins: number;
    }): { getBuffer(): Promise<Buffer> };
  };
  export default library;
}
