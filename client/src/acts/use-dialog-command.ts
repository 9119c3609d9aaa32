import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { useCommand } from '../live/use-session.ts';
import { useProblemText } from '../text/problem-text.ts';
import { useToast } from '../ui/Toasts.tsx';
import { useMounted } from '../ui/use-mounted.ts';

export interface DialogCommand {
  readonly give: (command: SessionCommand) => void;
  readonly sending: boolean;
  /** The last receipt that was not a recording. */
  readonly problem: Exclude<Receipt, { readonly outcome: 'recorded' }> | undefined;
}

/** The one command of a dialog, which closes when it is recorded. The component is the open dialog. */
export function useDialogCommand(title: string, onClose: () => void): DialogCommand {
  const { submit, sending, receipt } = useCommand();
  const isShown = useMounted();
  const toast = useToast();
  const problemText = useProblemText();
  const give = async (command: SessionCommand) => {
    const answer = await submit(command);
    // Whoever closed the dialog before the receipt came may be in another one by now.
    if (answer.outcome === 'recorded') return isShown() && onClose();
    if (!isShown()) toast(`${title}. ${problemText(answer)}`, 'against');
  };
  return {
    give: (command) => void give(command),
    sending,
    problem: receipt?.outcome === 'recorded' ? undefined : receipt,
  };
}
