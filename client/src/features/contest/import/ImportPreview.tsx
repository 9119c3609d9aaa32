import {
  importColumns,
  nameParts,
  type ImportColumn,
  type ImportedRow,
  type ImportFault,
  type ImportReport,
} from '@open-ballot/shared/contract/import';
import { useId, useState } from 'react';
import { useImportText } from './import-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Fold } from '../../../ui/Fold.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import styles from './Import.module.css';
import { ImportReading } from './ImportReading.tsx';
import type { ImportControl } from './use-import.ts';
import { letterOf, useImportWords, type ImportWords } from './use-import-words.ts';

/** Faults listed above the table; the others are marked in it. */
const listedAtMost = 10;

type Treat = ImportControl['treat'];

interface ImportPreviewProps {
  readonly report: ImportReport;
  readonly timeZone: string;
  /** It is no more what was shown when it was sent. */
  readonly changed: boolean;
  readonly control: ImportControl;
}

/** What every row comes to, with each fault at its cell. */
export function ImportPreview({ report, timeZone, changed, control }: ImportPreviewProps) {
  const t = useImportText();
  const words = useImportWords(report.what, timeZone);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const { rows, sound, faulty, newNominations } = report;
  const titles = newNominations.map(({ title, category }) => (category ? `${title}, ${category}` : title));
  return (
    <>
      {changed && faulty === 0 && <Notice tone="warn" title={t('changed-look')} announce="status" />}
      <ImportReading report={report} words={words} control={control} />
      {faulty > 0 && (
        <Notice tone="against" title={t('to-mend')}>
          <FaultList report={report} words={words} />
          <p>{t(changed ? 'changed' : 'nothing-written')}</p>
        </Notice>
      )}
      <Hidden report={report} words={words} />
      <Changes rows={rows} treat={control.treat} />
      <Skipped report={report} treat={control.treat} />
      {newNominations.length > 0 && <p>{t('new-nominations', { titles: titles.join('; ') })}</p>}
      {faulty > 0 && sound > 0 && (
        <Check checked={onlyFaulty} onChecked={setOnlyFaulty}>
          {t('only-faulty')}
        </Check>
      )}
      {rows.length > 0 && (
        <RowsTable
          report={report}
          rows={onlyFaulty ? rows.filter(({ faults }) => faults.length > 0) : rows}
          words={words}
          treat={control.treat}
        />
      )}
    </>
  );
}

export const countOf = ({ rows }: ImportReport, state: ImportedRow['state']): number =>
  rows.filter((each) => each.state === state).length;

/** «12 строк: 10 верны, 2 с ошибками», and who of them is there already. */
export function ImportCounts({ report }: { readonly report: ImportReport }) {
  const t = useImportText();
  const { rows, sound, faulty, unclear } = report;
  if (unclear.length > 0 && rows.length === 0) return t('not-read-yet');
  const all = t('rows', { count: rows.length });
  const [known, different] = [countOf(report, 'known'), countOf(report, 'changed')];
  const faults =
    faulty === 0
      ? `${all}, ${t('no-faults')}`
      : `${all}: ${t('sound', { count: sound })}, ${t('faulty', { count: faulty })}`;
  return [
    faults,
    ...(known + different > 0 ? [t('count-new', { count: countOf(report, 'new') })] : []),
    ...(known > 0 ? [t('count-known', { count: known })] : []),
    ...(different > 0 ? [t('count-changed', { count: different })] : []),
  ].join(' · ');
}

interface WithWords {
  readonly report: ImportReport;
  readonly words: ImportWords;
}

/** What the file calls the columns that a field is read from; the word for it where a section or another cell said it. */
function titleOf({ columns }: ImportReport, column: ImportColumn, words: ImportWords): string {
  const own = columns.filter(
    ({ reads }) => reads === column || (column === 'name' && nameParts.some((part) => part === reads)),
  );
  return own.length === 0 ? words.meaning(column) : own.map(words.title).join(' ');
}

function FaultList({ report, words }: WithWords) {
  const t = useImportText();
  const all = report.rows.flatMap(({ row, faults }) => faults.map((fault) => ({ row, fault })));
  const placeOf = (fault: ImportFault, row: number): string => {
    if ('index' in fault) return `${letterOf(fault.index)}${row}`;
    const own = report.columns.find(({ reads }) => reads === fault.column);
    const title = titleOf(report, fault.column, words);
    return fault.fault === 'broken-cell' && own ? `${title} (${letterOf(own.index)}${row})` : title;
  };
  return (
    <ul className={styles['faults']}>
      {all.slice(0, listedAtMost).map(({ row, fault }) => {
        const column = placeOf(fault, row);
        return (
          <li key={`${row} ${column}`}>
            <b>{t('mend-at', { row, column })}:</b> {words.fault(fault)}
          </li>
        );
      })}
      {all.length > listedAtMost && <li>{t('mend-more', { count: all.length - listedAtMost })}</li>}
    </ul>
  );
}

/** What the spreadsheet does not show and is read all the same. */
function Hidden({ report, words }: WithWords) {
  const t = useImportText();
  const rows = [...report.rows, ...report.skipped].filter(({ hidden }) => hidden).map(({ row }) => row);
  const columns = report.columns.filter(({ hidden }) => hidden);
  if (rows.length + columns.length === 0) return null;
  return (
    <Notice tone="warn" title={t('hidden')}>
      {rows.length > 0 && <p>{t('hidden-rows', { rows: rows.toSorted((a, b) => a - b).join(', ') })}</p>}
      {columns.length > 0 && <p>{t('hidden-columns', { titles: columns.map(words.title).join(', ') })}</p>}
    </Notice>
  );
}

/** The changes that a grown list brings, all of which can be confirmed at once. */
function Changes({ rows, treat }: { readonly rows: readonly ImportedRow[]; readonly treat: Treat }) {
  const t = useImportText();
  const changed = rows.filter(({ state }) => state === 'changed');
  if (changed.length === 0) return null;
  const open = changed.filter(({ confirmed }) => !confirmed);
  return (
    <Notice
      tone="accent"
      title={t('changes', { count: changed.length })}
      actions={
        open.length > 0 && (
          <Button
            size="small"
            onClick={() => treat(...open.map(({ row }) => ({ row, as: 'change' as const })))}
          >
            {t('confirm-all')}
          </Button>
        )
      }
    >
      {t(open.length > 0 ? 'changes-open' : 'changes-confirmed')}
    </Notice>
  );
}

/** Rows that are no entries. Nothing is left out without a word, and each can be read all the same. */
function Skipped({ report: { skipped }, treat }: { readonly report: ImportReport; readonly treat: Treat }) {
  const t = useImportText();
  if (skipped.length === 0) return null;
  return (
    <Fold
      className={styles['reading']}
      summary={t('skipped', { count: skipped.length })}
      isAsked={skipped.length <= listedAtMost}
    >
      <ul className={styles['skipped']}>
        {skipped.map(({ row, text, reason }) => (
          <li key={row}>
            <span>
              {t('skipped-row', { row })} <b>{text}</b> – {t(`skip-${reason}`)}
            </span>
            {reason !== 'above' && (
              <Button look="quiet" size="small" onClick={() => treat({ row, as: 'read' })}>
                {t(reason === 'left-out' ? 'take-back' : 'read-row')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface RowsTableProps extends WithWords {
  readonly rows: readonly ImportedRow[];
  readonly treat: Treat;
}

function RowsTable({ report, rows, words, treat }: RowsTableProps) {
  const t = useImportText();
  const id = useId();
  const columns = importColumns[report.what].filter(
    (column: ImportColumn) =>
      report.columns.some(({ reads }) => reads === column) ||
      report.rows.some(
        ({ cells, faults }) =>
          cells[column] !== undefined || faults.some((each) => 'column' in each && each.column === column),
      ),
  ) as readonly ImportColumn[];
  return (
    <div className={styles['rows']}>
      <Table caption={t(`title-${report.what}`)} captionHidden dense cards>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={column === 'priorScore' || undefined}>
                {titleOf(report, column, words)}
              </th>
            ))}
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-faulty={row.faults.length > 0 || undefined} data-state={row.state}>
              <th scope="row" data-label={t('row')}>
                {row.row}
              </th>
              {columns.map((column) => {
                const fault = row.faults.find((each) => 'column' in each && each.column === column);
                const change = row.changes?.find((each) => each.column === column);
                return (
                  <td
                    key={column}
                    data-label={titleOf(report, column, words)}
                    data-numeric={column === 'priorScore' || undefined}
                    data-fault={fault?.fault}
                    data-change={(!fault && change && true) || undefined}
                    aria-describedby={fault && `${id}-${row.row}-${column}`}
                  >
                    {words.cell(row, column)}
                    {fault && (
                      <small id={`${id}-${row.row}-${column}`}>
                        <span aria-hidden="true">⚠ </span>
                        {words.fault(fault)}
                      </small>
                    )}
                    {change && (
                      <small>
                        {change.was === ''
                          ? t('was-empty')
                          : t('was', { was: words.value(column, change.was) })}
                      </small>
                    )}
                  </td>
                );
              })}
              <Outcome row={row} words={words} treat={treat} />
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface OutcomeProps {
  readonly row: ImportedRow;
  readonly words: ImportWords;
  readonly treat: Treat;
}

/** What becomes of a row, and what else could. */
function Outcome({ row: { row, state, faults, confirmed, hidden }, words, treat }: OutcomeProps) {
  const t = useImportText();
  const beyond = faults.filter((each) => each.fault === 'untitled');
  const other = faults.find((each) => each.fault === 'login-of-another');
  return (
    <td data-fault={beyond[0]?.fault}>
      {state === 'changed' ? (
        <>
          <Check
            checked={confirmed ?? false}
            onChecked={(isMeant) => treat(isMeant ? { row, as: 'change' } : { row })}
          >
            {t('state-changed')}
          </Check>
          <Button look="quiet" size="small" onClick={() => treat({ row, as: 'add' })}>
            {t('is-another')}
          </Button>
        </>
      ) : (
        t(faults.length > 0 ? 'state-faulty' : `state-${state}`)
      )}
      {hidden && <small>{t('is-hidden')}</small>}
      {beyond.map((fault) => (
        <small key={fault.index}>
          <span aria-hidden="true">⚠ </span>
          {`${letterOf(fault.index)}${row}: `}
          {words.fault(fault)}
        </small>
      ))}
      {other && (
        <Button look="quiet" size="small" onClick={() => treat({ row, accountName: other.name })}>
          {t('account-meant')}
        </Button>
      )}
      {state !== 'known' && (
        <Button look="quiet" size="small" onClick={() => treat({ row, as: 'leave-out' })}>
          {t('leave-out')}
        </Button>
      )}
    </td>
  );
}
