import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ContestSecretary } from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import type { Account } from '../sign-in/account.ts';
import { UuidPipe } from '../http/id.pipes.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import { ContestSecretaries } from './contest-secretaries.ts';

@ApiTags('contests')
@Controller('contests/:contestId/secretaries')
export class ContestSecretariesController {
  constructor(private readonly secretaries: ContestSecretaries) {}

  @Get()
  async list(@Param('contestId', UuidPipe) contestId: string): Promise<ListOf<ContestSecretary>> {
    return { items: await this.secretaries.of(contestId) };
  }

  @Put(':accountId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Make somebody secretary of the contest' })
  name(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('accountId', UuidPipe) accountId: string,
    @CurrentAccount() by: Account,
  ): Promise<void> {
    return this.secretaries.name(contestId, accountId, by);
  }

  @Delete(':accountId')
  @HttpCode(204)
  dismiss(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('accountId', UuidPipe) accountId: string,
    @CurrentAccount() by: Account,
  ): Promise<void> {
    return this.secretaries.dismiss(contestId, accountId, by);
  }
}
