import type {
  Aggregate,
  BallotKindName,
  BallotParameters,
  Criterion,
  Nominee,
  Places,
  QuestionDraft,
} from '@open-ballot/shared/rules/session';
import { aggregates, ballotKindNames, roundings } from '@open-ballot/shared/rules/session';
import type { DecisionRule, TieBreaker } from '@open-ballot/shared/rules/plan/rule-set';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { decimal, flag, id, moment, oneOf, text, utc, whole } from '../shapes/fields.ts';
import { decision, ties } from './rule-set.dto.ts';
import { Field, listOf, OptionalField, shapeOf, variant } from '../shapes/shape.ts';

class CriterionDto implements Criterion {
  @Field(id) readonly criterionId!: string;
  @Field(text()) readonly title!: string;
  @Field(decimal) readonly min!: string;
  @Field(decimal) readonly max!: string;
  @Field(decimal) readonly step!: string;
  @Field(decimal) readonly weight!: string;
}

class RoundingDto {
  @Field(oneOf(...roundings)) readonly at!: (typeof roundings)[number];
  @Field(whole(0, bounds.rounding)) readonly digits!: number;
}

class CarryDto {
  @Field(decimal) readonly weight!: string;
}

class BallotParametersDto implements BallotParameters {
  @OptionalField(whole(0, bounds.nominees)) readonly min?: number;
  @OptionalField(whole(1, bounds.nominees)) readonly max?: number;
  @OptionalField(flag) readonly againstAll?: boolean;
  @OptionalField(flag) readonly partial?: boolean;
  @OptionalField(listOf(decimal, bounds.nominees, 1)) readonly points?: string[];
  @OptionalField(flag) readonly sumOfPlaces?: boolean;
  @OptionalField(listOf(shapeOf(CriterionDto), bounds.criteria, 1)) readonly criteria?: CriterionDto[];
  @OptionalField(oneOf(...aggregates)) readonly aggregate?: Aggregate;
  @OptionalField(shapeOf(CarryDto)) readonly carry?: CarryDto;
  @OptionalField(whole(1, bounds.roll)) readonly minimumScorers?: number;
  @OptionalField(shapeOf(RoundingDto)) readonly rounding?: RoundingDto;
}

class LaureatesDto {
  @Field(oneOf('laureates')) readonly kind!: 'laureates';
  @Field(whole(1, bounds.nominees)) readonly count!: number;
}

class AllDto {
  @Field(oneOf('all')) readonly kind!: 'all';
}

class RankedDto {
  @Field(oneOf('ranked')) readonly kind!: 'ranked';
  @Field(listOf(whole(1, bounds.nominees), bounds.nominees, 1)) readonly counts!: number[];
}

class NomineeDto implements Nominee {
  @Field(id) readonly nomineeId!: string;
  @Field(text()) readonly name!: string;
  @OptionalField(id) readonly entrantId?: string;
  @OptionalField(text(0)) readonly region?: string;
  @OptionalField(text(0)) readonly organisation?: string;
  @OptionalField(moment) readonly appliedAt?: string;
  @OptionalField(decimal) readonly priorScore?: string;
  @OptionalField(text(0)) readonly materials?: string;
}

/** A question as a client sends it: what most questions do not need may be left out. */
export class QuestionDto {
  @Field(id) readonly questionId!: string;
  @Field(text()) readonly title!: string;
  @OptionalField(text(0)) readonly nomination?: string;
  @OptionalField(text(0)) readonly category?: string;
  @Field(text()) readonly wording!: string;
  @Field(oneOf(...ballotKindNames)) readonly kind!: BallotKindName;
  @OptionalField(shapeOf(BallotParametersDto)) readonly parameters?: BallotParametersDto;
  @OptionalField(decision) readonly decision?: DecisionRule;
  @OptionalField(ties) readonly ties?: TieBreaker[];
  @OptionalField(
    variant('kind', { laureates: shapeOf(LaureatesDto), all: shapeOf(AllDto), ranked: shapeOf(RankedDto) }),
  )
  readonly places?: Places;
  @OptionalField(whole(0, bounds.nominees)) readonly minEntries?: number;
  @OptionalField(text()) readonly winnerLabel?: string;
  @OptionalField(text(0)) readonly reporter?: string;
  @OptionalField(listOf(shapeOf(NomineeDto), bounds.nominees)) readonly nominees?: NomineeDto[];
}

export const question = shapeOf(QuestionDto);

/** The question as the journal keeps it: nothing left out that the rules read, moments spelled in UTC. */
export const draftOf = (dto: QuestionDto): QuestionDraft => ({
  ...dto,
  parameters: dto.parameters ?? {},
  places: dto.places ?? { kind: 'laureates', count: 1 },
  nominees: (dto.nominees ?? []).map((nominee) => ({
    ...nominee,
    ...(nominee.appliedAt !== undefined && { appliedAt: utc(nominee.appliedAt) }),
  })),
});
