import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { Ballot, Question, Round } from '@open-ballot/shared/rules/session';
import { decimalText } from '../text/decimal-text.ts';
import { useProblemText } from '../text/problem-text.ts';
import { useFormText } from './form-text.ts';
import { notOfferedIn } from './score-steps.ts';

/** As `useProblemText`, for a ballot: of a score that is not offered a person reads which one and what is. */
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
    const found = isRange && ballot ? notOfferedIn(ballot, parameters) : undefined;
    if (!found) return problemText(problem);
    const { nomineeId, criterion, value, nearest } = found;
    return t(nearest.length > 0 ? 'off-step' : 'off-bounds', {
      step: decimalText(criterion.step),
      min: decimalText(criterion.min),
      max: decimalText(criterion.max),
      value: decimalText(value),
      nearest: nearest.map(decimalText).join(t('or')),
      criterion: criterion.title,
      nominee: nominees.find((each) => each.nomineeId === nomineeId)?.name ?? nomineeId,
    });
  };
}
