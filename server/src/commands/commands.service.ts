import { Injectable } from '@nestjs/common';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import { authorise } from '@open-ballot/shared/rules/authority';
import { refuse } from '@open-ballot/shared/rules/refusal';
import { SessionProjections } from '../desk/session-projections.ts';
import { SessionDesk } from '../desk/session-desk.ts';
import { Seats } from '../sessions/seats.ts';
import type { Account } from '../sign-in/account.ts';
import { parseCommand, type ParsedCommand } from './parse-command.ts';
import { Preparations, type Prepared } from './preparations.ts';

/** From a request to the desk, the same for HTTP and sockets: check the shape, find out who is calling, hand over. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly desk: SessionDesk,
    private readonly projections: SessionProjections,
    private readonly seats: Seats,
    private readonly preparations: Preparations,
  ) {}

  /** Answers with a receipt, also to nonsense. Throws only what nobody decided, such as a database that is away. */
  async submit(sessionId: string, body: unknown, account: Account | undefined): Promise<Receipt> {
    const parsed = parseCommand(body);
    if (parsed.outcome !== 'parsed') return parsed;
    const { commandId, command } = parsed;
    const projection = await this.projections.of(sessionId);
    if (!projection) return refuse('not-found', 'there is no such session');
    const submitter = await this.seats.submitterOf(account, sessionId);
    const { caller } = submitter;
    if (!account) {
      // An observer may do nothing (rule 13.1), whatever has been recorded meanwhile: no lock is taken for strangers.
      const authorised = authorise(projection.session, command.type, caller);
      if (authorised.outcome === 'refused') return authorised;
    }
    const prepared = caller.secretaryId === undefined ? {} : await this.prepare(sessionId, parsed);
    if ('outcome' in prepared) return prepared;
    return this.desk.submit(sessionId, { commandId, command, ...submitter, ...prepared });
  }

  /** What is recorded already needs no preparing: its receipt is there (rule 9.3). */
  private async prepare(
    sessionId: string,
    { commandId, dto }: ParsedCommand,
  ): ReturnType<Preparations['for']> {
    if (!this.preparations.has(dto.type)) return {};
    const projection = await this.projections.upToDate(sessionId);
    return projection && !projection.remembered(commandId)
      ? this.preparations.for(dto, projection)
      : ({} satisfies Prepared);
  }
}
