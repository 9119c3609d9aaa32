import type { Type } from '@nestjs/common';
import type { ImportColumn, ImportedRow, ImportFault } from '@open-ballot/shared/contract/import';
import { isPlainText } from '@open-ballot/shared/contract/spellings';
import type { FieldError } from '@open-ballot/shared/rules/fault';
import { faultsIn } from '../../http/checked-body.pipe.ts';
import type { RecordRow } from './columns.ts';
import { type Cell, textOf } from './table.ts';
import { isBroken } from './values.ts';

/** What an entry says otherwise than what the contest has, and whether it is to be written. */
export interface Comparison {
  readonly changes: NonNullable<ImportedRow['changes']>;
  readonly confirmed: boolean;
}

/** Takes a row apart: what its cells say, what they are worth, and what is wrong with them. */
export class RowCheck {
  readonly faults: ImportFault[];
  private readonly cells: Partial<Record<ImportColumn, string>> = {};
  private comparison: Comparison | undefined;

  constructor(private readonly source: RecordRow) {
    this.faults = source.untitled.map((cell) => ({ fault: 'untitled', ...cell }));
  }

  get row(): number {
    return this.source.row;
  }

  get report(): ImportedRow {
    const { changes, confirmed } = this.comparison ?? { changes: [], confirmed: false };
    const state = this.comparison === undefined ? 'new' : changes.length === 0 ? 'known' : 'changed';
    return {
      row: this.row,
      cells: this.cells,
      faults: this.faults,
      state,
      ...(changes.length > 0 && { changes, ...(confirmed && { confirmed }) }),
      ...(this.source.hidden && { hidden: true }),
    };
  }

  get isSound(): boolean {
    return this.faults.length === 0;
  }

  /** It is somebody who is there already. */
  meets(comparison: Comparison): void {
    this.comparison = comparison;
  }

  /** What another place than the cell of the column says: a section, or a cell that says two things. */
  takes<Value extends string | boolean>(column: ImportColumn, value: Value | undefined): Value | undefined {
    if (value !== undefined) this.cells[column] = String(value);
    return value;
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
    const isKnown = this.faults.some(
      (each) => 'column' in each && 'column' in fault && each.column === fault.column,
    );
    if (!isKnown) this.faults.push(fault);
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
  if (code === 'email') return { column, fault: 'bad-email' };
  if (typeof value !== 'string' || value === '') return { column, fault: 'required' };
  return isPlainText(value)
    ? { column, fault: 'too-long', most: Number(parameters?.['most']) }
    : { column, fault: 'bad-characters' };
}
