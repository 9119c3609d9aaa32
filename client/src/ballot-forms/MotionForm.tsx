import type { Side } from '@open-ballot/shared/rules/session';
import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from '../text/domain-text.ts';
import { RadioCards } from '../ui/ChoiceCards.tsx';
import type { BallotFormProps } from './ballot-form.ts';
import { sideSigns, sidesOffered } from './sides.ts';

/** За, против, воздержаться on one wording (rule 5.1). */
export function MotionForm({ question, draft, onDraft, abstain, disabled }: BallotFormProps) {
  const t = useDomainText();
  return (
    <RadioCards<Side>
      legend={question.title}
      legendHidden
      disabled={disabled}
      value={draft && 'choice' in draft && draft.choice !== 'against-all' ? draft.choice : undefined}
      onValue={(choice) => onDraft({ choice })}
      cards={sidesOffered(abstain).map((side) => ({
        value: side,
        title: (
          <>
            {capital(t(`side-${side}`))} <span aria-hidden="true">{sideSigns[side]}</span>
          </>
        ),
        minor: side === 'abstain',
      }))}
    />
  );
}
