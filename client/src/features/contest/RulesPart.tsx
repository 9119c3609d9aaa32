import { presetNames, presets, type PresetName } from '@open-ballot/shared/rules/presets';
import type { RuleSet } from '@open-ballot/shared/rules/rule-set';
import { useContestText } from '../../text/contest-text.ts';
import { invitesPressure, useRuleText } from '../../text/rule-sentences.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Contest.module.css';
import type { PartProps } from './NewSessionScreen.tsx';
import { kindOfPreset } from './question-form.ts';

const visibilities = ['names', 'totals', 'turnout'] as const;
const switches = [
  'changeUntilClose',
  'closeWhenAllVoted',
  'abstain',
  'selfCheckIn',
  'substitutes',
  'absentee',
  'oneWinPerEntrant',
  'parallelRounds',
] as const satisfies readonly (keyof RuleSet)[];

/** The rule set: chosen from presets, adjusted, and read as sentences before it is frozen. */
export function RulesPart({ fields, onFields, errorAt }: PartProps) {
  const t = useContestText();
  const { sentences, pressure } = useRuleText();
  const { ruleSet, preset } = fields;
  const choose = (name: PresetName) =>
    onFields({
      preset: name,
      ruleSet: presets[name],
      questions: fields.questions.map((question) =>
        question.kind === 'motion' ? question : { ...question, kind: kindOfPreset[name] },
      ),
    });
  const tiesError = errorAt('ruleSet.ties');
  return (
    <section className={styles['part']} aria-labelledby="part-rules">
      <h2 id="part-rules">{t('part-rules')}</h2>
      <Select
        label={t('preset')}
        value={preset}
        options={presetNames.map((value) => ({ value, text: t(`preset-${value}`) }))}
        onValue={choose}
      />
      <div>
        <h3>{t('rules-read')}</h3>
        <ul className={styles['sentences']} aria-live="polite">
          {sentences(ruleSet).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {invitesPressure(ruleSet) && (
        <Notice tone="warn" title={t('pressure')}>
          {pressure}
        </Notice>
      )}
      {tiesError && (
        <Notice tone="against" announce="alert">
          {tiesError}
        </Notice>
      )}
      <details className={styles['adjust']}>
        <summary>{t('adjust-rules')}</summary>
        <div className={styles['columns']}>
          <Select
            label={t('visibility')}
            value={ruleSet.visibility}
            options={visibilities.map((value) => ({ value, text: t(`visibility-${value}`) }))}
            onValue={(visibility) => onFields({ ruleSet: { ...ruleSet, visibility } })}
          />
          <div>
            {switches.map((name) => (
              <label key={name} className={styles['check']}>
                <input
                  type="checkbox"
                  checked={ruleSet[name]}
                  onChange={(event) => onFields({ ruleSet: { ...ruleSet, [name]: event.target.checked } })}
                />
                {t(`rule-${name}`)}
              </label>
            ))}
          </div>
        </div>
      </details>
    </section>
  );
}
