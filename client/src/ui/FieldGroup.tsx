import { useId, type ReactNode } from 'react';
import styles from './FieldGroup.module.css';
import { classNames } from './class-names.ts';

export interface FieldGroupProps {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** A box with a large legend: a group of groups. */
  readonly boxed?: boolean;
  readonly children: ReactNode;
}

/** Controls that answer one question together. What is wrong with them together is said at the end. */
export function FieldGroup({ legend, hint, error, boxed, children }: FieldGroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={classNames(styles['group'], boxed && styles['boxed'])}
      aria-describedby={described || undefined}
      data-fault={error ? true : undefined}
      tabIndex={error ? -1 : undefined}
    >
      <legend className={styles['legend']}>{legend}</legend>
      {hint && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className={styles['error']} id={`${id}-error`} role="alert">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
    </fieldset>
  );
}
