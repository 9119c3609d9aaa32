import { IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { importKinds, type ImportKind, type ImportRequest } from '@open-ballot/shared/contract/import';

export class ImportDto implements ImportRequest {
  @IsIn(importKinds)
  readonly what!: ImportKind;

  @Matches(/^[A-Za-z0-9+/]*={0,2}$/, { message: 'must be base64' })
  readonly file!: string;

  @IsOptional()
  @IsUUID()
  readonly nominationId?: string;

  @IsOptional()
  @IsBoolean()
  readonly addNominations?: boolean;

  @IsOptional()
  @IsBoolean()
  readonly apply?: boolean;
}
