import { questionOf, roundOf, seatOf } from '@open-ballot/shared/rules/session';
import { useSession } from '../../live/use-session.ts';
import { CloseRoundDialog } from '../../acts/CloseRoundDialog.tsx';
import type { ConsoleDialog } from './console-dialog.ts';
import { EnterBallotDialog } from './EnterBallotDialog.tsx';
import { DropDialog, RecusalDialog, VoidDialog, WithdrawDialog } from './QuestionDialogs.tsx';
import { AnnulDialog, ConfirmAnnulmentDialog, DeclineDialog, LotDialog } from './RoundDialogs.tsx';
import { AbsenceDialog, SubstituteDialog } from './SeatDialogs.tsx';
import {
  AddMotionDialog,
  AdjournDialog,
  CancelDialog,
  CloseSessionDialog,
  ExtendDeadlineDialog,
  PassChairDialog,
} from './SessionDialogs.tsx';

const ofSession = {
  adjourn: AdjournDialog,
  cancel: CancelDialog,
  'close-session': CloseSessionDialog,
  'pass-chair': PassChairDialog,
  'extend-deadline': ExtendDeadlineDialog,
} as const;
const ofQuestion = {
  recusal: RecusalDialog,
  withdraw: WithdrawDialog,
  void: VoidDialog,
  drop: DropDialog,
} as const;
const ofRound = {
  'enter-ballot': EnterBallotDialog,
  'close-round': CloseRoundDialog,
  lot: LotDialog,
  decline: DeclineDialog,
  annul: AnnulDialog,
  'confirm-annulment': ConfirmAnnulmentDialog,
} as const;
const ofSeat = { absence: AbsenceDialog, substitute: SubstituteDialog } as const;

interface ConsoleDialogsProps {
  readonly dialog: ConsoleDialog | undefined;
  readonly onClose: () => void;
  readonly onQuestion: (questionId: string) => void;
}

export function ConsoleDialogs({ dialog, onClose, onQuestion }: ConsoleDialogsProps) {
  const session = useSession();
  if (!dialog) return null;
  if (dialog.name === 'add-motion') return <AddMotionDialog onClose={onClose} onAdded={onQuestion} />;
  if ('memberId' in dialog) {
    const seat = seatOf(session, dialog.memberId);
    const SeatDialog = ofSeat[dialog.name];
    return seat ? <SeatDialog seat={seat} onClose={onClose} /> : null;
  }
  if ('questionId' in dialog) {
    const question = questionOf(session, dialog.questionId);
    const QuestionDialog = ofQuestion[dialog.name];
    return question ? <QuestionDialog question={question} onClose={onClose} /> : null;
  }
  if ('roundId' in dialog) {
    const found = roundOf(session, dialog.roundId);
    const RoundDialog = ofRound[dialog.name];
    return found ? <RoundDialog {...found} onClose={onClose} /> : null;
  }
  const SessionDialog = ofSession[dialog.name];
  return <SessionDialog onClose={onClose} />;
}
