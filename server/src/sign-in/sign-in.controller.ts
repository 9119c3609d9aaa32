import type { FreshSignIn } from './fresh-sign-in.ts';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me } from '@open-ballot/shared/contract/http';
import { CurrentAccount } from './access.ts';
import type { Account } from './account.ts';
import { giveCookie, takeCookie } from './sign-in-cookie.ts';
import { OwnPasswordDto, RedeemLinkDto, SignInDto } from './sign-in.dto.ts';
import { type Origin, SignInService } from './sign-in.service.ts';

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() { login, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(await this.signIns.signIn(login, password, originOf(request)), request, reply);
  }

  /** POST, never GET: messengers and mail scanners open links, and only the page's own script redeems one. */
  @Post('sign-in/link')
  @HttpCode(200)
  async redeem(
    @Body() { token }: RedeemLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(await this.signIns.redeem(token, request.ip), request, reply);
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(request.headers.cookie);
    takeCookie(request, reply);
  }

  @Get('me')
  me(@CurrentAccount() account: Account): Promise<Me> {
    return this.signIns.describe(account);
  }

  @Post('me/password')
  @HttpCode(204)
  async changePassword(
    @Body() { oldPassword, newPassword }: OwnPasswordDto,
    @CurrentAccount() account: Account,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const passwords = { fresh: newPassword, ...(oldPassword !== undefined && { old: oldPassword }) };
    await this.signIns.changePassword(account, passwords, originOf(request));
  }

  private async welcome(fresh: FreshSignIn, request: FastifyRequest, reply: FastifyReply): Promise<Me> {
    // The browser forgets its earlier sign-in with this answer; so does the table.
    await this.signIns.signOut(request.headers.cookie);
    giveCookie(request, reply, fresh);
    return this.signIns.describe(fresh.account);
  }
}

const originOf = ({ ip, raw }: FastifyRequest): Origin => ({
  address: ip,
  cookieHeader: raw.headers.cookie,
  isAbandoned: () => raw.socket.destroyed,
});
