import type { ReactNode } from 'react';
import styles from './Table.module.css';
import { classNames } from './class-names.ts';

export interface TableProps {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  /** `thead` and `tbody`. Cells with numbers take `data-numeric`. */
  readonly children: ReactNode;
  readonly dense?: boolean;
}

/** A table that scrolls sideways by itself, also by keyboard, where the screen is narrow. */
export function Table({ caption, captionHidden, children, dense }: TableProps) {
  return (
    <div
      className={styles['frame']}
      tabIndex={0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={classNames(styles['table'], dense && styles['dense'])}>
        <caption className={captionHidden ? 'visually-hidden' : styles['caption']}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
