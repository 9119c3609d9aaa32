import { useRuleEditorText } from './rules/rule-editor-text.ts';
import { useRuleText } from '../../text/rule-sentences.ts';
import { FieldGroup } from '../../ui/FieldGroup.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Check } from '../../ui/Check.tsx';
import contest from '../../forms/Forms.module.css';
import { DecisionRuleFields } from './rules/DecisionFields.tsx';
import type { OwnRulesFieldsProps } from './form-parts.ts';
import styles from './rules/Rules.module.css';
import { TiesFields } from './rules/TiesFields.tsx';

/** A decision rule and tie-breakers of one question, in place of the session's (rule 4.1). */
export function OwnRulesFields({ question, ruleSet, errorAt, onChange }: OwnRulesFieldsProps) {
  const t = useRuleEditorText();
  const { overriding } = useRuleText();
  const { decision, ties } = question;
  const shown = ['decision.majority', 'decision.floor', 'ties'];
  if (decision) shown.push('decision.minimumScore');
  const isFaulty = shown.some((path) => errorAt(path) !== undefined);
  const read = overriding({ decision, ties });
  // The contradiction lies between this question and the rule in force, wherever that is set.
  const against = errorAt('decision') ?? (decision ? undefined : errorAt('decision.minimumScore'));
  return (
    <>
      <Fold className={contest['adjust']} summary={t('own-rules')} isAsked={isFaulty}>
        <div className={styles['groups']}>
          <Check
            checked={decision !== undefined}
            onChecked={(checked) => onChange({ decision: checked ? ruleSet.decision : undefined })}
          >
            {t('own-decision')}
          </Check>
          {decision && (
            <FieldGroup boxed legend={t('decision')}>
              <DecisionRuleFields
                decision={decision}
                onDecision={(next) => onChange({ decision: next })}
                errorAt={errorAt}
              />
            </FieldGroup>
          )}
          <Check
            checked={ties !== undefined}
            onChecked={(checked) => onChange({ ties: checked ? ruleSet.ties : undefined })}
          >
            {t('own-ties')}
          </Check>
          {ties && (
            <TiesFields ties={ties} onTies={(next) => onChange({ ties: next })} error={errorAt('ties')} />
          )}
        </div>
      </Fold>
      {read.length > 0 && (
        <ul className={contest['sentences']} aria-live="polite" aria-label={t('own-rules')}>
          {read.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {against && (
        <Notice tone="against" announce="alert">
          {against}
        </Notice>
      )}
    </>
  );
}
