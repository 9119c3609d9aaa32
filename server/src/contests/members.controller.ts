import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ContestMember, ListOf } from '@open-ballot/shared/contract/http';
import { TextIdPipe, UuidPipe } from '../http/id.pipes.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { ContestsService } from './contests.service.ts';
import { MemberChangesDto, NewMemberDto } from './member.dto.ts';
import { MembersService } from './members.service.ts';

@ApiTags('members')
@Controller('contests/:contestId/members')
export class MembersController {
  constructor(
    private readonly contests: ContestsService,
    private readonly members: MembersService,
  ) {}

  @Get()
  async list(
    @Param('contestId', UuidPipe) contestId: string,
    @CurrentAccount() account: Account,
  ): Promise<ListOf<ContestMember>> {
    return { items: (await this.contests.read(contestId, account)).members };
  }

  @Post()
  add(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() member: NewMemberDto,
    @CurrentAccount() by: Account,
  ): Promise<{ readonly memberId: string }> {
    return this.members.add(contestId, member, by);
  }

  @Patch(':memberId')
  @HttpCode(204)
  change(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('memberId', TextIdPipe) memberId: string,
    @Body() changes: MemberChangesDto,
    @CurrentAccount() by: Account,
  ): Promise<void> {
    return this.members.change(contestId, memberId, changes, by);
  }

  @Delete(':memberId')
  @HttpCode(204)
  remove(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('memberId', TextIdPipe) memberId: string,
  ): Promise<void> {
    return this.members.remove(contestId, memberId);
  }
}
