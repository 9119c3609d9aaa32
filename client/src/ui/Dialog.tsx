import { useEffect, useId, useRef, type ReactNode } from 'react';
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

/** The platform's own modal dialog: it keeps the focus, closes by Escape and returns the focus where it was. */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useUiText();
  useEffect(() => {
    if (!open) return;
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // By now the dialog has left the page, and with it the platform's memory of where the focus was.
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles['dialog']} ${styles['wide']}` : styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={styles['close']} aria-label={t('close')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children && <div className={styles['body']}>{children}</div>}
      {actions && <footer className={styles['actions']}>{actions}</footer>}
    </dialog>
  );
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'actions'> {
  /** The verb itself: «Закрыть голосование», never «ОК». */
  readonly confirm: ReactNode;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/** For acts that cannot be undone. Its text says what will happen; ordinary acts do not ask. */
export function ConfirmDialog({ confirm, onConfirm, danger, busy, disabled, ...dialog }: ConfirmDialogProps) {
  const t = useUiText();
  return (
    <Dialog
      {...dialog}
      actions={
        <>
          <Button onClick={dialog.onClose}>{t('cancel')}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            busy={busy ?? false}
            disabled={disabled}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    />
  );
}
