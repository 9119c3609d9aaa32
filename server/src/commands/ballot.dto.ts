import { bounds } from '@open-ballot/shared/rules/bounds';
import { sides, type Side } from '@open-ballot/shared/rules/session';
import { decimal, id, oneOf } from '../shapes/fields.ts';
import { Field, listOf, recordOf, shapeOf, variantByField } from '../shapes/shape.ts';

class ChoiceDto {
  @Field(oneOf(...sides, 'against-all')) readonly choice!: Side | 'against-all';
}

class AnswersDto {
  @Field(recordOf(id, oneOf(...sides), bounds.nominees)) readonly answers!: Record<string, Side>;
}

class ChosenNomineesDto {
  @Field(listOf(id, bounds.nominees)) readonly nominees!: string[];
}

class PlacesDto {
  @Field(listOf(id, bounds.nominees)) readonly places!: string[];
}

class ScoresDto {
  @Field(recordOf(id, recordOf(id, decimal, bounds.criteria), bounds.nominees))
  readonly scores!: Record<string, Record<string, string>>;
}

/** Any ballot. Which of them a round takes, and with which answers, is for the rules to say. */
export const ballot = variantByField({
  choice: shapeOf(ChoiceDto),
  answers: shapeOf(AnswersDto),
  nominees: shapeOf(ChosenNomineesDto),
  places: shapeOf(PlacesDto),
  scores: shapeOf(ScoresDto),
});
