import {
  importBounds,
  type ImportColumn,
  type ImportedRow,
  type ImportFault,
  type ImportKind,
} from '@open-ballot/shared/contract/import';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { decimalText } from '../../../text/decimal-text.ts';
import { useDomainText } from '../../../text/domain-text.ts';
import { useImportText } from '../../../text/import-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { useProblemText } from '../../../text/problem-text.ts';
import type { FileRefusal } from './use-import.ts';

export const largestMb = importBounds.bytes / (1024 * 1024);

export interface ImportWords {
  readonly fault: (fault: ImportFault) => string;
  readonly refusal: (refusal: FileRefusal) => string;
  /** What a cell holds, as the screens show it elsewhere; where it is at fault, what the file says. */
  readonly cell: (row: ImportedRow, column: ImportColumn) => string;
}

export function useImportWords(what: ImportKind, timeZone: string): ImportWords {
  const t = useImportText();
  const domain = useDomainText();
  const problemText = useProblemText();
  const { moment, number } = useMoments(timeZone);
  const columnName = (column: ImportColumn) =>
    column === 'name' ? t(`column-${what}-name`) : t(`column-${column}`);
  return {
    fault: ({ fault, ...values }) => t(`fault-${fault}`, values),
    refusal: (refusal) => {
      if ('error' in refusal) return problemText(refusal.error);
      const { fault, columns } = refusal;
      const text = t(`table-${fault}`, {
        size: largestMb,
        rows: number(importBounds.rows),
        columns: columns.map(columnName).join(', '),
      });
      return fault === 'missing-column' && columns.includes('nomination')
        ? `${text} ${t('or-choose')}`
        : text;
    },
    cell: ({ cells, faults }, column) => {
      const value = cells[column];
      if (value === undefined || faults.some((each) => each.column === column)) return value ?? '';
      switch (column) {
        case 'priorScore':
          return decimalText(value);
        case 'appliedAt':
          return moment(value, 'dateTime');
        case 'role':
          return domain(`role-${value as SeatRole}`);
        case 'votes':
          return t(value === 'true' ? 'yes' : 'no');
        default:
          return value;
      }
    },
  };
}
