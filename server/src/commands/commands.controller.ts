import { STATUS_CODES } from 'node:http';
import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { LongBody } from '../http/body-bounds.ts';
import type { FastifyReply } from 'fastify';
import type { ProblemDetails } from '@open-ballot/shared/contract/http';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import { refusalStatus } from '../http/refusal-status.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { commandDtos } from './commands.dto.ts';
import { CommandsService } from './commands.service.ts';

@ApiTags('sessions')
@Controller('sessions/:sessionId/commands')
export class CommandsController {
  constructor(private readonly commands: CommandsService) {}

  /** Public, so that an observer hears `forbidden` from the rules rather than being asked to sign in (rule 13.1). */
  @LongBody()
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a command; the answer is its receipt' })
  @ApiBody({ schema: { oneOf: Object.values(commandDtos).map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  async give(
    @Param('sessionId') sessionId: string,
    @Body() body: unknown,
    @CurrentAccount() account: Account | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt | ProblemDetails> {
    const receipt = await this.commands.submit(sessionId, body, account);
    if (receipt.outcome === 'recorded') return receipt;
    const problem = problemOf(receipt);
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
    return problem;
  }
}

/** The receipt as a problem document: its own members beside those of RFC 9457. */
function problemOf(receipt: Exclude<Receipt, { outcome: 'recorded' }>): ProblemDetails & Receipt {
  const status = receipt.outcome === 'failed' ? 500 : refusalStatus[receipt.code];
  const type = `urn:open-ballot:problem:${receipt.code}`;
  return { type, title: STATUS_CODES[status] ?? 'Error', status, ...receipt };
}
