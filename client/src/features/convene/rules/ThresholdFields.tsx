import type { Threshold } from '@open-ballot/shared/rules/plan/rule-set';
import { useRuleEditorText } from './rule-editor-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldGroup } from '../../../ui/FieldGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './Rules.module.css';

interface ThresholdFieldsProps {
  readonly legend: string;
  readonly threshold: Threshold;
  readonly onThreshold: (threshold: Threshold) => void;
  readonly error: string | undefined;
}

const quickShares = [
  { name: 'half', n: 1, d: 2 },
  { name: 'two-thirds', n: 2, d: 3 },
  { name: 'three-quarters', n: 3, d: 4 },
] as const;

/** A share as two whole numbers, and whether reaching it is enough (rules 3.2, 6.1). An empty number is NaN. */
export function ThresholdFields({ legend, threshold, onThreshold, error }: ThresholdFieldsProps) {
  const t = useRuleEditorText();
  const change = (changes: Partial<Threshold>) => onThreshold({ ...threshold, ...changes });
  const number = (part: 'n' | 'd', label: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={Number.isNaN(threshold[part]) ? '' : String(threshold[part])}
      onText={(text) => change({ [part]: wholeIn(text) })}
    />
  );
  return (
    <FieldGroup legend={legend} error={error}>
      <div className={styles['quick']} role="group" aria-label={t('quick')}>
        {quickShares.map(({ name, n, d }) => (
          <Button
            key={name}
            size="small"
            aria-pressed={threshold.n === n && threshold.d === d}
            onClick={() => change({ n, d })}
          >
            {t(name)}
          </Button>
        ))}
      </div>
      <div className={styles['share']}>
        <Select
          label={t('compare')}
          value={threshold.compare}
          options={(['at-least', 'more-than'] as const).map((value) => ({ value, text: t(value) }))}
          onValue={(compare) => change({ compare })}
        />
        {number('n', t('numerator'))}
        {number('d', t('denominator'))}
      </div>
    </FieldGroup>
  );
}

const wholeIn = (text: string): number => {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits === '' ? NaN : Number(digits);
};
