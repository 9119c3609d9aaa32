import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { useUiText } from './ui-text.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the end, the most important one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

const isText = (field: EventTarget): boolean =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(field.type));

/**
 * The platform's own modal dialog: it keeps the focus, closes by Escape and returns the focus where it was.
 * Escape and the cross are easily pressed by accident: with typed text in it, it asks before it closes.
 */
export function Dialog({ open, ...shown }: DialogProps) {
  return open ? <OpenDialog {...shown} /> : null;
}

function OpenDialog({ onClose, title, children, actions, wide }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useUiText();
  const typed = useRef(false);
  const [asking, setAsking] = useState(false);
  const leave = () => (typed.current ? setAsking(true) : onClose());
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // By now the dialog has left the page, and with it the platform's memory of where the focus was.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles['dialog']} ${styles['wide']}` : styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onInput={(event: FormEvent) => {
        typed.current ||= isText(event.target);
        setAsking(false);
      }}
    >
      <header className={styles['header']}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={styles['close']} aria-label={t('close')} onClick={leave}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children && <div className={styles['body']}>{children}</div>}
      {asking && (
        <div className={styles['asking']} role="alert">
          <p>{t('typed-lost')}</p>
          <Button size="small" look="quiet" onClick={onClose}>
            {t('close-anyway')}
          </Button>
          <Button size="small" autoFocus onClick={() => setAsking(false)}>
            {t('go-on')}
          </Button>
        </div>
      )}
      {actions && <footer className={styles['actions']}>{actions}</footer>}
    </dialog>
  );
}
