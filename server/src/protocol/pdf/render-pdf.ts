import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { writable } from '@open-ballot/shared/protocol/language/writable';
import { sectionsOf, type Section } from '@open-ballot/shared/protocol/sections';
import type { Node } from 'pdfmake';
import { tinos } from '../../fonts/tinos.ts';
import {
  fontSizes,
  headerDistance,
  markDistance,
  pages,
  points,
  staysWith,
  type Page,
} from '../page-layout.ts';
import { draw } from './blocks.ts';
import { bookmarksOf, type Bookmark } from './bookmarks.ts';
import { isHeld, listHead, roomFor } from './held.ts';
import { printTagged } from './tagged-pages.ts';
import { Tag } from './tags.ts';

/** What is signed and published: PDF/A-2a, its fonts embedded, every word of it searchable and read out in order. */
export function renderPdf(built: ProtocolDocument): Promise<Buffer> {
  const document = writable(built);
  const bookmarks = bookmarksOf(document);
  const structure = Tag.document();
  return printTagged({
    title: document.title,
    author: document.author,
    language: 'ru-RU',
    fonts: { Tinos: tinos },
    style: { font: 'Tinos', fontSize: fontSizes.text, lineHeight: 1.15 },
    header: (page) => runningHeader(document, page),
    ...(document.watermark !== undefined && {
      watermark: { text: document.watermark, color: '#808080', opacity: 0.15, bold: true },
    }),
    content: sectionsOf(document).map((section) => pdfSection(section, bookmarks, structure)),
    structure,
  });
}

type Bookmarks = ReturnType<typeof bookmarksOf>;

const pdfSection = ({ orientation, blocks }: Section, bookmarks: Bookmarks, structure: Tag): Node => {
  const { margin } = pages[orientation];
  return {
    section: keptTogether(blocks, pages[orientation], bookmarks, structure),
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [points(margin.left), points(margin.top), points(margin.right), points(margin.bottom)],
  };
};

function runningHeader({ pageHeader }: ProtocolDocument, page: number): Node {
  const mark: Node[] =
    pageHeader === undefined
      ? []
      : [{ text: pageHeader, fontSize: 10, bold: true, alignment: 'center', lineHeight: 1 }];
  return {
    margin: [0, points(pageHeader === undefined ? headerDistance : markDistance), 0, 0],
    stack: [
      ...mark,
      { text: page > 1 ? String(page) : '', fontSize: 12, alignment: 'center', lineHeight: 1 },
    ],
  };
}

/** Draws blocks; those that must not be parted by a page become one unbreakable node. */
function keptTogether(blocks: readonly Block[], page: Page, bookmarks: Bookmarks, structure: Tag): Node[] {
  const drawn: Node[] = [];
  let group: Block[] = [];
  blocks.forEach((block, index) => {
    group.push(block);
    if (staysWith(block, blocks[index + 1])) return;
    const nodes = group.map((each) => draw(each, page, structure, outlined(bookmarks.get(each))));
    const last = nodes.pop() ?? [];
    const before = nodes.flat();
    const head = last.slice(0, listHead);
    const isOne = before.length + head.length > 1 || block.type === 'signatures';
    if (isOne && isHeld(group, page)) drawn.push({ stack: [...before, ...head], unbreakable: true });
    else drawn.push(...standingAbove(before, roomFor(group, page)), ...head);
    drawn.push(...last.slice(listHead));
    group = [];
  });
  return drawn;
}

/** What is too long to be held with the blocks above it has them begin where its first lines fit as well. */
const standingAbove = (before: readonly Node[], room: number | undefined): Node[] =>
  before.length === 0 || room === undefined ? [...before] : [{ stack: before, room }];

const outlined = (bookmark: Bookmark | undefined): Node =>
  bookmark
    ? {
        id: bookmark.id,
        outline: true,
        outlineText: bookmark.text,
        outlineExpanded: true,
        ...(bookmark.parent !== undefined && { outlineParentId: bookmark.parent }),
      }
    : {};
