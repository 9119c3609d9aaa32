import {
  type ColumnMeaning,
  columnMeanings,
  importBounds,
  importKinds,
  type ImportKind,
  type ImportRequest,
  type RowTreatment,
  rowTreatments,
} from '@open-ballot/shared/contract/import';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { base64, digest, flag, oneOf, orNull, text, uuid, whole } from '../../shapes/fields.ts';
import { Field, listOf, OptionalField, shapeOf } from '../../shapes/shape.ts';

const meanings = new Set(importKinds.flatMap((what) => columnMeanings[what]));

class ColumnWishDto {
  @Field(whole(0, importBounds.columns - 1)) readonly index!: number;
  @Field(orNull(oneOf(...meanings))) readonly reads!: ColumnMeaning | null;
}

class RowWishDto {
  @Field(whole(1, importBounds.lines)) readonly row!: number;
  @OptionalField(oneOf(...rowTreatments)) readonly as?: RowTreatment;
  @OptionalField(text(1, bounds.name)) readonly accountName?: string;
}

export class ImportDto implements ImportRequest {
  @Field(oneOf(...importKinds)) readonly what!: ImportKind;
  @Field(base64) readonly file!: string;
  @OptionalField(text(0, bounds.name)) readonly sheet?: string;
  @OptionalField(whole(0, importBounds.lines)) readonly headerRow?: number;
  @OptionalField(listOf(shapeOf(ColumnWishDto), importBounds.columns)) readonly columns?: ColumnWishDto[];
  @OptionalField(listOf(shapeOf(RowWishDto), importBounds.lines)) readonly rows?: RowWishDto[];
  @OptionalField(orNull(uuid)) readonly nominationId?: string;
  @OptionalField(orNull(flag)) readonly addNominations?: boolean;
  @OptionalField(orNull(flag)) readonly apply?: boolean;
  @OptionalField(digest) readonly seen?: string;
}
