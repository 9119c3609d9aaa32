import type { Block, Orientation, ProtocolDocument, Table } from './document.ts';

/** Pages of one orientation; every section begins on a new page. */
export interface Section {
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

/** The parts of a document in printing order, wide tables cut to the page: what every page renderer draws. */
export function sectionsOf(document: ProtocolDocument): Section[] {
  const body: Section = {
    orientation: 'portrait',
    blocks: [
      ...document.header,
      ...document.intro,
      ...document.agenda,
      ...document.questions.flatMap((part) => [
        ...part.heading,
        ...part.reported,
        ...part.discussed,
        ...part.resolved,
        ...part.votes,
      ]),
      ...document.dissents,
      ...document.appendixList,
      ...document.signatures,
    ],
  };
  const sections: Section[] = [body, ...document.appendices];
  return sections.map(({ orientation, blocks }, index) => ({
    orientation,
    blocks: [...blocks.flatMap(fitted), ...(index === sections.length - 1 ? document.smallPrint : [])],
  }));
}

/** Columns beside the key columns that stay legible on one landscape page. */
const widest = 10;

/** Cuts a table that is too wide into equal parts that repeat its key columns. */
function fitted(block: Block): Block[] {
  if (block.type !== 'table' || block.columns.length - block.keyColumns <= widest) return [block];
  const { keyColumns } = block;
  const beside = block.columns.length - keyColumns;
  const width = Math.ceil(beside / Math.ceil(beside / widest));
  const starts = Array.from(
    { length: Math.ceil(beside / width) },
    (_each, index) => keyColumns + index * width,
  );
  return starts.map((start): Table => {
    const cut = <Cell>(cells: readonly Cell[]): Cell[] => [
      ...cells.slice(0, keyColumns),
      ...cells.slice(start, start + width),
    ];
    return {
      ...block,
      columns: cut(block.columns),
      rows: block.rows.map((row) => ({ ...row, cells: cut(row.cells) })),
    };
  });
}
