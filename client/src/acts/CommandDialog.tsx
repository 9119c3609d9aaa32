import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { useEffect, useId, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useMounted } from '../ui/use-mounted.ts';
import { useUiText } from '../ui/ui-text.ts';
import { useAct, useForeseenRefusal } from './use-act.ts';

export interface CommandDialogProps {
  readonly title: string;
  /** What the act will do, for one that cannot be undone. */
  readonly does?: ReactNode;
  /** The verb on the button. */
  readonly confirm: string;
  /** Undefined while the fields are not complete. */
  readonly command: SessionCommand | undefined;
  readonly danger?: boolean;
  readonly wide?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Called before it closes, unless it was closed while the receipt was still to come. */
  readonly onRecorded?: () => void;
}

/** A form whose press is one command. Closes when it is recorded; says in words why it was not, or would not be. */
export function CommandDialog({
  title,
  does,
  confirm,
  command,
  danger,
  wide,
  children,
  onClose,
  onRecorded,
}: CommandDialogProps) {
  const { run, busy, problem } = useAct();
  const foreseen = useForeseenRefusal(busy ? undefined : command);
  const isShown = useMounted();
  const toast = useToast();
  const t = useUiText();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  // The dialog has opened by now and focused its closing button: the first field is where the work begins.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = async () => {
    if (!command || busy || foreseen) return;
    const refused = await run(command);
    // Whoever closed the dialog before the receipt came may be in another one by now.
    if (!isShown()) return refused && toast(`${title}. ${refused}`, 'against');
    if (refused) return;
    onRecorded?.();
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What cannot be undone takes a press of its own: the keys that opened the dialog do not also confirm it.
    if (danger || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  const trouble = foreseen ?? problem;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      wide={wide ?? false}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={!command || foreseen !== undefined}
            {...(!danger && { shortcut: 'Ctrl ↵' })}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={onSubmit} onKeyDown={onKeyDown} style={{ display: 'contents' }}>
        {does && <p>{does}</p>}
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
