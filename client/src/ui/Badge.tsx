import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'for' | 'against' | 'abstain' | 'warn';

/** A short word about a state. The word carries the meaning, the colour only repeats it. */
export function Badge({
  tone = 'neutral',
  outlined,
  children,
}: {
  readonly tone?: Tone;
  readonly outlined?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={classNames(styles['badge'], styles[tone], outlined && styles['outlined'])}>
      {children}
    </span>
  );
}
