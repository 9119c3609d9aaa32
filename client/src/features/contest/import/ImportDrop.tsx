import { importBounds } from '@open-ballot/shared/contract/import';
import { useImportText } from '../../../text/import-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { largestMb } from './use-import-words.ts';

interface ImportDropProps {
  readonly onFile: (file: File) => void;
}

/** Where a table is dropped or chosen. */
export function ImportDrop({ onFile }: ImportDropProps) {
  const t = useImportText();
  const { number } = useMoments();
  return (
    <FileDrop
      title={t('drop')}
      kinds={t('kinds', { size: largestMb, rows: number(importBounds.rows) })}
      choose={t('choose')}
      accept=".xlsx,.csv,.tsv,.txt"
      focused
      onFiles={([file]) => file && onFile(file)}
    />
  );
}
