import type { Criterion } from '@open-ballot/shared/rules/session';
import { useContestText } from '../../text/contest-text.ts';
import { useConveneText } from './convene-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { freshCriterion } from './question-form.ts';
import type { ErrorAt } from './form-parts.ts';
import { decimalText } from '../../text/decimal-text.ts';

interface CriteriaEditorProps {
  readonly criteria: readonly Criterion[];
  readonly errorAt: ErrorAt;
  readonly onCriteria: (criteria: readonly Criterion[]) => void;
}

const numbers = ['min', 'max', 'step', 'weight'] as const;
const labels = { min: 'min', max: 'max-score', step: 'step', weight: 'weight' } as const;

/** The criteria of a question decided by scores (rule 5.5). */
export function CriteriaEditor({ criteria, errorAt, onCriteria }: CriteriaEditorProps) {
  const t = useContestText();
  const own = useConveneText();
  return (
    <fieldset className={styles['criteria']}>
      <legend>{own('criteria')}</legend>
      {criteria.map((criterion, index) => {
        const change = (changes: Partial<Criterion>) =>
          onCriteria(criteria.with(index, { ...criterion, ...changes }));
        return (
          <div key={criterion.criterionId} className={styles['criterion']}>
            <TextField
              label={own('criterion')}
              value={criterion.title}
              onText={(title) => change({ title })}
              error={errorAt(`parameters.criteria.${index}.title`)}
            />
            {numbers.map((name) => (
              <TextField
                key={name}
                label={own(labels[name])}
                inputMode="decimal"
                value={decimalText(criterion[name])}
                onText={(text) => change({ [name]: text.replace(',', '.') })}
                error={errorAt(`parameters.criteria.${index}.${name}`)}
              />
            ))}
            <Button
              size="small"
              look="quiet"
              aria-label={t('remove-named', { name: criterion.title || own('criterion') })}
              onClick={() => onCriteria(criteria.toSpliced(index, 1))}
            >
              {t('remove')}
            </Button>
          </div>
        );
      })}
      <div>
        <Button size="small" onClick={() => onCriteria([...criteria, freshCriterion()])}>
          {own('add-criterion')}
        </Button>
      </div>
    </fieldset>
  );
}
