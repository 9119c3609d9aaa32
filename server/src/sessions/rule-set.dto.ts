import type {
  CountedAttendance,
  DecisionRule,
  Majority,
  MajorityBase,
  NextRoundPolicy,
  QuorumRule,
  RuleSet,
  Threshold,
  TieBreaker,
  Visibility,
} from '@open-ballot/shared/rules/plan/rule-set';
import {
  comparisons,
  countedAttendances,
  majorityBases,
  nextRoundPolicies,
  quorumBases,
  tieBreakers,
  visibilities,
} from '@open-ballot/shared/rules/plan/rule-set';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { fault } from '@open-ballot/shared/rules/fault';
import { decimal, flag, oneOf, whole } from '../shapes/fields.ts';
import { distinct, Field, listOf, OptionalField, shapeOf, such, variant } from '../shapes/shape.ts';

class ThresholdDto implements Threshold {
  @Field(whole(0, bounds.share)) readonly n!: number;
  @Field(whole(1, bounds.share)) readonly d!: number;
  @Field(oneOf(...comparisons)) readonly compare!: Threshold['compare'];
}
const threshold = such(
  shapeOf(ThresholdDto),
  ({ n, d }: Threshold) => n <= d,
  (path) => [fault(path, 'threshold')],
);

class MajorityDto implements Majority {
  @Field(oneOf(...majorityBases))
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
  @OptionalField(oneOf(...nextRoundPolicies)) readonly nextRound?: NextRoundPolicy;
  @OptionalField(whole(1, bounds.rounds)) readonly maxRounds?: number;
}

export const decision = variant('kind', {
  plurality: shapeOf(PluralityDecisionDto),
  majority: shapeOf(MajorityDecisionDto),
});

export const ties = distinct(listOf(oneOf(...tieBreakers), tieBreakers.length));
const counts = distinct(listOf(oneOf(...countedAttendances), countedAttendances.length));

class QuorumRuleDto implements QuorumRule {
  @Field(oneOf(...quorumBases)) readonly base!: QuorumRule['base'];
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
  @Field(oneOf(...visibilities)) readonly visibility!: Visibility;
}
