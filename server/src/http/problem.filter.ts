import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDetails } from '@open-ballot/shared/contract/http';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import { fault } from '@open-ballot/shared/rules/fault';
import type { RefusalCode } from '@open-ballot/shared/rules/refusal';
import { isDatabaseAway } from '../database/database-away.ts';
import { longestBody } from './longest-body.ts';
import { failed, Problem, refusal } from './problem.ts';

/** Gives every answer that is no the same form (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return; // the caller hung up, or a stream broke off halfway
    sendProblem(this.problemOf(error, request), request, reply);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    // Whoever asked hung up in the body. Its code is that of a lost database, and nobody hears the answer.
    if (request.raw.readableAborted) return clientProblem(400, 'the body broke off');
    if (isDatabaseAway(error)) {
      this.logger.error(
        `${request.id} ${request.method} ${request.routeOptions.url ?? ''}: the database is away`,
      );
      return refusal('database-away', 'the database cannot be reached', { retryAfter: 1 });
    }
    const status = statusOf(error);
    if (status !== undefined && status < 500) return clientProblem(status, (error as Error).message);
    // The route, not the address: an address may hold what is nobody's business in a log.
    this.logger.error(`${request.id} ${request.method} ${request.routeOptions.url ?? ''}`, stackOf(error));
    return failed(request.id);
  }
}

/** Also for what goes wrong before any handler is found, such as an address that is none. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfter } = problem.members;
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(detailsOf(problem, request)));
}

/** The status that Nest and Fastify give to what is wrong with a request. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' && error instanceof Error ? statusCode : undefined;
}

const codes: Readonly<Record<number, RefusalCode>> = {
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many',
};

/** What is wrong with a request in the eyes of the framework, in our words and with the status of our code. */
export function clientProblem(status: number, message: string): Problem {
  const code = codes[status];
  if (code === undefined) return refusal('invalid', message, { fields: [fault('', 'malformed')] });
  return refusal(code, code === 'too-large' ? `the body has at most ${longestBody} bytes` : message);
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const detailsOf = (
  { status, code, detail, members }: Problem,
  request: FastifyRequest,
): ProblemDetails & Pick<Receipt, 'outcome'> => ({
  type: `urn:open-ballot:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  outcome: code === 'invalid' || code === 'failed' ? code : 'refused',
  status,
  code,
  detail,
  ...(members.fields && { fields: members.fields }),
  requestId: members.requestId ?? request.id,
});
