import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { InvitationLetter, Invitations } from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import type { FastifyRequest } from 'fastify';
import { cardLanguages } from '../cards/card.ts';
import type { Account } from '../sign-in/account.ts';
import { TextIdPipe, UuidPipe } from '../http/id.pipes.ts';
import { invalid } from '../http/problem.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import { InvitationCards } from './invitation-cards.ts';
import { InvitationLetters } from './invitation-letters.ts';
import { InviteDto, LettersDto } from './invitation.dto.ts';
import { InvitationsService } from './invitations.service.ts';

@ApiTags('members')
@Controller('contests/:contestId/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly printed: InvitationCards,
    private readonly mailed: InvitationLetters,
  ) {}

  @Get()
  @ApiQuery({ name: 'links', required: false, schema: { enum: ['none'] } })
  @ApiOperation({
    summary: 'How far every member is on the way in, with the links that are unused',
    description: 'Each showing of a link is listed for administrators; `links=none` shows none.',
  })
  list(
    @Param('contestId', UuidPipe) contestId: string,
    @Query('links') links: string | undefined,
    @CurrentAccount() by: Account,
  ): Promise<Invitations> {
    return this.invitations.list(contestId, by, links === 'none' ? [] : undefined);
  }

  @Get('cards.pdf')
  @Header('cache-control', 'no-store')
  @ApiQuery({ name: 'language', enum: cardLanguages, required: false })
  @ApiOperation({
    summary:
      'A card to be cut out for every member whose link is unused, with the link as text and as a QR code',
    description: 'Each link on a card is listed for administrators as shown.',
  })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async cards(
    @Param('contestId', UuidPipe) contestId: string,
    @Query('language') spoken = 'ru',
    @Req() { protocol, host }: FastifyRequest,
    @CurrentAccount() by: Account,
  ): Promise<StreamableFile> {
    const language = cardLanguages.find((each) => each === spoken);
    if (!language) throw invalid(fault('language', 'one-of', { options: cardLanguages.join(', ') }));
    const bytes = await this.printed.pdf(contestId, `${protocol}://${host}`, language, by);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="invitations.pdf"',
      length: bytes.length,
    });
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Give a way in to members: an account each where there is none, a link, the seats of convened sessions',
    description: 'All or nothing. Links that are unused stay as they are unless `renew` says otherwise.',
  })
  invite(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() wanted: InviteDto,
    @CurrentAccount() by: Account,
  ): Promise<Invitations> {
    return this.invitations.invite(contestId, wanted, by);
  }

  @Get('letters')
  @ApiOperation({ summary: 'Every letter with an invitation, what became of it and when, the newest first' })
  async letters(@Param('contestId', UuidPipe) contestId: string): Promise<ListOf<InvitationLetter>> {
    return { items: await this.mailed.list(contestId) };
  }

  @Post('letters')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Send invitations by e-mail, to all who have an address and have not come in, or to members named',
    description:
      'All are queued or none. A link is given where none is unused; it is written into the letter when that is sent. ' +
      'Answers `mail-off` where no mail server is set.',
  })
  async sendLetters(
    @Param('contestId', UuidPipe) contestId: string,
    @Body() wanted: LettersDto,
    @Req() { protocol, host }: FastifyRequest,
    @CurrentAccount() by: Account,
  ): Promise<ListOf<InvitationLetter>> {
    return { items: await this.mailed.send(contestId, wanted, `${protocol}://${host}`, by) };
  }

  @Post(':memberId/sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every sign-in of a member and their link: for a phone that was lost' })
  signOut(
    @Param('contestId', UuidPipe) contestId: string,
    @Param('memberId', TextIdPipe) memberId: string,
    @CurrentAccount() by: Account,
  ): Promise<void> {
    return this.invitations.signOut(contestId, memberId, by);
  }
}
