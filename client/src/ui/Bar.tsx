import styles from './Bar.module.css';
import { classNames } from './class-names.ts';

/** One bar of a chart. A drawing only: the number stands beside it as text. */
export function Bar({
  value,
  of,
  tone = 'accent',
  faint,
}: {
  readonly value: number;
  readonly of: number;
  readonly tone?: 'accent' | 'for' | 'against' | 'abstain';
  readonly faint?: boolean;
}) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
  return (
    <div className={classNames(styles['track'], faint && styles['faint'])} aria-hidden="true">
      <div className={classNames(styles['fill'], styles[tone])} style={{ scale: `${share} 1` }} />
    </div>
  );
}
