import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { IssuedFiles } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid } from '../http/problem.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { IssuedFilesService } from './issued-files.service.ts';

/** For whoever was sent a protocol and wants to know whether it is one. */
@ApiTags('protocol')
@Controller('issued-files')
export class IssuedFilesController {
  constructor(private readonly files: IssuedFilesService) {}

  @Get(':sha256')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-fA-F]{64}$' } })
  @ApiOperation({
    summary:
      'Which issued versions a file belongs to, by its SHA-256; none where the list is empty. `journal-broken` where only a session keeps it whose journal does not hold',
  })
  async find(
    @Param('sha256') sha256: string,
    @CurrentAccount() account: Account | undefined,
  ): Promise<IssuedFiles> {
    return { found: await this.files.withDigest(digestIn(sha256), account) };
  }
}

function digestIn(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw invalid(fault('sha256', 'digest'));
  return text.toLowerCase();
}
