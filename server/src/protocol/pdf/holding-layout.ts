import layoutModule, { type Row } from 'pdfmake/js/LayoutBuilder.js';
import type { Node } from 'pdfmake';
import { partedAt, type MeasuredWord } from './parted-words.ts';

/**
 * The library's layout, which can hold a whole node or the first rows of a table together, taught three things more:
 * rows in the middle of a table that stay with the next one, a node that only begins where room is left below it, and
 * words that are held whole only where they fit on a line.
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

  override buildNextLine(text: { _inlines?: MeasuredWord[] }): object | null {
    const [first, ...others] = text._inlines ?? [];
    if (first?.noWrap) text._inlines = [...partedAt(this.writer.context().availableWidth, first), ...others];
    return super.buildNextLine(text);
  }
}
