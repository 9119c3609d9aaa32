import { importBounds } from '@open-ballot/shared/contract/import';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useImportText } from '../../text/import-text.ts';
import { useMoments } from '../../text/moments.ts';
import styles from './Import.module.css';
import { largestMb } from './use-import-words.ts';

interface ImportDropProps {
  readonly onFile: (file: File) => void;
}

/** Where a table is dropped or chosen. Takes the keyboard when it appears. */
export function ImportDrop({ onFile }: ImportDropProps) {
  const t = useImportText();
  const { number } = useMoments();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const take = (files: FileList) => {
    const [file] = files;
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{t('drop')}</b>
      <span>{t('kinds', { size: largestMb, rows: number(importBounds.rows) })}</span>
      <span className={styles['choose']}>{t('choose')}</span>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        onChange={(event) => {
          const { target } = event;
          if (target.files) take(target.files);
          // Otherwise a browser would not notice the same file chosen again, mended.
          target.value = '';
        }}
      />
    </label>
  );
}
