import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { quorumOf } from '@open-ballot/shared/rules/quorum';
import { questionOf } from '@open-ballot/shared/rules/session';
import { refusalOf } from '../../live/preview.ts';
import { useCommand, useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { capital } from '../../text/capital.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useProblemText } from '../../text/problem-text.ts';

export interface Act {
  /** Resolves with whether it was recorded; why not stands in `problem`. */
  readonly run: (command: SessionCommand) => Promise<boolean>;
  readonly busy: boolean;
  /** In words for the person who asked. */
  readonly problem: string | undefined;
  readonly forget: () => void;
}

/** A command from a button or a dialog of the console, with its answer in words. */
export function useAct(): Act {
  const { submit, sending, receipt, forget } = useCommand();
  const problemText = useProblemText();
  return {
    run: async (command) => (await submit(command)).outcome === 'recorded',
    busy: sending,
    problem: receipt && receipt.outcome !== 'recorded' ? problemText(receipt) : undefined,
    forget,
  };
}

/** Why the rules would refuse the command now, in words; asked of the same rules that the server asks. */
export function useForeseenRefusal(command: SessionCommand | undefined): string | undefined {
  const session = useSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const problemText = useProblemText();
  const domain = useDomainText();
  const refused = command && refusalOf(session, command, you, now);
  if (refused?.code !== 'no-quorum') return refused && problemText(refused);
  const question = command?.type === 'open-round' ? questionOf(session, command.questionId) : undefined;
  const { present, base, needed } = quorumOf(session, question);
  return `${problemText(refused)} ${capital(domain('quorum-numbers', { present, base, needed }))}.`;
}
