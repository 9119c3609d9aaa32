import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Contest, ContestSummary, ListOf } from '@open-ballot/shared/contract/http';
import { UuidPipe } from '../http/id.pipes.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { ContestChangesDto, NewContestDto, RehearsalDto } from './contest.dto.ts';
import { ContestsService } from './contests.service.ts';

@ApiTags('contests')
@Controller('contests')
export class ContestsController {
  constructor(private readonly contests: ContestsService) {}

  @Get()
  async list(@CurrentAccount() account: Account): Promise<ListOf<ContestSummary>> {
    return { items: await this.contests.list(account) };
  }

  @Post()
  create(
    @Body() contest: NewContestDto,
    @CurrentAccount() by: Account,
  ): Promise<{ readonly contestId: string }> {
    return this.contests.create(contest, by);
  }

  @Get(':contestId')
  read(
    @Param('contestId', UuidPipe) contestId: string,
    @CurrentAccount() account: Account,
  ): Promise<Contest> {
    return this.contests.read(contestId, account);
  }

  @Patch(':contestId')
  async change(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() changes: ContestChangesDto,
    @CurrentAccount() account: Account,
  ): Promise<Contest> {
    await this.contests.change(contestId, changes);
    return this.contests.read(contestId, account);
  }

  /** Starts the rehearsal clock anew (rule 11.4). */
  @Post(':contestId/rehearsal')
  @HttpCode(200)
  startRehearsal(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() { start }: RehearsalDto,
  ): Promise<ContestSummary & { readonly start: string }> {
    return this.contests.startRehearsal(contestId, start);
  }
}
