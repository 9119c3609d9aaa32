import type { Side } from '@open-ballot/shared/rules/session';
import { capital } from '@open-ballot/shared/words/letters';
import { useDomainText } from '../text/domain-text.ts';
import { Button } from '../ui/Button.tsx';
import { RadioCards } from '../ui/ChoiceCards.tsx';
import { useFormText } from './form-text.ts';
import type { BallotFormProps } from './ballot-form.ts';
import styles from './forms.module.css';
import { Materials, nomineeDetail, nomineesOf } from './nominee-card.tsx';
import { sideSigns, sidesOffered } from './sides.ts';

/** За, против or воздержаться on every nominee separately (rule 5.2). */
export function ApprovalForm({ question, round, draft, onDraft, abstain, disabled }: BallotFormProps) {
  const t = useFormText();
  const domain = useDomainText();
  const answers = draft && 'answers' in draft ? draft.answers : {};
  const nominees = nomineesOf(question, round);
  const sides = sidesOffered(abstain);
  const allAs = (side: Side) =>
    onDraft({ answers: Object.fromEntries(nominees.map(({ nomineeId }) => [nomineeId, side])) });
  return (
    <div className={styles['form']}>
      <div className={styles['row']}>
        <span className={styles['count']}>
          {t('answered', { count: Object.keys(answers).length, max: nominees.length })}
        </span>
        {sides.map((side) => (
          <Button key={side} size="small" disabled={disabled} onClick={() => allAs(side)}>
            {t(`${side}-all-nominees`)}
          </Button>
        ))}
      </div>
      {nominees.map((nominee) => (
        <div key={nominee.nomineeId} className={styles['nominee']}>
          <RadioCards<Side>
            row
            disabled={disabled}
            legend={
              <>
                {nominee.name}
                <small>
                  {nomineeDetail(nominee)} <Materials nominee={nominee} t={t} />
                </small>
              </>
            }
            value={answers[nominee.nomineeId]}
            onValue={(side) => onDraft({ answers: { ...answers, [nominee.nomineeId]: side } })}
            cards={sides.map((side) => ({
              value: side,
              title: (
                <>
                  {capital(domain(`side-${side}`))} <span aria-hidden="true">{sideSigns[side]}</span>
                </>
              ),
            }))}
          />
        </div>
      ))}
    </div>
  );
}
