import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { useContestText } from '../text/contest-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useMounted } from '../ui/use-mounted.ts';
import { useUiText } from '../ui/ui-text.ts';
import { useSave } from './use-save.ts';

interface SaveDialogProps {
  readonly title: string;
  readonly confirm?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  readonly onSave: () => Promise<unknown>;
  /** Paths that the children show errors at. */
  readonly paths?: readonly string[];
  readonly children: (errorAt: (path: string) => string | undefined) => ReactNode;
}

/** A small form in a dialog: closes when the server has it, says at the fields why not. */
export function SaveDialog({
  title,
  confirm,
  danger,
  disabled,
  onClose,
  onSave,
  paths = [],
  children,
}: SaveDialogProps) {
  const t = useContestText();
  const ui = useUiText();
  const problemText = useProblemText();
  const toast = useToast();
  const isShown = useMounted();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const { save, saving, problem, errorAt } = useSave(paths);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving || disabled) return;
    const saved = await save(async () => {
      try {
        await onSave();
      } catch (error) {
        if (!isShown()) toast(`${title}. ${problemText(error as Error)}`, 'against');
        throw error;
      }
      return true;
    });
    // Whoever closed the dialog before the answer came may be in another one by now.
    if (saved && isShown()) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look={danger ? 'danger' : 'primary'}
            busy={saving}
            disabled={disabled}
          >
            {confirm ?? t('save')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} style={{ display: 'contents' }} onSubmit={(event) => void submit(event)}>
        {children(errorAt)}
        {problem && (
          <Notice tone="against" announce="alert">
            {problem}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
