import {
  majorityBases,
  nextRoundPolicies,
  usualRounds,
  type DecisionRule,
  type Majority,
} from '@open-ballot/shared/rules/plan/rule-set';
import { useDomainText } from '../../../text/domain-text.ts';
import { useRuleEditorText } from './rule-editor-text.ts';
import { FieldGroup } from '../../../ui/FieldGroup.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Check } from '../../../ui/Check.tsx';
import { majorityToBegin, type RulesFieldsProps } from './own-rules.ts';
import { ThresholdFields } from './ThresholdFields.tsx';
import { decimalText } from '../../../text/decimal-text.ts';

interface DecisionFieldsProps extends RulesFieldsProps {
  /** Whether a question of the agenda decides by points, which a majority does not touch (rule 6.3). */
  readonly pointsOverride: boolean;
}

/** How votes become a result (rules 6.1, 6.2). */
export function DecisionFields({ ruleSet, onRules, errorAt, pointsOverride }: DecisionFieldsProps) {
  const t = useRuleEditorText();
  return (
    <FieldGroup boxed legend={t('decision')}>
      <DecisionRuleFields
        decision={ruleSet.decision}
        onDecision={(decision) => onRules({ decision })}
        errorAt={errorAt}
      />
      {pointsOverride && <Notice>{t('points-override')}</Notice>}
      <Check checked={ruleSet.recusedStay} onChecked={(recusedStay) => onRules({ recusedStay })}>
        {t('recused-majority')}
      </Check>
    </FieldGroup>
  );
}

interface DecisionRuleFieldsProps {
  readonly decision: DecisionRule;
  readonly onDecision: (rule: DecisionRule) => void;
  readonly errorAt: RulesFieldsProps['errorAt'];
}

/** Plurality or a majority, of a whole session or of one question. */
export function DecisionRuleFields({ decision, onDecision, errorAt }: DecisionRuleFieldsProps) {
  const t = useRuleEditorText();
  return (
    <>
      <Select
        label={t('decision-kind')}
        value={decision.kind}
        options={(['plurality', 'majority'] as const).map((value) => ({
          value,
          text: t(`decision-${value}`),
        }))}
        onValue={(kind) =>
          onDecision(
            kind === 'majority' ? { kind, majority: shareOf(decision) ?? majorityToBegin } : { kind },
          )
        }
      />
      {decision.kind === 'majority' ? (
        <>
          <MajorityFields
            majority={decision.majority}
            onMajority={(majority) => onDecision({ ...decision, majority })}
            error={errorAt('decision.majority')}
          />
          <Select
            label={t('next-round')}
            value={decision.nextRound ?? 'top-two'}
            options={nextRoundPolicies.map((value) => ({ value, text: t(`next-${value}`) }))}
            onValue={(nextRound) => onDecision({ ...decision, nextRound })}
          />
          <TextField
            label={t('max-rounds')}
            inputMode="numeric"
            value={String(decision.maxRounds ?? usualRounds)}
            onText={(text) => onDecision({ ...decision, maxRounds: Number(text) })}
            error={errorAt('decision.maxRounds')}
          />
        </>
      ) : (
        <PluralityFields decision={decision} onDecision={onDecision} errorAt={errorAt} />
      )}
    </>
  );
}

const shareOf = (rule: DecisionRule): Majority | undefined =>
  rule.kind === 'majority' ? rule.majority : rule.floor;

interface PluralityFieldsProps extends DecisionRuleFieldsProps {
  readonly decision: Extract<DecisionRule, { readonly kind: 'plurality' }>;
}

function PluralityFields({ decision, onDecision, errorAt }: PluralityFieldsProps) {
  const t = useRuleEditorText();
  const { floor, minimumScore, ...plain } = decision;
  const withFloor = (next?: Majority) =>
    onDecision({
      ...plain,
      ...(next && { floor: next }),
      ...(minimumScore !== undefined && { minimumScore }),
    });
  const withMinimum = (next?: string) =>
    onDecision({ ...plain, ...(floor && { floor }), ...(next !== undefined && { minimumScore: next }) });
  return (
    <>
      <Check
        checked={floor !== undefined}
        onChecked={(checked) => withFloor(checked ? majorityToBegin : undefined)}
      >
        {t('with-floor')}
      </Check>
      {floor && <MajorityFields majority={floor} onMajority={withFloor} error={errorAt('decision.floor')} />}
      <Check
        checked={minimumScore !== undefined}
        onChecked={(checked) => withMinimum(checked ? '1' : undefined)}
      >
        {t('with-minimum')}
      </Check>
      {minimumScore !== undefined && (
        <TextField
          label={t('minimum-score')}
          inputMode="decimal"
          value={decimalText(minimumScore)}
          onText={(text) => withMinimum(text.trim().replace(',', '.'))}
          error={errorAt('decision.minimumScore')}
        />
      )}
    </>
  );
}

interface MajorityFieldsProps {
  readonly majority: Majority;
  readonly onMajority: (majority: Majority) => void;
  readonly error: string | undefined;
}

function MajorityFields({ majority, onMajority, error }: MajorityFieldsProps) {
  const t = useRuleEditorText();
  const domain = useDomainText();
  return (
    <>
      <Select
        label={t('majority-base')}
        value={majority.base}
        options={majorityBases.map((value) => ({
          value,
          text: t('of-base', { base: domain(`base-${value}`) }),
        }))}
        onValue={(base) => onMajority({ ...majority, base })}
      />
      <ThresholdFields
        legend={t('majority-share')}
        threshold={majority.threshold}
        onThreshold={(threshold) => onMajority({ ...majority, threshold })}
        error={error}
      />
    </>
  );
}
