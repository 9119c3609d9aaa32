import type { ReactNode } from 'react';
import styles from './Notice.module.css';
import { classNames } from './class-names.ts';
import type { Tone } from './Badge.tsx';

const signs: Readonly<Record<Tone, string>> = {
  neutral: 'i',
  accent: 'i',
  for: '✓',
  against: '!',
  abstain: '!',
  warn: '!',
};

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `status` is read when convenient, `alert` at once; nothing for what was there from the start. */
  readonly announce?: 'status' | 'alert';
}

export function Notice({ tone = 'neutral', title, children, actions, announce }: NoticeProps) {
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={announce}>
      <span className={styles['sign']} aria-hidden="true">
        {signs[tone]}
      </span>
      <div className={styles['text']}>
        {title && <strong className={styles['title']}>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
}
