import type {
  CountedAttendance,
  DecisionRule,
  Majority,
  MajorityBase,
  QuorumRule,
  RuleSet,
  Threshold,
  TieBreaker,
  Visibility,
} from '@open-ballot/shared/rules/plan/rule-set';
import { tieBreakers } from '@open-ballot/shared/rules/plan/rule-set';
import { decimal, flag, oneOf, whole } from '../shapes/fields.ts';
import { Field, listOf, OptionalField, shapeOf, such, variant } from '../shapes/shape.ts';

class ThresholdDto implements Threshold {
  @Field(whole(0, 10_000)) readonly n!: number;
  @Field(whole(1, 10_000)) readonly d!: number;
  @Field(oneOf('at-least', 'more-than')) readonly compare!: 'at-least' | 'more-than';
}
const threshold = such(
  shapeOf(ThresholdDto),
  ({ n, d }: Threshold) => n <= d,
  'must be a share of at most one',
);

class MajorityDto implements Majority {
  @Field(oneOf('for-and-against', 'participants', 'present', 'appointed', 'established'))
  readonly base!: MajorityBase;
  @Field(threshold) readonly threshold!: ThresholdDto;
}

class PluralityDecisionDto {
  @Field(oneOf('plurality')) readonly kind!: 'plurality';
  @OptionalField(shapeOf(MajorityDto)) readonly floor?: MajorityDto;
  @OptionalField(decimal) readonly minimumScore?: string;
}

class MajorityDecisionDto {
  @Field(oneOf('majority')) readonly kind!: 'majority';
  @Field(shapeOf(MajorityDto)) readonly majority!: MajorityDto;
}

export const decision = variant('kind', {
  plurality: shapeOf(PluralityDecisionDto),
  majority: shapeOf(MajorityDecisionDto),
});

const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

export const ties = such(
  listOf(oneOf(...tieBreakers), tieBreakers.length),
  distinct,
  'must name every tie-breaker at most once',
);

const counts = such(
  listOf(oneOf('in-person', 'remote', 'absentee', 'substitute'), 4),
  distinct,
  'must name every way of attending at most once',
);

class QuorumRuleDto implements QuorumRule {
  @Field(oneOf('established', 'appointed')) readonly base!: 'established' | 'appointed';
  @Field(flag) readonly recusedStay!: boolean;
  @Field(threshold) readonly threshold!: ThresholdDto;
  @Field(counts) readonly counts!: CountedAttendance[];
  @Field(flag) readonly ofBallots!: boolean;
}

export class RuleSetDto implements RuleSet {
  @Field(shapeOf(QuorumRuleDto)) readonly quorum!: QuorumRuleDto;
  @Field(decision) readonly decision!: DecisionRule;
  @Field(flag) readonly recusedStay!: boolean;
  @Field(ties) readonly ties!: TieBreaker[];
  @Field(flag) readonly abstain!: boolean;
  @Field(flag) readonly changeUntilClose!: boolean;
  @Field(flag) readonly closeWhenAllVoted!: boolean;
  @Field(flag) readonly parallelRounds!: boolean;
  @Field(flag) readonly selfCheckIn!: boolean;
  @Field(flag) readonly substitutes!: boolean;
  @Field(flag) readonly absentee!: boolean;
  @Field(flag) readonly oneWinPerEntrant!: boolean;
  @OptionalField(flag) readonly allPresentSign?: boolean;
  @Field(oneOf('names', 'totals', 'turnout')) readonly visibility!: Visibility;
}
