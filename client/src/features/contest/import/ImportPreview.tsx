import type { ImportedRow, ImportReport } from '@open-ballot/shared/contract/import';
import { useId, useState } from 'react';
import { useImportText } from '../../../text/import-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Check } from '../../../ui/Check.tsx';
import styles from './Import.module.css';
import { useImportWords } from './use-import-words.ts';

/** Faults listed above the table; the others are marked in it. */
const listedAtMost = 10;

interface ImportPreviewProps {
  readonly report: ImportReport;
  readonly timeZone: string;
  /** It was sound when it was sent. */
  readonly changed: boolean;
}

/** What every row comes to, with each fault at its cell. */
export function ImportPreview({ report, timeZone, changed }: ImportPreviewProps) {
  const t = useImportText();
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const { rows, sound, faulty, unread, newNominations } = report;
  const titles = newNominations.map(({ title, category }) => (category ? `${title}, ${category}` : title));
  return (
    <>
      {faulty > 0 && (
        <Notice tone="against" title={t('to-mend')}>
          <FaultList report={report} timeZone={timeZone} />
          <p>{t(changed ? 'changed' : 'nothing-written')}</p>
        </Notice>
      )}
      {newNominations.length > 0 && <p>{t('new-nominations', { titles: titles.join('; ') })}</p>}
      {unread.length > 0 && <p className={styles['soft']}>{t('unread', { titles: unread.join(', ') })}</p>}
      {faulty > 0 && sound > 0 && (
        <Check checked={onlyFaulty} onChecked={setOnlyFaulty}>
          {t('only-faulty')}
        </Check>
      )}
      <RowsTable
        report={report}
        rows={onlyFaulty ? rows.filter(({ faults }) => faults.length > 0) : rows}
        timeZone={timeZone}
      />
    </>
  );
}

/** «12 строк: 10 верны, 2 с ошибками». */
export function ImportCounts({ report: { rows, sound, faulty } }: { readonly report: ImportReport }) {
  const t = useImportText();
  const all = t('rows', { count: rows.length });
  return faulty === 0
    ? `${all}, ${t('no-faults')}`
    : `${all}: ${t('sound', { count: sound })}, ${t('faulty', { count: faulty })}`;
}

interface TableProps {
  readonly report: ImportReport;
  readonly timeZone: string;
}

function FaultList({ report: { what, rows, columns }, timeZone }: TableProps) {
  const t = useImportText();
  const words = useImportWords(what, timeZone);
  const all = rows.flatMap(({ row, faults }) => faults.map((fault) => ({ row, fault })));
  const titleOf = (column: string) => columns.find((each) => each.column === column)?.title ?? '';
  return (
    <ul className={styles['faults']}>
      {all.slice(0, listedAtMost).map(({ row, fault }) => (
        <li key={`${row} ${fault.column}`}>
          <b>{t('mend-at', { row, column: titleOf(fault.column) })}:</b> {words.fault(fault)}
        </li>
      ))}
      {all.length > listedAtMost && <li>{t('mend-more', { count: all.length - listedAtMost })}</li>}
    </ul>
  );
}

function RowsTable({
  report: { what, columns },
  rows,
  timeZone,
}: TableProps & { readonly rows: readonly ImportedRow[] }) {
  const t = useImportText();
  const words = useImportWords(what, timeZone);
  const id = useId();
  return (
    <div className={styles['rows']}>
      <Table caption={t(`title-${what}`)} captionHidden dense>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {columns.map(({ column, title }) => (
              <th key={column} scope="col" data-numeric={column === 'priorScore' || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-faulty={row.faults.length > 0 || undefined}>
              <th scope="row">{row.row}</th>
              {columns.map(({ column }) => {
                const fault = row.faults.find((each) => each.column === column);
                return (
                  <td
                    key={column}
                    data-numeric={column === 'priorScore' || undefined}
                    data-fault={fault?.fault}
                    aria-describedby={fault && `${id}-${row.row}-${column}`}
                  >
                    {words.cell(row, column)}
                    {fault && (
                      <small id={`${id}-${row.row}-${column}`}>
                        <span aria-hidden="true">⚠ </span>
                        {words.fault(fault)}
                      </small>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
