/** A word as the library measures it, in points. What is cut is space at its ends; an indent is less than none. */
export interface MeasuredWord {
  readonly text: string;
  readonly width: number;
  readonly leadingCut: number;
  readonly trailingCut: number;
  readonly font: { readonly widthOfString: (text: string, size: number, features: unknown) => number };
  readonly fontSize: number;
  readonly fontFeatures: unknown;
  readonly noWrap?: boolean | null;
  /** Whether no line may end behind it. */
  readonly noNewLine?: boolean;
}

/** A whole word is parted behind these where it has to be: hyphens, dashes, slashes, and spaces that tie. */
const seams = /(?<=[-–/\u00A0])/u;

/**
 * A word that is to stay whole, or where it is wider than a line its beginning, as much as fits, and the rest of it.
 * Where even its first part does not fit, that is left to be broken between letters.
 */
export function partedAt(room: number, word: MeasuredWord): MeasuredWord[] {
  if (widthOnLine(word) <= room) return [word];
  const parts = word.text.split(seams);
  const heads = parts.map((_part, index) => cut(word, parts.slice(0, index + 1).join('')));
  const head = heads.findLast((each) => widthOnLine(each) <= room) ?? { ...heads[0]!, noWrap: false };
  const rest = word.text.slice(head.text.length);
  if (rest === '') return [{ ...word, noWrap: false }];
  return [
    { ...head, noNewLine: false },
    { ...cut(word, rest), leadingCut: 0 },
  ];
}

const widthOnLine = ({ width, leadingCut, trailingCut }: MeasuredWord): number =>
  width - leadingCut - trailingCut;

function cut(word: MeasuredWord, text: string): MeasuredWord {
  const { font, fontSize, fontFeatures } = word;
  const [width, trimmed] = [text, text.trimEnd()].map((each) =>
    font.widthOfString(each, fontSize, fontFeatures),
  ) as [number, number];
  return { ...word, text, width, trailingCut: width - trimmed };
}
