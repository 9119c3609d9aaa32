import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccountSummary } from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { UuidPipe } from '../http/id.pipes.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import { AccountChangesDto, NewAccountDto } from './account.dto.ts';
import type { Account } from '../sign-in/account.ts';
import { AccountsService } from './accounts.service.ts';
import type { Link } from '../sign-in/links.ts';

/** A fresh one-time link as it travels: the page puts `link` into the fragment of its own address. */
interface FreshLink {
  readonly link: string;
  readonly expiresAt: string;
}

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  async list(): Promise<ListOf<AccountSummary>> {
    return { items: await this.accounts.list() };
  }

  @Post()
  @ApiOperation({ summary: 'A secretary makes members only, an administrator every kind of account' })
  async create(
    @Body() account: NewAccountDto,
    @CurrentAccount() by: Account,
  ): Promise<{ readonly accountId: string } & FreshLink> {
    const { accountId, link } = await this.accounts.create(account, by);
    return { accountId, ...freshLink(link) };
  }

  @Patch(':accountId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Name, roles, a new password, whether it may come in' })
  change(
    @Param('accountId', UuidPipe) accountId: string,
    @Body() changes: AccountChangesDto,
    @CurrentAccount() by: Account,
  ): Promise<void> {
    return this.accounts.change(accountId, changes, by);
  }

  @Post(':accountId/link')
  @HttpCode(201)
  async issueLink(
    @Param('accountId', UuidPipe) accountId: string,
    @CurrentAccount() by: Account,
  ): Promise<FreshLink> {
    return freshLink(await this.accounts.issueLink(accountId, by));
  }

  @Post(':accountId/sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every sign-in of an account, on whatever device, and its one-time link' })
  signOut(@Param('accountId', UuidPipe) accountId: string, @CurrentAccount() by: Account): Promise<void> {
    return this.accounts.signOutEverywhere(accountId, by);
  }
}

const freshLink = ({ token, expiresAt }: Link): FreshLink => ({
  link: token,
  expiresAt: expiresAt.toISOString(),
});
