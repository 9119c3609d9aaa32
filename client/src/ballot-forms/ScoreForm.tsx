import { isDecimal } from '@open-ballot/shared/rules/counting/exact';
import type { Criterion, Nominee } from '@open-ballot/shared/rules/session';
import { useId, useState } from 'react';
import { decimalText } from '../text/decimal-text.ts';
import { useFormText } from './form-text.ts';
import { AbstainCard } from './AbstainCard.tsx';
import type { BallotFormProps } from './ballot-form.ts';
import { isOffered, stepped } from './score-steps.ts';
import styles from './forms.module.css';
import { Materials, nomineeDetail, nomineesOf } from './nominee-card.tsx';

type Scores = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every nominee on every criterion, by steppers and by typing (rule 5.5). */
export function ScoreForm({ question, round, draft, onDraft, abstain, disabled }: BallotFormProps) {
  const t = useFormText();
  const nominees = nomineesOf(question, round);
  const { criteria = [] } = round.parameters;
  const scores: Scores = draft && 'scores' in draft ? draft.scores : {};
  const filled = Object.values(scores).reduce((count, given) => count + Object.keys(given).length, 0);

  const give = (nomineeId: string, criterionId: string, value: string | undefined) => {
    const { [criterionId]: _before, ...others } = scores[nomineeId] ?? {};
    const given = value === undefined ? others : { ...others, [criterionId]: value };
    const { [nomineeId]: _all, ...rest } = scores;
    const next = Object.keys(given).length > 0 ? { ...rest, [nomineeId]: given } : rest;
    onDraft(Object.keys(next).length > 0 ? { scores: next } : undefined);
  };

  return (
    <div className={styles['form']}>
      <span className={styles['count']}>
        {t('scored', { count: filled, max: nominees.length * criteria.length })}
      </span>
      {nominees.map((nominee) => (
        <fieldset key={nominee.nomineeId} className={styles['nominee']} disabled={disabled}>
          <legend>
            {nominee.name}
            <small>
              {nomineeDetail(nominee)} <Materials nominee={nominee} t={t} />
            </small>
          </legend>
          {criteria.map((criterion) => (
            <Stepper
              key={criterion.criterionId}
              criterion={criterion}
              nominee={nominee}
              value={scores[nominee.nomineeId]?.[criterion.criterionId]}
              onValue={(value) => give(nominee.nomineeId, criterion.criterionId, value)}
            />
          ))}
        </fieldset>
      ))}
      {abstain && <AbstainCard {...{ draft, onDraft, disabled }} />}
    </div>
  );
}

interface StepperProps {
  readonly criterion: Criterion;
  readonly nominee: Nominee;
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

/** Decimal text in, decimal text out: binary floating point decides nothing. */
function Stepper({ criterion, nominee, value, onValue }: StepperProps) {
  const t = useFormText();
  const id = useId();
  // What is typed may not be a number yet («7,»); only a number becomes a score.
  const [typed, setTyped] = useState<string>();
  const { title, min, max, step, weight } = criterion;
  const name = `${title}, ${nominee.name}`;
  const set = (next: string | undefined) => {
    setTyped(undefined);
    onValue(next);
  };
  return (
    <div className={styles['criterion']}>
      <label htmlFor={id} className={styles['name']}>
        {title}
        <small>
          {t('score-range', { min: decimalText(min), max: decimalText(max) })}
          {step !== '1' && ` · ${t('score-step', { step: decimalText(step) })}`}
          {weight !== '1' && ` · ${t('weight', { weight: decimalText(weight) })}`}
        </small>
      </label>
      <span className={styles['stepper']}>
        <button
          type="button"
          aria-label={t('less', { name })}
          onClick={() => set(stepped(criterion, value, -1))}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-label={name}
          aria-invalid={(value !== undefined && !isOffered(criterion, value)) || undefined}
          value={typed ?? (value === undefined ? '' : decimalText(value))}
          onChange={({ target }) => {
            setTyped(target.value);
            const text = target.value.trim().replace(',', '.');
            onValue(isDecimal(text) ? text : undefined);
          }}
          onBlur={() => setTyped(undefined)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            set(stepped(criterion, value, event.key === 'ArrowUp' ? 1 : -1));
          }}
        />
        <button
          type="button"
          aria-label={t('greater', { name })}
          onClick={() => set(stepped(criterion, value, 1))}
        >
          <span aria-hidden="true">+</span>
        </button>
      </span>
    </div>
  );
}
