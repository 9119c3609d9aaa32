import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from '../text/domain-text.ts';
import { CheckboxCards } from '../ui/ChoiceCards.tsx';
import type { BallotFormProps } from './ballot-form.ts';

/** Abstaining as a whole, for forms in which it is not one card among others. */
export function AbstainCard({
  draft,
  onDraft,
  disabled,
}: Pick<BallotFormProps, 'draft' | 'onDraft' | 'disabled'>) {
  const t = useDomainText();
  const title = capital(t('side-abstain'));
  return (
    <CheckboxCards
      legend={title}
      legendHidden
      disabled={disabled}
      cards={[{ value: 'abstain', title, minor: true }]}
      values={draft && 'choice' in draft && draft.choice === 'abstain' ? ['abstain'] : []}
      onValues={(values) => onDraft(values.length > 0 ? { choice: 'abstain' } : undefined)}
    />
  );
}
