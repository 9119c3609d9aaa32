import type { ReactNode } from 'react';
import styles from './Table.module.css';
import { classNames } from './class-names.ts';

export interface TableProps {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  /** `thead` and `tbody`. Cells with numbers take `data-numeric`. */
  readonly children: ReactNode;
  readonly dense?: boolean;
  /** On a phone each row stands by itself, each cell under its `data-label`. */
  readonly cards?: boolean;
}

/** A table that scrolls sideways by itself, also by keyboard, where the screen is narrow. */
export function Table({ caption, captionHidden, children, dense, cards }: TableProps) {
  return (
    <div
      className={styles['frame']}
      tabIndex={0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={classNames(styles['table'], dense && styles['dense'], cards && styles['cards'])}>
        <caption className={captionHidden ? 'visually-hidden' : styles['caption']}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
