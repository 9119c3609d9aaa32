import type { CountedAttendance, QuorumRule } from '@open-ballot/shared/rules/plan/rule-set';
import { useRuleEditorText } from './rule-editor-text.ts';
import { FieldGroup } from '../../../ui/FieldGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Check } from '../../../ui/Check.tsx';
import type { RulesFieldsProps } from './own-rules.ts';
import { ThresholdFields } from './ThresholdFields.tsx';

const bases = ['appointed', 'established'] as const;
const ways: readonly CountedAttendance[] = ['in-person', 'remote', 'absentee', 'substitute'];

/** How many, of whom, and who counts (rules 3.1, 3.3). */
export function QuorumFields({ ruleSet: { quorum }, onRules, errorAt }: RulesFieldsProps) {
  const t = useRuleEditorText();
  const change = (changes: Partial<QuorumRule>) => onRules({ quorum: { ...quorum, ...changes } });
  return (
    <FieldGroup boxed legend={t('quorum')}>
      <Select
        label={t('quorum-base')}
        value={quorum.base}
        options={bases.map((value) => ({ value, text: t(`quorum-${value}`) }))}
        onValue={(base) => change({ base })}
      />
      <ThresholdFields
        legend={t('quorum-share')}
        threshold={quorum.threshold}
        onThreshold={(threshold) => change({ threshold })}
        error={errorAt('quorum.threshold')}
      />
      <FieldGroup legend={t('counts')} error={errorAt('quorum.counts')}>
        <div>
          {ways.map((way) => (
            <Check
              key={way}
              checked={quorum.counts.includes(way)}
              onChecked={(checked) =>
                change({
                  counts: ways.filter((each) => (each === way ? checked : quorum.counts.includes(each))),
                })
              }
            >
              {t(`counts-${way}`)}
            </Check>
          ))}
        </div>
      </FieldGroup>
      <div>
        <Check checked={quorum.ofBallots} onChecked={(ofBallots) => change({ ofBallots })}>
          {t('of-ballots')}
        </Check>
        <Check checked={quorum.recusedStay} onChecked={(recusedStay) => change({ recusedStay })}>
          {t('recused-quorum')}
        </Check>
      </div>
    </FieldGroup>
  );
}
