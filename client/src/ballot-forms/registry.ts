import type { BallotKindName } from '@open-ballot/shared/rules/session';
import { ApprovalForm } from './ApprovalForm.tsx';
import type { BallotForm } from './ballot-form.ts';
import { ChooseForm } from './ChooseForm.tsx';
import { MotionForm } from './MotionForm.tsx';
import { RankForm } from './RankForm.tsx';
import { ScoreForm } from './ScoreForm.tsx';

/** The form of every ballot kind; the compiler names the one that is missing. */
export const ballotForms: Readonly<Record<BallotKindName, BallotForm>> = {
  motion: MotionForm,
  approval: ApprovalForm,
  choose: ChooseForm,
  rank: RankForm,
  score: ScoreForm,
};
