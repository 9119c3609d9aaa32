import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useVerifyText } from '../../text/verify-text.ts';
import styles from './Verify.module.css';

interface DropZoneProps {
  readonly disabled: boolean;
  /** Takes the keyboard when it appears, where it stands in for what was there before. */
  readonly focused: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ disabled, focused, onFiles }: DropZoneProps) {
  const t = useVerifyText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
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
      <span>{t('drop-kinds')}</span>
      <span className={styles['choose']}>{t('choose')}</span>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        disabled={disabled}
        onChange={(event) => take(event.target.files)}
      />
    </label>
  );
}
