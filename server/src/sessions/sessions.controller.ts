import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { SeatSignIn } from '@open-ballot/shared/contract/accounts';
import type { ListOf, SessionSummary } from '@open-ballot/shared/contract/http';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { fault } from '@open-ballot/shared/rules/fault';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { redact, redactSession } from '@open-ballot/shared/rules/showing/redact';
import { journalFormat, type ExportedJournal } from '@open-ballot/shared/verifier/parse-journal';
import { Clocks } from '../desk/clocks.ts';
import { LongBody } from '../http/body-bounds.ts';
import { programVersion } from '../http/program-version.ts';
import { invalid } from '../http/problem.ts';
import { Journal } from '../journal/journal.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { NewSessionDto } from './new-session.dto.ts';
import { SessionsService, type Convened, type Viewing } from './sessions.service.ts';
import { audienceOf, youOf } from './view.ts';

/** A page of the journal as this viewer may see it. `position` and `headHash` tell how far the journal reaches. */
export interface JournalPage {
  readonly position: number;
  readonly headHash: string;
  readonly entries: readonly JournalEntry[];
}

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly journal: Journal,
    private readonly clocks: Clocks,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Sessions that the caller may look at, the newest first' })
  async list(@CurrentAccount() account: Account | undefined): Promise<ListOf<SessionSummary>> {
    return { items: await this.sessions.list(account) };
  }

  @LongBody()
  @Post()
  @ApiOperation({ summary: 'Convene a session' })
  @ApiBody({ type: NewSessionDto })
  create(@Body() body: unknown, @CurrentAccount() account: Account): Promise<Convened> {
    return this.sessions.create(body, account);
  }

  @Get(':sessionId')
  @ApiOperation({ summary: 'The session as the caller may see it now' })
  async read(
    @Param('sessionId') sessionId: string,
    @CurrentAccount() account: Account | undefined,
  ): Promise<Snapshot> {
    const { projection, caller } = await this.sessions.view(sessionId, account);
    const { session, head } = projection;
    return {
      session: redactSession(session, audienceOf(session, caller)),
      position: head.position,
      headHash: head.hash,
      serverTime: this.clocks.now(session),
      you: youOf(session, caller),
    };
  }

  @Get(':sessionId/sign-ins')
  @ApiOperation({ summary: 'How far each seat with a vote is on the way in, for officers' })
  async signIns(
    @Param('sessionId') sessionId: string,
    @CurrentAccount() account: Account,
  ): Promise<ListOf<SeatSignIn>> {
    return { items: await this.sessions.signIns(sessionId, account) };
  }

  @Get(':sessionId/journal')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiOperation({ summary: 'Up to 1,000 entries after a position, as the caller may see them' })
  async page(
    @Param('sessionId') sessionId: string,
    @Query('after') after: string | undefined,
    @CurrentAccount() account: Account | undefined,
  ): Promise<JournalPage> {
    const viewing = await this.sessions.view(sessionId, account);
    const { head } = viewing.projection;
    const lines = await this.journal.page(viewing.projection.sessionId, positionIn(after));
    const known = lines.map(({ entry }) => entry).filter(({ position }) => position <= head.position);
    return { position: head.position, headHash: head.hash, entries: known.map(redactedFor(viewing)) };
  }

  @Get(':sessionId/journal.json')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The whole journal, for the verifier' })
  async export(
    @Param('sessionId') sessionId: string,
    @CurrentAccount() account: Account | undefined,
  ): Promise<StreamableFile> {
    const viewing = await this.sessions.view(sessionId, account);
    return new StreamableFile(Readable.from(this.exported(viewing)), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="journal-${viewing.projection.sessionId}.json"`,
    });
  }

  /** Page by page, one entry a line: a long journal is never in memory as one text. */
  private async *exported(viewing: Viewing): AsyncGenerator<string> {
    const { sessionId, head } = viewing.projection;
    const redacted = redactedFor(viewing);
    const frame: Omit<ExportedJournal, 'entries'> = {
      format: journalFormat,
      program: programVersion,
      sessionId,
    };
    yield `${JSON.stringify(frame).slice(0, -1)},"entries":[\n`;
    for await (const lines of this.journal.all(sessionId)) {
      const known = lines.filter(({ entry }) => entry.position <= head.position);
      if (known.length === 0) break;
      const text = known.map(({ entry }) => JSON.stringify(redacted(entry))).join(',\n');
      yield known[0]!.entry.position === 1 ? text : `,\n${text}`;
    }
    yield '\n]}\n';
  }
}

/** Redacted for a viewer by the session as it stands at this moment, a later closing notwithstanding. */
function redactedFor({ projection, caller }: Viewing): (entry: JournalEntry) => JournalEntry {
  const { session } = projection;
  const audience = audienceOf(session, caller);
  return (entry) => redact(entry, audience, session);
}

function positionIn(after = '0'): number {
  const position = /^\d{1,9}$/.test(after) ? Number(after) : -1;
  if (position < 0) throw invalid(fault('after', 'whole', { least: 0, most: bounds.position }));
  return position;
}
