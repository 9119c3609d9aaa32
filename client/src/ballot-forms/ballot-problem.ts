import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { Ballot, Question, Round } from '@open-ballot/shared/rules/session';
import { decimalText } from '../text/ballot-sentence.ts';
import { useProblemText } from '../text/problem-text.ts';
import { useFormText } from './form-text.ts';
import { offStepIn } from './score-steps.ts';

/** As `useProblemText`, for a ballot: where a score misses only the step, that is what a person reads. */
export function useBallotProblemText(): (
  problem: Exclude<Receipt, { readonly outcome: 'recorded' }>,
  ballot: Ballot | undefined,
  question: Question,
  round: Round,
) => string {
  const t = useFormText();
  const problemText = useProblemText();
  return (problem, ballot, { nominees }, { parameters }) => {
    const isRange = problem.outcome === 'refused' && problem.code === 'out-of-range';
    const found = isRange && ballot ? offStepIn(ballot, parameters) : undefined;
    if (!found) return problemText(problem);
    const { nomineeId, criterion, value, nearest } = found;
    return t('off-step', {
      step: decimalText(criterion.step),
      value: decimalText(value),
      nearest: nearest.map(decimalText).join(t('or')),
      criterion: criterion.title,
      nominee: nominees.find((each) => each.nomineeId === nomineeId)?.name ?? nomineeId,
    });
  };
}
