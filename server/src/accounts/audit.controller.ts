import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { AuditEntry } from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid } from '../http/problem.ts';
import { Audit } from '../sign-in/audit.ts';

/** Entries a page has at most. */
const pageOf = 200;

@ApiTags('accounts')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @ApiQuery({ name: 'before', required: false, schema: { type: 'integer', minimum: 1 } })
  @ApiOperation({ summary: `What was done outside the journals, the newest first, ${pageOf} entries a page` })
  async page(@Query('before') before: string | undefined): Promise<ListOf<AuditEntry>> {
    if (before !== undefined && !/^[1-9]\d{0,14}$/.test(before))
      throw invalid(fault('before', 'whole', { least: 1, most: Number.MAX_SAFE_INTEGER }));
    return { items: await this.audit.page(before === undefined ? undefined : Number(before), pageOf) };
  }
}
