import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { openRounds, questionOf } from '@open-ballot/shared/rules/session';
import { DataSource } from 'typeorm';
import type { Ledger } from '../desk/ledger.ts';
import { programVersion } from '../http/program-version.ts';
import { refusal } from '../http/problem.ts';
import { Journal } from '../journal/journal.ts';
import { renderJournal } from '../protocol/render-in-worker.ts';
import { renderJson } from '../protocol/render-json.ts';
import type { RenderedFormat } from '../protocol/rendering.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { SessionsService } from './sessions.service.ts';

type Format = RenderedFormat | 'json';

const contentTypes: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The document a session ends in: drafts, issued versions as they were frozen, extracts of one question. */
@ApiTags('protocol')
@Controller('sessions/:sessionId')
export class ProtocolsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly journal: Journal,
    private readonly database: DataSource,
  ) {}

  @Get('protocol.:format')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'format', enum: Object.keys(contentTypes) })
  @ApiOperation({ summary: 'The protocol as a draft, for officers and the roll' })
  async draft(
    @Param('sessionId') sessionId: string,
    @Param('format') format: string,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const wanted = formatNamed(format, Object.keys(contentTypes));
    const { ledger, entries } = await this.readable(sessionId, account);
    const bytes =
      wanted === 'json' ? renderJson(sessionId, entries, programVersion) : await drawn(entries, wanted);
    return download(bytes, wanted, `protocol-${ledger.session.number}-draft`);
  }

  @Get('questions/:questionId/extract.:format')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'format', enum: ['docx', 'pdf'] })
  @ApiOperation({ summary: 'The extract of one question, for officers and the roll' })
  async extract(
    @Param('sessionId') sessionId: string,
    @Param('questionId') questionId: string,
    @Param('format') format: string,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const wanted = formatNamed(format, ['docx', 'pdf']) as RenderedFormat;
    const { ledger, entries } = await this.readable(sessionId, account);
    if (!questionOf(ledger.session, questionId)) throw refusal('not-found', 'there is no such question');
    return download(await drawn(entries, wanted, questionId), wanted, `extract-${ledger.session.number}`);
  }

  @Get('protocols/:version.:format')
  @ApiParam({ name: 'format', enum: Object.keys(contentTypes) })
  @ApiOperation({ summary: 'An issued protocol, byte for byte what was signed' })
  async issued(
    @Param('sessionId') sessionId: string,
    @Param('version') version: string,
    @Param('format') format: string,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const wanted = formatNamed(format, Object.keys(contentTypes));
    const { ledger } = await this.onTheRoll(sessionId, account);
    const rows = /^\d{1,6}$/.test(version)
      ? await this.database.query<{ bytes: Buffer }[]>(
          'SELECT bytes FROM protocol_file WHERE session_id = $1 AND version = $2 AND format = $3',
          [sessionId, Number(version), wanted],
        )
      : [];
    if (!rows[0]) throw refusal('not-found', 'there is no such protocol');
    return download(rows[0].bytes, wanted, `protocol-${ledger.session.number}-${version}`);
  }

  private async onTheRoll(sessionId: string, account: Account): Promise<{ readonly ledger: Ledger }> {
    const { ledger, caller } = await this.sessions.view(sessionId, account);
    if (caller.memberId === undefined && caller.secretaryId === undefined) {
      throw refusal('forbidden', 'the protocol is for officers and the roll');
    }
    return { ledger };
  }

  /** The journal a draft is drawn from. None while choices are hidden: a document would tell them. */
  private async readable(
    sessionId: string,
    account: Account,
  ): Promise<{ ledger: Ledger; entries: JournalEntry[] }> {
    const { ledger } = await this.onTheRoll(sessionId, account);
    const { session, head } = ledger;
    if (session.status === 'convened')
      throw refusal('session-not-open', 'a protocol begins with the opening');
    if (session.ruleSet.visibility !== 'names' && openRounds(session).length > 0) {
      throw refusal('round-open', 'no draft while a round with hidden parts is open');
    }
    const entries: JournalEntry[] = [];
    for await (const lines of this.journal.all(sessionId)) entries.push(...lines.map(({ entry }) => entry));
    // A round may have been opened while the journal was read; the draft ends before it.
    return { ledger, entries: entries.filter(({ position }) => position <= head.position) };
  }
}

const drawn = async (
  entries: readonly JournalEntry[],
  format: RenderedFormat,
  questionId?: string,
): Promise<Buffer> =>
  (
    await renderJournal(
      entries,
      { version: programVersion, ...(questionId !== undefined && { questionId }) },
      [format],
    )
  )[format];

function formatNamed(format: string, known: readonly string[]): Format {
  if (!known.includes(format)) throw refusal('not-found', `there is no protocol as ${format.slice(0, 16)}`);
  return format as Format;
}

function download(bytes: Buffer, format: Format, name: string): StreamableFile {
  const fileName = `${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}.${format}`;
  return new StreamableFile(bytes, {
    type: contentTypes[format],
    disposition: `attachment; filename="protocol.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
}
