import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { ReactNode } from 'react';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useMounted } from '../ui/use-mounted.ts';
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
  const submit = async () => {
    if (!command) return;
    const refused = await run(command);
    // Whoever closed the dialog before the receipt came may be in another one by now.
    if (!isShown()) return refused && toast(`${title}. ${refused}`, 'against');
    if (refused) return;
    onRecorded?.();
    onClose();
  };
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      danger={danger}
      busy={busy}
      disabled={!command || foreseen !== undefined}
      // What cannot be undone takes a press of its own: the keys that opened the dialog do not also confirm it.
      byKeys={!danger}
      wide={wide ?? false}
      trouble={foreseen ?? problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {does && <p>{does}</p>}
      {children}
    </FormDialog>
  );
}
