import { importKinds, type ImportKind, type ImportRequest } from '@open-ballot/shared/contract/import';
import { base64, flag, oneOf, orNull, uuid } from '../../shapes/fields.ts';
import { Field, OptionalField } from '../../shapes/shape.ts';

export class ImportDto implements ImportRequest {
  @Field(oneOf(...importKinds)) readonly what!: ImportKind;
  @Field(base64) readonly file!: string;
  @OptionalField(orNull(uuid)) readonly nominationId?: string;
  @OptionalField(orNull(flag)) readonly addNominations?: boolean;
  @OptionalField(orNull(flag)) readonly apply?: boolean;
}
