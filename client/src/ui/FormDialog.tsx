import { useEffect, useId, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';
import { Notice } from './Notice.tsx';
import { useUiText } from './ui-text.ts';

interface FormDialogProps extends Omit<DialogProps, 'open' | 'actions'> {
  /** The verb on the button. */
  readonly confirm: string;
  readonly danger?: boolean | undefined;
  readonly busy: boolean;
  readonly disabled?: boolean | undefined;
  /** Whether Ctrl+Enter submits from any field. */
  readonly byKeys?: boolean;
  /** Why it was not taken, or would not be, where no field says so. */
  readonly trouble: string | undefined;
  readonly onSubmit: () => void;
}

/** A form in a dialog: the first field has the focus, one button sends, and what is wrong stands above it. */
export function FormDialog({
  confirm,
  danger,
  busy,
  disabled,
  byKeys = false,
  trouble,
  onSubmit,
  children,
  ...dialog
}: FormDialogProps) {
  const t = useUiText();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  // The dialog has opened by now and focused its closing button: the first field is where the work begins.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!busy && !disabled) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (byKeys && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <Dialog
      open
      {...dialog}
      actions={
        <>
          <Button onClick={dialog.onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={disabled}
            {...(byKeys && { shortcut: 'Ctrl ↵' })}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={submit} onKeyDown={onKeyDown} style={{ display: 'contents' }}>
        {children}
        {trouble && (
          <Notice tone="against" announce="alert">
            {trouble}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
