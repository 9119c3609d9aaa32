import type { Type } from '@nestjs/common';
import type { ImportColumn, ImportedRow, ImportFault } from '@open-ballot/shared/contract/import';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { isPlainText } from '../../shapes/plain-text.ts';
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
    const errors = validateSync(plainToInstance(shape, fields), { forbidUnknownValues: false });
    for (const error of errors) this.finds(faultOf(shape, error));
  }
}

/** What a check of a form means for a cell. Which checks there are the shapes of nominees and members say. */
function faultOf(shape: Type<object>, { property, value, constraints }: ValidationError): ImportFault {
  const column = property as ImportColumn;
  const [check = ''] = Object.keys(constraints ?? {});
  if (check === 'matches') return { column, fault: 'bad-number' };
  if (check === 'isMoment') return { column, fault: 'bad-moment' };
  const most = mostOf(shape, property);
  if (typeof value !== 'string' || value === '' || most === undefined) return { column, fault: 'required' };
  return isPlainText(value) ? { column, fault: 'too-long', most } : { column, fault: 'bad-characters' };
}

/** The longest text that a field of a form takes. */
function mostOf(shape: Type<object>, property: string): number | undefined {
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const bound = checks.find(
    (each) => each.propertyName === property && (each.name === 'isFilledText' || each.name === 'isPlainText'),
  )?.constraints?.[1] as unknown;
  return typeof bound === 'number' ? bound : undefined;
}
