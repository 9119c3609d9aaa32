import { useEffect, useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import styles from './FileDrop.module.css';

interface FileDropProps {
  readonly title: string;
  /** Which files, and how large. */
  readonly kinds: string;
  /** What reads as the link that opens the dialog of the system. */
  readonly choose: string;
  /** Extensions that the dialog offers first; any file can be dropped. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** Takes the keyboard when it appears, where it stands in for what was there before. */
  readonly focused?: boolean;
  /** At least one file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or chosen by a press or the keyboard. */
export function FileDrop({
  title,
  kinds,
  choose,
  accept,
  multiple = false,
  disabled = false,
  focused = false,
  onFiles,
}: FileDropProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  const take = (files: FileList | null) => {
    if (files && files.length > 0 && !disabled) onFiles([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    take(target.files);
    // Otherwise a browser would not notice the same file chosen again, mended.
    target.value = '';
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
      <b>{title}</b>
      <span>{kinds}</span>
      <span className={styles['choose']}>{choose}</span>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={chosen}
      />
    </label>
  );
}
