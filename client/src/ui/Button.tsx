import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonLook {
  /** `primary` once per screen; `quiet` looks like a link; `danger` for what cannot be undone. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'regular' | 'large';
  /** Fills the width it is given. */
  readonly wide?: boolean;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows that the press is being worked on; the button stays focusable and ignores further presses. */
  readonly busy?: boolean;
  /** The keyboard shortcut to show, e.g. `Ctrl ↵`. The screen that owns it listens for it. */
  readonly shortcut?: string;
}

export function Button({
  look,
  size,
  wide,
  busy,
  shortcut,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={classNames(lookClass({ look, size, wide }), busy && styles['busy'], className)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {shortcut && <kbd className={styles['shortcut']}>{shortcut}</kbd>}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({ look, size, wide, className, ...rest }: ButtonLook & LinkProps) {
  return <Link {...rest} className={classNames(lookClass({ look, size, wide }), className)} />;
}

/** An ordinary link out of the application or to a file, looking like a button. */
export function ButtonAnchor({
  look,
  size,
  wide,
  children,
  ...rest
}: ButtonLook & {
  readonly href: string;
  readonly download?: boolean | string;
  readonly children: ReactNode;
}) {
  return (
    <a {...rest} className={lookClass({ look, size, wide })}>
      {children}
    </a>
  );
}

const lookClass = ({
  look = 'secondary',
  size = 'regular',
  wide,
}: { [K in keyof ButtonLook]: ButtonLook[K] | undefined }) =>
  classNames(styles['button'], styles[look], styles[size], wide && styles['wide']);
