import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { useConveneText } from '../convene-text.ts';
import { useRuleEditorText } from './rule-editor-text.ts';
import { FieldGroup } from '../../../ui/FieldGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Check } from '../../../ui/Check.tsx';
import type { RulesFieldsProps } from './own-rules.ts';

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
  'allPresentSign',
] as const satisfies readonly (keyof RuleSet)[];

/** What shows, and what is allowed, while votes are held. */
export function ConductFields({ ruleSet, onRules }: Omit<RulesFieldsProps, 'errorAt'>) {
  const t = useConveneText();
  const editor = useRuleEditorText();
  return (
    <FieldGroup boxed legend={editor('conduct')}>
      <Select
        label={t('visibility')}
        value={ruleSet.visibility}
        options={visibilities.map((value) => ({ value, text: t(`visibility-${value}`) }))}
        onValue={(visibility) => onRules({ visibility })}
      />
      <div>
        {switches.map((name) => (
          <Check
            key={name}
            checked={ruleSet[name] ?? false}
            onChecked={(checked) => onRules({ [name]: checked })}
          >
            {t(`rule-${name}`)}
          </Check>
        ))}
      </div>
    </FieldGroup>
  );
}
