import { PdfObjects } from './pdf-objects.ts';

/** What one piece of a page's content is: drawn under a tag with a number, or as furniture, or as nothing. */
interface Piece {
  /** `P`, `TD`, … or `Artifact`; undefined where text is drawn outside of any mark. */
  readonly mark: string | undefined;
  readonly number: number | undefined;
  readonly words: string;
}

type Letters = ReadonlyMap<number, string>;
type Fonts = ReadonlyMap<string, Letters>;

/** The words of a PDF page by page, read back through the fonts' own tables as a search would. */
export function pdfPages(file: Buffer): string[] {
  const pdf = new PdfObjects(file);
  const fonts = fontsOf(pdf);
  return pdf.pages.map((page) =>
    piecesOf(pdf.content(page), fonts)
      .map(({ words }) => words)
      .join(''),
  );
}

/** What is drawn without saying whether it is to be read out or is furniture of the page. */
export function unmarked(file: Buffer): string {
  const pdf = new PdfObjects(file);
  const fonts = fontsOf(pdf);
  return pdf.pages
    .flatMap((page) => piecesOf(pdf.content(page), fonts))
    .flatMap(({ mark, words }) => (mark === undefined ? words : []))
    .join('');
}

/** A piece of the structure, as a screen reader goes through it. */
export interface ReadPiece {
  readonly role: string;
  readonly scope?: string;
  readonly text: string;
  /** The pages that it is drawn on, counted from 1. */
  readonly pages: readonly number[];
  readonly children: readonly ReadPiece[];
}

/** The structure of a PDF with the words drawn under it. */
export function pdfStructure(file: Buffer): ReadPiece {
  const pdf = new PdfObjects(file);
  const fonts = fontsOf(pdf);
  const drawn = new Map<string, string>(
    pdf.pages.flatMap((page) =>
      piecesOf(pdf.content(page), fonts).flatMap(({ number, words }) =>
        number === undefined ? [] : [[`${page} ${number}`, words] as const],
      ),
    ),
  );
  const taken = new Set<string>();
  const take = (page: string | undefined, number: string | undefined): string => {
    const key = `${page} ${number}`;
    const words = drawn.get(key);
    if (words === undefined) throw new Error(`no content ${key}`);
    if (taken.has(key)) throw new Error(`content ${key} is read twice`);
    taken.add(key);
    return words;
  };
  const read = (id: string): ReadPiece => {
    const body = pdf.body(id);
    const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '';
    const page = pdf.linked(body.replace(kids, ''), 'Pg');
    const children: ReadPiece[] = [];
    const pages = new Set<number>();
    let text = '';
    const add = (on: string | undefined, number: string | undefined): void => {
      text += take(on, number);
      pages.add(pdf.pages.indexOf(on ?? '') + 1);
    };
    for (const [whole, child] of kids.matchAll(/<<[^>]*>>|(\d+) 0 R|\d+/g)) {
      if (child !== undefined) children.push(read(child));
      else if (whole.startsWith('<<')) add(pdf.linked(whole, 'Pg'), /\/MCID (\d+)/.exec(whole)?.[1]);
      else add(page, whole);
    }
    const scope = /\/Scope \/(\w+)/.exec(body)?.[1];
    return {
      role: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
      text,
      pages: [...pages],
      children,
      ...(scope !== undefined && { scope }),
    };
  };
  const root = pdf.linked(pdf.body(pdf.linked(pdf.source, 'StructTreeRoot')), 'K');
  if (root === undefined) throw new Error('the file has no structure');
  const structure = read(root);
  const unread = [...drawn.keys()].filter((key) => !taken.has(key));
  if (unread.length > 0) throw new Error(`drawn, and in no piece of the structure: ${unread.join(', ')}`);
  return structure;
}

export const piecesIn = (piece: ReadPiece): ReadPiece[] => [piece, ...piece.children.flatMap(piecesIn)];

function fontsOf(pdf: PdfObjects): Fonts {
  const fonts = new Map<string, Letters>();
  for (const [, name = '', id = ''] of pdf.source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = pdf.linked(pdf.body(id), 'ToUnicode');
    if (table !== undefined && !fonts.has(name)) fonts.set(name, lettersOf(pdf.stream(table)));
  }
  return fonts;
}

function lettersOf(table: string): Letters {
  const letters = new Map<number, string>();
  const text = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  for (const [, first = '', , list = ''] of table.matchAll(/<([\da-f]+)> <([\da-f]+)> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([\da-f ]+)>/gi)].forEach(([, hex = ''], index) =>
      letters.set(parseInt(first, 16) + index, text(hex.replaceAll(' ', ''))),
    );
  }
  return letters;
}

const operators =
  /\/(F\d+) [\d.]+ Tf|\[((?:<[\da-f]*>|[\s\d.-])*)\] TJ|\/(\w+) (?:<<\s*(?:\/MCID (\d+)\s*)?>> BDC|BMC)|\b(EMC)\b/gi;

function piecesOf(content: string, fonts: Fonts): Piece[] {
  const pieces: Piece[] = [];
  let font: Letters | undefined;
  let open: Omit<Piece, 'words'> = { mark: undefined, number: undefined };
  let words = '';
  const cut = (next: Omit<Piece, 'words'>): void => {
    pieces.push({ ...open, words });
    [open, words] = [next, ''];
  };
  for (const [, name, shown, mark, number, end] of content.matchAll(operators)) {
    if (name !== undefined) font = fonts.get(name);
    else if (mark !== undefined) cut({ mark, number: number === undefined ? undefined : Number(number) });
    else if (end !== undefined) cut({ mark: undefined, number: undefined });
    else
      words += ` ${[...(shown ?? '').matchAll(/<([\da-f]*)>/gi)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => font?.get(parseInt(glyph, 16)) ?? '\uFFFD')
        .join('')}`;
  }
  cut({ mark: undefined, number: undefined });
  return pieces;
}
