import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ContestNomination, ListOf } from '@open-ballot/shared/contract/http';
import { TextIdPipe, UuidPipe } from '../http/id.pipes.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { ContestsService } from './contests.service.ts';
import {
  NewNominationDto,
  NewNomineeDto,
  NominationChangesDto,
  NomineeChangesDto,
} from './nomination.dto.ts';
import { NominationsService } from './nominations.service.ts';

@ApiTags('nominations')
@Controller('contests/:contestId/nominations')
export class NominationsController {
  constructor(
    private readonly contests: ContestsService,
    private readonly nominations: NominationsService,
  ) {}

  @Get()
  async list(
    @Param('contestId', UuidPipe) contestId: string,
    @CurrentAccount() account: Account,
  ): Promise<ListOf<ContestNomination>> {
    return { items: (await this.contests.read(contestId, account)).nominations };
  }

  @Post()
  add(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() nomination: NewNominationDto,
  ): Promise<{ readonly nominationId: string }> {
    return this.nominations.add(contestId, nomination);
  }

  @Patch(':nominationId')
  @HttpCode(204)
  change(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('nominationId', UuidPipe) nominationId: string,
    @Body() changes: NominationChangesDto,
  ): Promise<void> {
    return this.nominations.change(contestId, nominationId, changes);
  }

  @Delete(':nominationId')
  @HttpCode(204)
  remove(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('nominationId', UuidPipe) nominationId: string,
  ): Promise<void> {
    return this.nominations.remove(contestId, nominationId);
  }

  @Post(':nominationId/nominees')
  addNominee(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('nominationId', UuidPipe) nominationId: string,
    @Body() nominee: NewNomineeDto,
  ): Promise<{ readonly nomineeId: string }> {
    return this.nominations.addNominee(contestId, nominationId, nominee);
  }

  @Patch(':nominationId/nominees/:nomineeId')
  @HttpCode(204)
  changeNominee(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('nominationId', UuidPipe) nominationId: string,
    @Param('nomineeId', TextIdPipe) nomineeId: string,
    @Body() changes: NomineeChangesDto,
  ): Promise<void> {
    return this.nominations.changeNominee(contestId, nominationId, nomineeId, changes);
  }

  @Delete(':nominationId/nominees/:nomineeId')
  @HttpCode(204)
  removeNominee(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('nominationId', UuidPipe) nominationId: string,
    @Param('nomineeId', TextIdPipe) nomineeId: string,
  ): Promise<void> {
    return this.nominations.removeNominee(contestId, nominationId, nomineeId);
  }
}
