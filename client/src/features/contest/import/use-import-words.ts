import {
  importBounds,
  type ColumnMeaning,
  type ImportColumn,
  type ImportedRow,
  type ImportFault,
  type ImportKind,
  type TableColumn,
  type TableEncoding,
} from '@open-ballot/shared/contract/import';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { decimalText } from '../../../text/decimal-text.ts';
import { useDomainText } from '../../../text/domain-text.ts';
import { useImportText } from './import-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { useProblemText } from '../../../text/problem-text.ts';
import type { FileRefusal } from './use-import.ts';

export const largestMb = importBounds.bytes / (1024 * 1024);

const encodingNames: Readonly<Record<TableEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1251': 'Windows-1251',
  ibm866: 'CP866 (DOS)',
  'koi8-r': 'KOI8-R',
  'x-mac-cyrillic': 'Mac Cyrillic',
};
export const encodingName = (encoding: string): string =>
  encodingNames[encoding as TableEncoding] ?? encoding;

/** «A» is 0, as the spreadsheet calls its columns. */
export const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);

export interface ImportWords {
  readonly fault: (fault: ImportFault) => string;
  readonly refusal: (refusal: FileRefusal) => string;
  readonly meaning: (meaning: ColumnMeaning) => string;
  /** What the file calls a column, and otherwise its letter. */
  readonly title: (column: Pick<TableColumn, 'index' | 'title'>) => string;
  /** A value as the screens show it elsewhere. */
  readonly value: (column: ImportColumn, value: string) => string;
  /** What a cell holds; where it is at fault, what the file says. */
  readonly cell: (row: ImportedRow, column: ImportColumn) => string;
}

export function useImportWords(what: ImportKind, timeZone: string): ImportWords {
  const t = useImportText();
  const domain = useDomainText();
  const problemText = useProblemText();
  const { dayOrMoment, number } = useMoments(timeZone);
  const valueText = (column: ImportColumn, value: string): string => {
    if (value === '') return value;
    switch (column) {
      case 'priorScore':
        return decimalText(value);
      case 'appliedAt':
        return dayOrMoment(value);
      case 'role':
        return domain(`role-${value as SeatRole}`);
      case 'votes':
        return t(value === 'true' ? 'yes' : 'no');
      default:
        return value;
    }
  };
  return {
    fault: ({ fault, ...values }) => t(`fault-${fault}`, values),
    refusal: (refusal) => {
      if ('error' in refusal) return problemText(refusal.error);
      return t(`table-${refusal.fault}`, {
        size: largestMb,
        rows: number(importBounds.rows),
        encoding: refusal.named.map(encodingName).join(', '),
      });
    },
    meaning: (meaning) => (meaning === 'name' ? t(`column-${what}-name`) : t(`column-${meaning}`)),
    title: ({ index, title }) => (title === '' ? t('column-letter', { letter: letterOf(index) }) : title),
    value: valueText,
    cell: ({ cells, faults }, column) => {
      const value = cells[column] ?? '';
      const isAtFault = faults.some((each) => 'column' in each && each.column === column);
      return isAtFault ? value : valueText(column, value);
    },
  };
}
