import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { UuidPipe } from '../http/id.pipes.ts';
import { SecretaryOnly } from '../sign-in/access.ts';
import { NewAccountDto } from './account.dto.ts';
import type { Account } from '../sign-in/account.ts';
import { AccountsService, type FreshLink } from './accounts.service.ts';
import { SignInService } from '../sign-in/sign-in.service.ts';

/** A fresh one-time link as it travels: the page puts `link` into the fragment of its own address. */
interface Invitation {
  readonly link: string;
  readonly expiresAt: string;
}

@ApiTags('accounts')
@Controller('accounts')
@SecretaryOnly()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly signIns: SignInService,
  ) {}

  @Get()
  async list(): Promise<ListOf<Account>> {
    return { items: await this.accounts.list() };
  }

  @Post()
  async create(@Body() account: NewAccountDto): Promise<{ readonly accountId: string } & Invitation> {
    const { accountId, link } = await this.accounts.create(account);
    return { accountId, ...invitation(link) };
  }

  @Post(':accountId/link')
  @HttpCode(201)
  async issueLink(@Param('accountId', UuidPipe) accountId: string): Promise<Invitation> {
    await this.accounts.mustNotBeOfficer(accountId);
    return invitation(await this.accounts.issueLink(accountId));
  }

  @Post(':accountId/sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every sign-in of an account, on whatever device, and its one-time link' })
  async signOut(@Param('accountId', UuidPipe) accountId: string): Promise<void> {
    await this.accounts.mustExist(accountId);
    await this.signIns.signOutEverywhere(accountId);
  }
}

const invitation = ({ token, expiresAt }: FreshLink): Invitation => ({
  link: token,
  expiresAt: expiresAt.toISOString(),
});
