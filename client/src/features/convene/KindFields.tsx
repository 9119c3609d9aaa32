import type { BallotKindName } from '@open-ballot/shared/rules/session';
import type { ComponentType } from 'react';
import { useConveneText } from './convene-text.ts';
import { FieldGroup } from '../../ui/FieldGroup.tsx';
import { decimalText } from '../../text/decimal-text.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Check } from '../../ui/Check.tsx';
import styles from '../../forms/Forms.module.css';
import { CriteriaEditor } from './CriteriaEditor.tsx';
import type { QuestionFieldsProps } from './form-parts.ts';

/** The parameters of a question's ballot kind (rules 5.2–5.5). */
export function KindFields(props: QuestionFieldsProps) {
  const Fields = fields[props.question.kind];
  return Fields && <Fields {...props} />;
}

const fields: Readonly<Record<BallotKindName, ComponentType<QuestionFieldsProps> | null>> = {
  motion: null,
  approval: PartialCheck,
  choose: ChooseFields,
  rank: RankFields,
  score: ScoreFields,
};

function PartialCheck({ question, errorAt, onChange }: QuestionFieldsProps) {
  const t = useConveneText();
  return (
    <FieldGroup legend={t('completeness')} error={errorAt('parameters.partial')}>
      <Check checked={question.partial} onChecked={(partial) => onChange({ partial })}>
        {t('partial')}
      </Check>
    </FieldGroup>
  );
}

function ChooseFields({ question, errorAt, onChange }: QuestionFieldsProps) {
  const t = useConveneText();
  return (
    <>
      <div className={styles['columns']}>
        <TextField
          label={t('min-choices')}
          inputMode="numeric"
          value={question.min}
          onText={(min) => onChange({ min })}
          error={errorAt('parameters.min')}
        />
        <TextField
          label={t('max')}
          inputMode="numeric"
          value={question.max}
          onText={(max) => onChange({ max })}
          error={errorAt('parameters.max')}
        />
      </div>
      <Check checked={question.againstAll} onChecked={(againstAll) => onChange({ againstAll })}>
        {t('against-all')}
      </Check>
    </>
  );
}

function RankFields(props: QuestionFieldsProps) {
  const { question, errorAt, onChange } = props;
  const t = useConveneText();
  return (
    <>
      <div className={styles['columns']}>
        <Select
          label={t('rank-by')}
          value={question.sumOfPlaces ? 'places' : 'points'}
          options={(['points', 'places'] as const).map((value) => ({ value, text: t(`rank-by-${value}`) }))}
          onValue={(by) => onChange({ sumOfPlaces: by === 'places' })}
        />
        {!question.sumOfPlaces && (
          <TextField
            label={t('points')}
            hint={t('points-hint')}
            value={question.points}
            onText={(points) => onChange({ points })}
            error={errorAt('parameters.points')}
          />
        )}
      </div>
      {!question.sumOfPlaces && <CarryField {...props} />}
      <PartialCheck {...props} />
    </>
  );
}

function CarryField({ question, errorAt, onChange }: QuestionFieldsProps) {
  const t = useConveneText();
  return (
    <TextField
      label={t('carry')}
      hint={t('carry-hint')}
      inputMode="decimal"
      optional
      value={decimalText(question.carry)}
      onText={(carry) => onChange({ carry })}
      error={errorAt('parameters.carry')}
    />
  );
}

const digits = ['0', '1', '2', '3', '4', '5', '6'] as const;

function ScoreFields(props: QuestionFieldsProps) {
  const { question, errorAt, onChange } = props;
  const t = useConveneText();
  return (
    <>
      <CriteriaEditor
        criteria={question.criteria}
        errorAt={errorAt}
        onCriteria={(criteria) => onChange({ criteria })}
      />
      <div className={styles['columns']}>
        <Select
          label={t('aggregate')}
          hint={question.aggregate === 'trimmed-mean' && t('trimmed-hint')}
          value={question.aggregate}
          options={(['mean', 'sum', 'trimmed-mean'] as const).map((value) => ({
            value,
            text: t(`aggregate-${value}`),
          }))}
          onValue={(aggregate) => onChange({ aggregate })}
        />
        <Select
          label={t('rounding')}
          value={question.roundAt}
          options={(['none', 'total', 'criterion'] as const).map((value) => ({
            value,
            text: t(`rounding-${value}`),
          }))}
          onValue={(roundAt) => onChange({ roundAt })}
        />
        {question.roundAt !== 'none' && (
          <Select
            label={t('digits')}
            value={question.digits}
            options={digits.map((value) => ({ value, text: value }))}
            onValue={(chosen) => onChange({ digits: chosen })}
          />
        )}
      </div>
      <CarryField {...props} />
      <PartialCheck {...props} />
      <TextField
        label={t('minimum-scorers')}
        inputMode="numeric"
        optional
        value={question.minimumScorers}
        onText={(minimumScorers) => onChange({ minimumScorers })}
        error={errorAt('parameters.minimumScorers')}
      />
    </>
  );
}
