import type { ReactNode } from 'react';
import styles from './BareScreen.module.css';

/** A page with nothing but one message in its middle. */
export function BareScreen({ children }: { readonly children: ReactNode }) {
  return <main className={styles['bare']}>{children}</main>;
}
