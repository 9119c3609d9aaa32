import type { Ballot, Question, Round } from '@open-ballot/shared/rules/session';
import type { ComponentType } from 'react';

/** What a form of a ballot kind is given. The draft is a ballot that may still be incomplete; the rules judge it. */
export interface BallotFormProps {
  readonly question: Question;
  readonly round: Round;
  readonly draft: Ballot | undefined;
  readonly onDraft: (draft: Ballot | undefined) => void;
  /** Whether the rules of the session allow abstaining (rule 5.6). */
  readonly abstain: boolean;
  readonly disabled: boolean;
}

export type BallotForm = ComponentType<BallotFormProps>;
