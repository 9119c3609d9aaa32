import type { ReactNode } from 'react';
import { useContestText } from '../text/contest-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useMounted } from '../ui/use-mounted.ts';
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
  const problemText = useProblemText();
  const toast = useToast();
  const isShown = useMounted();
  const { save, saving, problem, errorAt } = useSave(paths);
  const submit = async () => {
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
    <FormDialog
      title={title}
      confirm={confirm ?? t('save')}
      danger={danger}
      busy={saving}
      disabled={disabled}
      trouble={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {children(errorAt)}
    </FormDialog>
  );
}
