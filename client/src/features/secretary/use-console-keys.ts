import type { Question } from '@open-ballot/shared/rules/session';
import { openRoundOf } from '../../live/question-state.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import type { OpenDialog } from './console-dialog.ts';
import { mayEnterBallot } from './EnterBallotDialog.tsx';
import type { MainActControl } from './use-main-act.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface ConsoleKeys {
  readonly question: Question | undefined;
  readonly main: MainActControl;
  readonly onDialog: OpenDialog;
  readonly onQuestion: (questionId: string) => void;
}

/** The console by keyboard alone. Everything else is reached with Tab: buttons, menus and fields are real ones. */
export function useConsoleKeys({ question, main, onDialog, onQuestion }: ConsoleKeys): void {
  const session = useSession();
  const { questions } = session;
  const { secretary } = useYou();
  const round = question && openRoundOf(question);
  const step = (by: 1 | -1) => {
    const next = questions[(question ? questions.indexOf(question) : -1) + by];
    if (next) onQuestion(next.questionId);
  };
  useShortcuts({
    'Ctrl+Enter': main.press,
    'Alt+ArrowUp': () => step(-1),
    'Alt+ArrowDown': () => step(1),
    F2:
      secretary && round && mayEnterBallot(session)
        ? () => onDialog({ name: 'enter-ballot', roundId: round.roundId })
        : undefined,
    F4:
      secretary && question && !round && question.result.status === 'undecided'
        ? () => onDialog({ name: 'recusal', questionId: question.questionId })
        : undefined,
    F8: () => focusOn('#attendance-title'),
    F9: () => focusOn('[data-minutes]'),
  });
}

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
