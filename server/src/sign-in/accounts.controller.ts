import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { UuidPipe } from '../http/id.pipes.ts';
import { SecretaryOnly } from './access.ts';
import { NewAccountDto } from './account.dto.ts';
import type { Account } from './account.ts';
import { AccountsService, type FreshLink } from './accounts.service.ts';

/** A fresh one-time link as it travels: the page puts `link` into the fragment of its own address. */
interface Invitation {
  readonly link: string;
  readonly expiresAt: string;
}

@ApiTags('accounts')
@Controller('accounts')
@SecretaryOnly()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

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
    return invitation(await this.accounts.issueLink(accountId));
  }
}

const invitation = ({ token, expiresAt }: FreshLink): Invitation => ({
  link: token,
  expiresAt: expiresAt.toISOString(),
});
