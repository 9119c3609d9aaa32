import type { Signatures } from '@open-ballot/shared/protocol/document';
import type { Node, TableLayout } from 'pdfmake';
import { points, signatureShares, textWidth, type Page } from '../page-layout.ts';
import type { Tag } from './tags.ts';
import { heightOf } from './text.ts';

const spaceToSign = 22;
const gap = 8;
const withoutGrid: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  // A rule stands below a line, and is no line of the next page.
  hLineWhenBroken: false,
  paddingTop: () => spaceToSign,
  paddingBottom: () => 0,
  paddingLeft: (column) => (column === 2 ? gap : 0),
  paddingRight: () => 0,
};

const widthsOn = (page: Page): number[] => {
  const total = points(textWidth(page)) - gap;
  return signatureShares.map((share) => total * share);
};

/** About how high each line stands, points. */
export function lineHeights({ lines }: Signatures, page: Page): number[] {
  const [postWidth = 1, , nameWidth = 1] = widthsOn(page);
  return lines.map(
    ({ post, name }) =>
      spaceToSign + Math.max(heightOf(post, postWidth, 'text'), heightOf(name, nameWidth, 'text')),
  );
}

/** To the eye a table, to be read line by line: who signs, then the name. None stands alone on a page. */
export function drawSignatures({ lines }: Signatures, page: Page, parent: Tag, outline: Node): Node {
  const open: Node['border'] = [false, false, false, false];
  return {
    layout: withoutGrid,
    // The rule stands where one writes, not a line below.
    lineHeight: 1,
    table: {
      widths: widthsOn(page),
      dontBreakRows: true,
      ...(lines.length > 1 && { staysWithNext: [lines.length - 2] }),
      body: lines.map(({ post, name }, index): Node[] => {
        const tag = parent.add('P');
        return [
          {
            text: [{ text: post, tag }],
            border: open,
            verticalAlignment: 'bottom',
            ...(index === 0 && outline),
          },
          { text: '', border: [false, false, false, true] },
          { text: [{ text: name, tag }], border: open },
        ];
      }),
    },
  };
}
