import pdfmake, { type Node, type TableLayout } from 'pdfmake';
import { create } from 'qrcode';
import { tinos } from '../fonts/tinos.ts';
import type { Card, CardLanguage, Cards } from './card.ts';

const perRow = 2;

/** Points. The page is 595 wide; a card has its column without the padding. */
const margin = 24;
const padding = 12;
const cardWidth = 249;
const codeWidth = 108;

/** White modules around a code without which cameras miss it. */
const quiet = 4;

/** Characters of a name or a title. A row that is higher than a page would not be drawn at all. */
const longest = 160;

const words: Readonly<Record<CardLanguage, { title: string; how: (until: string) => string }>> = {
  ru: {
    title: 'Приглашение',
    how: (until) =>
      `Наведите камеру телефона на код или откройте ссылку. Пароль не нужен. Ссылка одноразовая, срок – ${until}`,
  },
  en: {
    title: 'Invitation',
    how: (until) =>
      `Point the camera of a phone at the code, or open the link. No password is needed. It works once, until ${until}`,
  },
};

const soft = '#555555';
const dashed = () => ({ dash: { length: 4 } });
const cutLines: TableLayout = {
  hLineStyle: dashed,
  vLineStyle: dashed,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => soft,
  vLineColor: () => soft,
  paddingTop: () => padding,
  paddingBottom: () => padding,
  paddingLeft: () => padding,
  paddingRight: () => padding,
};

export function renderCards(printed: Cards): Promise<Buffer> {
  const files = Object.values(tinos);
  pdfmake.setFonts({ Tinos: tinos });
  // A card holds text of many people: it reads no file but its fonts.
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake
    .createPdf({
      content: [
        {
          table: {
            widths: Array<number>(perRow).fill(cardWidth),
            dontBreakRows: true,
            body: rowsOf(printed.cards.map((card) => drawn(card, printed))),
          },
          layout: cutLines,
        },
      ],
      defaultStyle: { font: 'Tinos', fontSize: 10 },
      info: { title: words[printed.language].title, creator: 'open-ballot' },
      language: printed.language,
      pageSize: 'A4',
      pageMargins: margin,
    })
    .getBuffer();
}

/** The last row is filled up with empty cells. */
const rowsOf = (cells: readonly Node[]): Node[][] =>
  Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) =>
    Array.from({ length: perRow }, (_, column) => cells[row * perRow + column] ?? { text: '' }),
  );

function drawn({ name, link, expiresAt }: Card, { contest, timeZone, language }: Cards): Node {
  const { title, how } = words[language];
  const until = new Date(expiresAt).toLocaleDateString(language, { dateStyle: 'long', timeZone });
  return {
    stack: [
      {
        columns: [
          { canvas: codeOf(link), width: codeWidth },
          {
            width: '*',
            stack: [
              { text: title, color: soft },
              { text: shortened(name), bold: true, fontSize: 13, margin: [0, 2, 0, 4] },
              { text: shortened(contest), color: soft },
            ],
          },
        ],
        columnGap: 8,
      },
      { text: how(until), margin: [0, 6, 0, 4] },
      // Whoever types the link reads every letter of it by itself.
      { text: link, fontSize: 9, wordBreak: 'break-all', fontFeatures: { liga: false } },
    ],
  };
}

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;

/** A rectangle for each run of dark modules in a row. */
function codeOf(text: string): NonNullable<Node['canvas']> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = codeWidth / (modules.size + 2 * quiet);
  const runs: { type: 'rect'; x: number; y: number; w: number; h: number; color: string }[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column === start) continue;
      const [x, y] = [(start + quiet) * side, (row + quiet) * side];
      runs.push({ type: 'rect', x, y, w: (column - start) * side, h: side, color: '#000000' });
    }
  return runs;
}
