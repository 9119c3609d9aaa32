import { importBounds } from '@open-ballot/shared/contract/import';
import { useRef, type ReactNode } from 'react';
import { useImportText } from './import-text.ts';
import { useMoments } from '../../../text/moments.ts';
import { Button, type ButtonProps } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { largestMb } from './use-import-words.ts';

const accept = '.xlsx,.csv,.tsv,.txt';

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
      accept={accept}
      focused
      onFiles={([file]) => file && onFile(file)}
    />
  );
}

interface ImportChooserProps extends ImportDropProps, Pick<ButtonProps, 'look' | 'disabled'> {
  readonly children: ReactNode;
}

/** Opens the dialog of the system at once; what is on the screen stays until a file is chosen. */
export function ImportChooser({ onFile, children, ...look }: ImportChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // Otherwise a browser would not notice the same file chosen again, mended.
          target.value = '';
        }}
      />
    </>
  );
}
