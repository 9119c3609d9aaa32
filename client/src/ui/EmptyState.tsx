import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here yet, and what to do next. */
export function EmptyState({
  title,
  children,
  actions,
  wholePage,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** The state is all there is on the page: its title is the page's. */
  readonly wholePage?: boolean;
}) {
  return (
    <div className={styles['empty']}>
      {wholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <p>{children}</p>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
