import {
  columnMeanings,
  type ColumnMeaning,
  type ImportReport,
  type TableSource,
} from '@open-ballot/shared/contract/import';
import { useImportText } from './import-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Fold } from '../../../ui/Fold.tsx';
import { Select } from '../../../ui/Select.tsx';
import styles from './Import.module.css';
import type { ImportControl } from './use-import.ts';
import { encodingName, letterOf, type ImportWords } from './use-import-words.ts';

const unread = 'unread';
/** Rows that may be chosen as those of the titles. */
const headersOffered = 20;

interface ImportReadingProps {
  readonly report: ImportReport;
  readonly words: ImportWords;
  readonly control: Pick<ImportControl, 'readSheet' | 'readHeader' | 'readColumn'>;
}

/** Where in the file the table was found and what its columns are, all of which can be said otherwise. */
export function ImportReading({ report, words, control }: ImportReadingProps) {
  const t = useImportText();
  const { columns, unclear, headerRow, rows } = report;
  const isAsked =
    unclear.length > 0 || rows.some(({ faults }) => faults.some(({ fault }) => fault === 'untitled'));
  const notRead = columns.filter(({ reads, sample }) => reads === undefined && sample !== undefined);
  const rowsOffered = Math.max(headersOffered, headerRow);
  return (
    <>
      <Source source={report.source} onSheet={control.readSheet} />
      {unclear.length > 0 && (
        <Notice tone="against" title={t('unclear')}>
          {unclear.map(({ column, is }) => (
            <p key={column}>
              {t(`unclear-${is}`, { column: words.meaning(column) })}
              {column === 'nomination' && ` ${t('or-choose')}`}
            </p>
          ))}
        </Notice>
      )}
      {notRead.length > 0 && (
        <p className={styles['soft']}>{t('unread', { titles: notRead.map(words.title).join(', ') })}</p>
      )}
      <Fold className={styles['reading']} summary={t('columns')} isAsked={isAsked}>
        <div className={styles['columns']}>
          <Select
            label={t('header-row')}
            value={String(headerRow)}
            options={Array.from({ length: rowsOffered + 1 }, (_, row) => ({
              value: String(row),
              text: row === 0 ? t('no-header') : t('header-at', { row }),
            }))}
            onValue={(row) => control.readHeader(Number(row))}
          />
          {columns.map((column) => (
            <Select<ColumnMeaning | typeof unread>
              key={column.index}
              label={t('column-is', { title: words.title(column), letter: letterOf(column.index) })}
              hint={
                column.sample === undefined ? t('column-empty') : t('for-example', { sample: column.sample })
              }
              value={column.reads ?? unread}
              options={[
                { value: unread, text: t('column-unread') },
                ...columnMeanings[report.what].map((value) => ({ value, text: words.meaning(value) })),
              ]}
              onValue={(reads) => control.readColumn(column.index, reads === unread ? null : reads)}
            />
          ))}
        </div>
      </Fold>
    </>
  );
}

interface SourceProps {
  readonly source: TableSource;
  readonly onSheet: (sheet: string) => void;
}

function Source({ source, onSheet }: SourceProps) {
  const t = useImportText();
  if (source.format === 'csv') {
    const delimiter = source.delimiter === '\t' ? t('tab') : `«${source.delimiter}»`;
    return (
      <p className={styles['soft']}>
        {t('source-csv', { encoding: encodingName(source.encoding), delimiter })}
      </p>
    );
  }
  const { sheet, sheets } = source;
  if (sheets.length === 1) return <p className={styles['soft']}>{t('source-sheet', { sheet })}</p>;
  return (
    <div className={styles['sheet']}>
      <Select
        label={t('sheet')}
        hint={t('other-sheets')}
        value={sheet}
        options={sheets.map(({ name, hidden }) => ({
          value: name,
          text: hidden ? t('hidden-sheet', { name }) : name,
        }))}
        onValue={onSheet}
      />
    </div>
  );
}
