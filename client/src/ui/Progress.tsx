import type { ReactNode } from 'react';
import styles from './Progress.module.css';
import { useUiText } from './ui-text.ts';

/** Something is on its way. Says so in words, for those who see no turning ring. */
export function Spinner({ text }: { readonly text?: ReactNode }) {
  const t = useUiText();
  return (
    <div className={styles['spinner']} role="status">
      <span className={styles['ring']} aria-hidden="true" />
      <span>{text ?? t('loading')}</span>
    </div>
  );
}

/** Long work and how far it has come; without `value` only that it goes on. */
export function Progress({
  label,
  value,
  max = 100,
}: {
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
}) {
  return (
    <div className={styles['progress']}>
      <span>{label}</span>
      <progress aria-label={label} max={max} value={value} />
    </div>
  );
}
