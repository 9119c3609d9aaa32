import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { Question } from '@open-ballot/shared/rules/session';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useSecretaryText } from '../../text/secretary-text.ts';
import type { OpenDialog } from './console-dialog.ts';
import { mainActOf, type MainAct } from './main-act.ts';
import { useAct, useForeseenRefusal } from './use-act.ts';

export interface MainActControl {
  readonly act: MainAct | undefined;
  readonly label: string | undefined;
  /** Does it; presses that come too soon after the last one are ignored. */
  readonly press: () => void;
  readonly busy: boolean;
  /** Why the rules would refuse it now. */
  readonly foreseen: string | undefined;
  /** Why the last press recorded nothing. */
  readonly problem: string | undefined;
  /** Minutes that the round to be opened will last; 0 for no limit. */
  readonly minutes: number;
  readonly setMinutes: (minutes: number) => void;
}

/** After opening a round the same keys would close it: a second press within this time was not meant for that. */
const restMs = 1_000;

export function useMainAct(
  question: Question | undefined,
  onQuestion: (questionId: string) => void,
  onDialog: OpenDialog,
): MainActControl {
  const session = useSession();
  const { sessionId } = useLiveSession();
  const { officer } = useYou();
  const navigate = useNavigate();
  const t = useSecretaryText();
  const { run, busy, problem } = useAct();
  const [minutes, setMinutes] = useState(0);
  const restUntil = useRef(0);
  const act = officer ? mainActOf(session, question) : undefined;
  const command = act && commandOf(act, minutes);
  const foreseen = useForeseenRefusal(busy ? undefined : command);

  const press = async () => {
    if (!act || busy || foreseen || performance.now() < restUntil.current) return;
    restUntil.current = performance.now() + restMs;
    if (act.kind === 'next-question') return onQuestion(act.questionId);
    if (act.kind === 'close-session') return onDialog({ name: 'close-session' });
    if (act.kind === 'protocol') return void navigate(`/protocol/${sessionId}`);
    if (command) await run(command);
    restUntil.current = performance.now() + restMs;
  };
  return {
    act,
    label: act && t(labelOf(act, session.status)),
    press: () => void press(),
    busy,
    foreseen,
    problem,
    minutes,
    setMinutes,
  };
}

function commandOf(act: MainAct, minutes: number): SessionCommand | undefined {
  switch (act.kind) {
    case 'open-session':
      return { type: 'open-session' };
    case 'open-round':
      return {
        type: 'open-round',
        questionId: act.questionId,
        ...(minutes > 0 && { seconds: minutes * 60 }),
      };
    case 'close-round':
      return { type: 'close-round', roundId: act.roundId };
    default:
      return undefined;
  }
}

function labelOf(act: MainAct, status: string) {
  switch (act.kind) {
    case 'open-session':
      return status === 'convened' ? 'open-session' : 'reopen-session';
    case 'open-round':
      return `open-${act.next.kind}` as const;
    case 'protocol':
      return 'to-protocol';
    default:
      return act.kind;
  }
}
