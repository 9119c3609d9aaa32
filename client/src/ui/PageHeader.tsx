import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

/** The title of a screen, a line above it saying where one is, acts at its end. */
export function PageHeader({
  eyebrow,
  title,
  children,
  actions,
}: {
  readonly eyebrow?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={styles['header']}>
      <div>
        {eyebrow && <div className={styles['eyebrow']}>{eyebrow}</div>}
        <h1>{title}</h1>
        {children && <div className={styles['lead']}>{children}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
