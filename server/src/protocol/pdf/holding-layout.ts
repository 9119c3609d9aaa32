import layoutModule, { type Row } from 'pdfmake/js/LayoutBuilder.js';
import type { Node } from 'pdfmake';

/**
 * The library's layout, which can hold a whole node or the first rows of a table together, taught two things more: rows
 * in the middle of a table that stay with the next one, and a node that only begins where room is left below it.
 */
export class HoldingLayout extends layoutModule.default {
  override processNode(node: Node, isVerticalAlignmentAllowed?: boolean): void {
    if (node.room !== undefined && this.writer.context().availableHeight < node.room)
      this.writer.moveToNextPage();
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  /** Every row is a block of its own already: one more beginning keeps it open beyond its end. */
  override processRow(row: Row): object {
    const { tableNode, rowIndex = 0 } = row;
    const held = tableNode?.table?.staysWithNext ?? [];
    if (held.includes(rowIndex)) this.writer.beginUnbreakableBlock();
    if (held.includes(rowIndex - 1)) this.writer.commitUnbreakableBlock();
    return super.processRow(row);
  }
}
