import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';

/** An entry of the outline that a reader of the PDF keeps beside the page. */
export interface Bookmark {
  readonly id: string;
  readonly text: string;
  readonly parent?: string;
}

/**
 * What a long protocol is leafed through by: its parts, its questions, the signatures, and the appendices with the
 * headings inside them. СЛУШАЛИ and РЕШИЛИ are left out: four lines a question would bury the questions.
 */
export function bookmarksOf(document: ProtocolDocument): ReadonlyMap<Block, Bookmark> {
  const bookmarks = new Map<Block, Bookmark>();
  const mark = (block: Block, text: string, parent?: string): string => {
    const id = `bookmark-${bookmarks.size + 1}`;
    bookmarks.set(block, { id, text: text.replace(/:$/, ''), ...(parent !== undefined && { parent }) });
    return id;
  };
  const markHeadings = (blocks: readonly Block[]): void => {
    for (const block of blocks) if (block.type === 'heading') mark(block, block.text);
  };

  markHeadings([...document.header, ...document.intro, ...document.agenda]);
  for (const { heading } of document.questions) markHeadings(heading);
  markHeadings([...document.dissents, ...document.appendixList]);
  for (const block of document.signatures) if (block.type === 'signatures') mark(block, 'Подписи');
  for (const { number, title, blocks } of document.appendices) {
    let appendix: string | undefined;
    for (const block of blocks) {
      if (block.type !== 'heading') continue;
      if (appendix === undefined) appendix = mark(block, `Приложение № ${number}. ${title}`);
      else mark(block, block.text, appendix);
    }
  }
  return bookmarks;
}
