import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ImportReport } from '@open-ballot/shared/contract/import';
import { LongBody } from '../../http/body-bounds.ts';
import { UuidPipe } from '../../http/id.pipes.ts';
import { ImportDto } from './import.dto.ts';
import { ImportService } from './import.service.ts';

@ApiTags('import')
@Controller('contests/:contestId/import')
export class ImportController {
  constructor(private readonly service: ImportService) {}

  @LongBody()
  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Nominees or members from XLSX or CSV: what each row comes to, and with `apply` all of it or nothing',
    description:
      'Whether it was written is in `applied`. A table that cannot be taken at all is a problem of status 422 ' +
      'with a code of `tableFaults` in `shared/src/contract/import.ts`.',
  })
  import(@Param('contestId', UuidPipe) contestId: string, @Body() wish: ImportDto): Promise<ImportReport> {
    return this.service.import(contestId, wish);
  }
}
