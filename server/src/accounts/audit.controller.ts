import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type AuditAct, auditActs, type AuditEntry, auditPage } from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid } from '../http/problem.ts';
import { Audit } from '../sign-in/audit.ts';

@ApiTags('accounts')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @ApiQuery({ name: 'before', required: false, schema: { type: 'integer', minimum: 1 } })
  @ApiQuery({ name: 'act', required: false, schema: { type: 'string', enum: [...auditActs] } })
  @ApiOperation({
    summary: `What was done outside the journals, the newest first, ${auditPage} entries a page`,
  })
  async page(
    @Query('before') before: string | undefined,
    @Query('act') act: string | undefined,
  ): Promise<ListOf<AuditEntry>> {
    if (act !== undefined && !isAct(act))
      throw invalid(fault('act', 'one-of', { options: auditActs.join(', ') }));
    if (before !== undefined && !/^[1-9]\d{0,14}$/.test(before))
      throw invalid(fault('before', 'whole', { least: 1, most: Number.MAX_SAFE_INTEGER }));
    const below = before === undefined ? undefined : Number(before);
    return { items: await this.audit.page({ before: below, act }, auditPage) };
  }
}

const isAct = (text: string): text is AuditAct => auditActs.some((act) => act === text);
