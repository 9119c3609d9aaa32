import type { Type } from '@nestjs/common';
import type { ImportColumn, ImportedRow, ImportFault } from '@open-ballot/shared/contract/import';
import { isPlainText } from '@open-ballot/shared/contract/spellings';
import type { FieldError } from '@open-ballot/shared/rules/fault';
import { faultsIn } from '../../http/checked-body.pipe.ts';
import type { RecordRow } from './columns.ts';
import { type Cell, textOf } from './table.ts';
import { isBroken } from './values.ts';

/** Takes a row apart: what its cells say, what they are worth, and what is wrong with them. */
export class RowCheck {
  readonly faults: ImportFault[] = [];
  private readonly cells: Partial<Record<ImportColumn, string>> = {};

  constructor(private readonly source: RecordRow) {}

  get row(): number {
    return this.source.row;
  }

  get report(): ImportedRow {
    return { row: this.row, cells: this.cells, faults: this.faults };
  }

  get isSound(): boolean {
    return this.faults.length === 0;
  }

  /** The text of a cell; undefined where there is none. */
  text(column: ImportColumn): string | undefined {
    return this.value(column, 'required', textOf);
  }

  /** What `read` makes of a cell; undefined where it is empty, or where that is nothing: then it is at fault. */
  value<Value extends string | boolean>(
    column: ImportColumn,
    fault: 'required' | 'bad-number' | 'bad-moment' | 'bad-role' | 'bad-vote',
    read: (cell: Cell) => Value | undefined,
  ): Value | undefined {
    const cell = this.source.cell(column);
    const text = textOf(cell);
    if (text === '') return undefined;
    const value = isBroken(cell) ? undefined : read(cell);
    this.cells[column] = value === undefined ? text : String(value);
    if (value === undefined) this.finds({ column, fault: isBroken(cell) ? 'broken-cell' : fault });
    return value;
  }

  finds(fault: ImportFault): void {
    // One thing to mend at a time: what follows from a fault is no news.
    if (!this.faults.some(({ column }) => column === fault.column)) this.faults.push(fault);
  }

  /** The checks of the form that adds one by hand. */
  follows(shape: Type<object>, fields: Readonly<Partial<Record<ImportColumn, unknown>>>): void {
    for (const each of faultsIn(Object.assign(new shape(), fields)))
      this.finds(faultOf(each, fields[each.path as ImportColumn]));
  }
}

/** What a fault of a form's field means for a cell. */
function faultOf({ path, code, parameters }: FieldError, value: unknown): ImportFault {
  const column = path as ImportColumn;
  if (code === 'decimal') return { column, fault: 'bad-number' };
  if (code === 'moment') return { column, fault: 'bad-moment' };
  if (typeof value !== 'string' || value === '') return { column, fault: 'required' };
  return isPlainText(value)
    ? { column, fault: 'too-long', most: Number(parameters?.['most']) }
    : { column, fault: 'bad-characters' };
}
