import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { quorumOf } from '@open-ballot/shared/rules/counting/quorum';
import { questionOf, roundOf } from '@open-ballot/shared/rules/session';
import { useBallotProblemText } from '../ballot-forms/ballot-problem.ts';
import { refusalOf } from '../live/preview.ts';
import { useCommand, useServerNow, useSession, useYou } from '../live/use-session.ts';
import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from '../text/domain-text.ts';
import { useProblemText } from '../text/problem-text.ts';

export interface Act {
  /** Resolves with why it was not recorded, in words for the person who asked; undefined: it was. */
  readonly run: (command: SessionCommand) => Promise<string | undefined>;
  readonly busy: boolean;
  /** The same, of the latest command. */
  readonly problem: string | undefined;
}

/** A command from a button or a dialog of the console, with its answer in words. */
export function useAct(): Act {
  const { submit, sending, receipt } = useCommand();
  const problemText = useProblemText();
  const wordsFor = (answer: Receipt) => (answer.outcome === 'recorded' ? undefined : problemText(answer));
  return {
    run: async (command) => wordsFor(await submit(command)),
    busy: sending,
    problem: receipt && wordsFor(receipt),
  };
}

/** Why the rules would refuse the command now, in words; asked of the same rules that the server asks. */
export function useForeseenRefusal(command: SessionCommand | undefined): string | undefined {
  const session = useSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const problemText = useProblemText();
  const ballotProblemText = useBallotProblemText();
  const domain = useDomainText();
  const refused = command && refusalOf(session, command, you, now);
  const found = command?.type === 'enter-ballot' ? roundOf(session, command.roundId) : undefined;
  if (refused && found && command?.type === 'enter-ballot')
    return ballotProblemText(refused, command.ballot, found.question, found.round);
  if (refused?.code !== 'no-quorum') return refused && problemText(refused);
  const question = command?.type === 'open-round' ? questionOf(session, command.questionId) : undefined;
  const { present, base, needed } = quorumOf(session, question);
  return `${problemText(refused)} ${capital(domain('quorum-numbers', { present, base, needed }))}.`;
}
