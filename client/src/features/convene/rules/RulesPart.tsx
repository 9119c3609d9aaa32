import { asksMajorityOfPoints } from '@open-ballot/shared/rules/plan/check-plan';
import { presetNames, presets, type PresetName } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { useConveneText } from '../convene-text.ts';
import { useRuleEditorText } from './rule-editor-text.ts';
import { invitesPressure, useRuleText } from '../../../text/rule-sentences.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fold } from '../../../ui/Fold.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ConductFields } from './ConductFields.tsx';
import contest from '../../../forms/Forms.module.css';
import { DecisionFields } from './DecisionFields.tsx';
import type { PartProps } from '../form-parts.ts';
import { presetOf } from './own-rules.ts';
import { underPreset } from '../question-form.ts';
import { QuorumFields } from './QuorumFields.tsx';
import styles from './Rules.module.css';
import { ruleSetPaths } from '../session-faults.ts';
import { TiesFields } from './TiesFields.tsx';

/** The rule set: begun from a preset, composed freely, and read as sentences before it is frozen. */
export function RulesPart({ fields, onFields, errorAt }: PartProps) {
  const t = useConveneText();
  const editor = useRuleEditorText();
  const { sentences, pressure } = useRuleText();
  const { ruleSet, preset, questions, form } = fields;
  const chosen = presetOf(ruleSet);
  const choose = (name: PresetName) =>
    onFields({
      preset: name,
      ruleSet: presets[name],
      questions: questions.map((question) => underPreset(question, preset, name)),
    });
  const isFaulty = ruleSetPaths.some((path) => errorAt(`ruleSet.${path}`) !== undefined);
  const rules = {
    ruleSet,
    onRules: (changes: Partial<RuleSet>) => onFields({ ruleSet: { ...ruleSet, ...changes } }),
    errorAt: (path: string) => errorAt(`ruleSet.${path}`),
  };
  const options = presetNames.map((value) => ({ value, text: t(`preset-${value}`) }));
  return (
    <section className={contest['part']} aria-labelledby="part-rules">
      <h2 id="part-rules">{t('part-rules')}</h2>
      <div className={styles['rules']}>
        <div className={styles['editor']}>
          <div className={styles['preset']}>
            <Select<PresetName | 'own'>
              label={t('preset')}
              value={chosen ?? 'own'}
              options={chosen ? options : [...options, { value: 'own', text: editor('own') }]}
              onValue={(name) => name !== 'own' && choose(name)}
            />
            {!chosen && (
              <Button size="small" look="quiet" onClick={() => choose(preset)}>
                {editor('back-to', { preset: t(`preset-${preset}`) })}
              </Button>
            )}
          </div>
          <Fold className={contest['adjust']} summary={editor('compose')} isAsked={isFaulty}>
            <div className={styles['groups']}>
              <QuorumFields {...rules} />
              <DecisionFields
                {...rules}
                pointsOverride={questions.some(
                  ({ kind, decision }) => !decision && asksMajorityOfPoints(kind, ruleSet.decision),
                )}
              />
              <TiesFields
                ties={ruleSet.ties}
                onTies={(ties) => rules.onRules({ ties })}
                error={rules.errorAt('ties')}
              />
              <ConductFields {...rules} />
            </div>
          </Fold>
        </div>
        <div className={styles['read']}>
          <div>
            <h3>{chosen ? t('rules-read') : `${editor('own')}. ${t('rules-read')}`}</h3>
            <ul className={contest['sentences']} aria-live="polite">
              {sentences(ruleSet, form).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
          {isFaulty && <Notice tone="against">{editor('faulty')}</Notice>}
          {invitesPressure(ruleSet, form) && (
            <Notice tone="warn" title={t('pressure')}>
              {pressure(form)}
            </Notice>
          )}
        </div>
      </div>
    </section>
  );
}
