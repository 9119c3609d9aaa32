import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { isWrittenProcedure, type Question, type Session } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { closingPreview } from '../../live/closing-preview.ts';
import { openRoundOf } from '../../live/question-state.ts';
import { useLiveSession, useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { momentOfLocal } from '../../text/local-moment.ts';
import { useSecretaryText } from './secretary-text.ts';
import { useRest } from '../../ui/use-rest.ts';
import type { OpenDialog } from './console-dialog.ts';
import { mainActOf, type MainAct } from './main-act.ts';
import { useAct, useForeseenRefusal } from '../../acts/use-act.ts';

export interface MainActControl {
  readonly act: MainAct | undefined;
  readonly label: string | undefined;
  /** Does it, unless `busy` or `foreseen` say why not. */
  readonly press: () => void;
  /** While this very act is on its way, and for a moment after it has taken another one's place. */
  readonly busy: boolean;
  /** Why the rules would refuse it now. */
  readonly foreseen: string | undefined;
  /** Why the last press recorded nothing, while the act is still the same. */
  readonly problem: string | undefined;
  /** Minutes that the round to be opened will last; 0 for no limit. */
  readonly minutes: number;
  readonly setMinutes: (minutes: number) => void;
  /** Until when the round of a written procedure will last, as typed in the session's time zone; empty: to the deadline. */
  readonly until: string;
  readonly setUntil: (local: string) => void;
}

/** @param chosen the question that was chosen, if any; without one the console shows the current one */
export function useMainAct(
  question: Question | undefined,
  chosen: string | undefined,
  onQuestion: (questionId: string) => void,
  onDialog: OpenDialog,
): MainActControl {
  const session = useSession();
  const { sessionId } = useLiveSession();
  const you = useYou();
  const now = useServerNow(5_000);
  const navigate = useNavigate();
  const t = useSecretaryText();
  const { run, busy: isSending, problem } = useAct();
  const [minutes, setMinutes] = useState(0);
  const [until, setUntil] = useState('');
  const [sent, setSent] = useState<string>();
  const [step, setStep] = useState<{ readonly from: string | undefined; readonly to: string }>();
  const act = you.officer ? mainActOf(session, question) : undefined;
  const does = act ? identityOf(act) : '';
  // A question that this very button turned to was not chosen elsewhere.
  const turnedTo = step && step.to === chosen ? step.from : chosen;
  const rests = useRest(does, turnedTo);
  const isUnderWay = isSending && sent === does;
  const command = act && commandOf(act, endOf(session, minutes, until));
  const foreseen = useForeseenRefusal(isUnderWay ? undefined : command);

  const open = act?.kind === 'close-round' ? question && openRoundOf(question) : undefined;
  const awaitsBallots = question && open && closingPreview(session, question, open, you, now).notVoted > 0;

  const press = () => {
    if (!act || isUnderWay || rests || foreseen) return;
    if (act.kind === 'next-question') {
      setStep({ from: turnedTo, to: act.questionId });
      return onQuestion(act.questionId);
    }
    if (act.kind === 'close-session') return onDialog({ name: 'close-session' });
    if (act.kind === 'protocol') return void navigate(`/protocol/${sessionId}`);
    if (act.kind === 'close-round' && awaitsBallots)
      return onDialog({ name: 'close-round', roundId: act.roundId });
    if (!command) return;
    setSent(does);
    void run(command);
  };
  return {
    act,
    label: act && t(labelOf(act, session.status)),
    press,
    busy: isUnderWay || rests,
    foreseen,
    problem: sent === does ? problem : undefined,
    minutes,
    setMinutes,
    until,
    setUntil,
  };
}

/** What it is about, whatever it is called and however long the round will last. */
const identityOf = (act: MainAct): string =>
  [act.kind, 'roundId' in act && act.roundId, 'questionId' in act && act.questionId].join(' ');

type End = Pick<Extract<SessionCommand, { type: 'open-round' }>, 'seconds' | 'closesAt'>;

/** When the round to be opened ends by itself (rules 1.8, 4.3). */
function endOf(session: Session, minutes: number, until: string): End {
  if (!isWrittenProcedure(session)) return minutes > 0 ? { seconds: minutes * 60 } : {};
  const closesAt = momentOfLocal(until, session.timeZone);
  return closesAt === undefined ? {} : { closesAt };
}

function commandOf(act: MainAct, end: End): SessionCommand | undefined {
  switch (act.kind) {
    case 'open-session':
      return { type: 'open-session' };
    case 'open-round':
      return { type: 'open-round', questionId: act.questionId, ...end };
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
