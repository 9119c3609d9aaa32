import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { standingProtocol } from '@open-ballot/shared/protocol/standing';
import { openRounds, type IssuedProtocol } from '@open-ballot/shared/rules/session';
import { DataSource } from 'typeorm';
import type { SessionProjection } from '../desk/session-projection.ts';
import { programVersion } from '../http/program-version.ts';
import { refusal } from '../http/problem.ts';
import { Journal } from '../journal/journal.ts';
import { archiveOf, safeName, type ArchivedFile } from '../protocol/archive.ts';
import { renderJournal } from '../protocol/render-in-worker.ts';
import { renderedFormats, type RenderedFormat } from '../protocol/rendering.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { SessionsService } from './sessions.service.ts';

const contentTypes: Readonly<Record<RenderedFormat | 'zip', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
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
    const wanted = formatNamed(format, [...renderedFormats, 'zip']);
    const { session, head } = (await this.readable(sessionId, account)).projection;
    // A round may be opened while the journal is read; the draft ends before it.
    const journal = await this.journal.exported(sessionId, head.position);
    const name = `protocol-${session.number}-draft`;
    const options = { version: programVersion };
    if (wanted !== 'zip')
      return download((await renderJournal(journal, options, [wanted]))[wanted], wanted, name);
    // All drawn of the same entries, so that what lies in one archive tells the same.
    const files = await renderJournal(journal, options, renderedFormats);
    const named = renderedFormats.map((each) => ({ name: fileNameOf(name, each), bytes: files[each] }));
    return archive(named, name, head.recordedAt);
  }

  @Get('questions/:questionId/extract.:format')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'format', enum: ['docx', 'pdf'] })
  @ApiOperation({
    summary:
      'The extract of one question, of the issued protocol where there is one, for officers and the roll',
  })
  async extract(
    @Param('sessionId') sessionId: string,
    @Param('questionId') questionId: string,
    @Param('format') format: string,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const wanted = formatNamed(format, ['docx', 'pdf']);
    const { session, head } = (await this.readable(sessionId, account)).projection;
    const number = session.questions.findIndex((each) => each.questionId === questionId) + 1;
    if (number === 0) throw refusal('not-found', 'there is no such question');
    const issued = standingProtocol(session);
    const journal = await this.journal.exported(sessionId, issued?.throughPosition ?? head.position);
    const options = { version: programVersion, questionId, ...(issued && { issued }) };
    const drawn = await renderJournal(journal, options, [wanted]);
    return download(drawn[wanted], wanted, `extract-${session.number}-${number}`);
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
    const wanted = formatNamed(format, [...renderedFormats, 'zip']);
    const { projection } = await this.onTheRoll(sessionId, account);
    const protocol = issuedVersion(projection, version);
    const name = `protocol-${projection.session.number}-${version}`;
    const kept = await this.kept(sessionId, protocol.version, wanted);
    if (wanted === 'zip') return archive(archived(protocol, kept, name), name, protocol.issuedAt);
    const bytes = kept.get(wanted);
    if (!bytes) throw refusal('not-found', 'there is no such protocol');
    return download(bytes, wanted, name);
  }

  @Get('protocols/:version/signatures/:sha256')
  @ApiOperation({ summary: 'A signature file attached to an issued protocol, as it was attached' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async signature(
    @Param('sessionId') sessionId: string,
    @Param('version') version: string,
    @Param('sha256') sha256: string,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const { projection } = await this.onTheRoll(sessionId, account);
    const protocol = issuedVersion(projection, version);
    const attached = protocol.attachments.find((each) => each.sha256 === sha256);
    if (!attached) throw refusal('not-found', 'there is no such signature');
    const key = signatureKey(sha256);
    const bytes = (await this.kept(sessionId, protocol.version, key)).get(key);
    if (!bytes) throw refusal('not-found', 'there is no such signature');
    return attachment(bytes, 'application/octet-stream', 'signature.sig', safeName(attached.fileName));
  }

  /** The frozen bytes of one format, or with `zip` of everything kept of a version. */
  private async kept(sessionId: string, version: number, format: string): Promise<Map<string, Buffer>> {
    const rows = await this.database.query<{ format: string; bytes: Buffer }[]>(
      `SELECT format, bytes FROM protocol_file
       WHERE session_id = $1 AND version = $2 AND ($3 = 'zip' OR format = $3)`,
      [sessionId, version, format],
    );
    return new Map(rows.map((row) => [row.format, row.bytes]));
  }

  private async onTheRoll(
    sessionId: string,
    account: Account,
  ): Promise<{ readonly projection: SessionProjection }> {
    const { projection, caller } = await this.sessions.view(sessionId, account);
    if (caller.memberId === undefined && caller.secretaryId === undefined) {
      throw refusal('forbidden', 'the protocol is for officers and the roll');
    }
    return { projection };
  }

  /** A session whose votes may be told. No document while choices are hidden: it would tell them. */
  private async readable(
    sessionId: string,
    account: Account,
  ): Promise<{ readonly projection: SessionProjection }> {
    const { projection } = await this.onTheRoll(sessionId, account);
    const { session } = projection;
    if (session.status === 'convened')
      throw refusal('session-not-open', 'a protocol begins with the opening');
    if (session.ruleSet.visibility !== 'names' && openRounds(session).length > 0) {
      throw refusal('round-open', 'no draft while a round with hidden parts is open');
    }
    return { projection };
  }
}

function issuedVersion({ session }: SessionProjection, version: string): IssuedProtocol {
  const protocol = session.protocols.find((each) => String(each.version) === version);
  if (!protocol) throw refusal('not-found', 'there is no such protocol');
  return protocol;
}

const signatureKey = (sha256: string): string => `signature:${sha256}`;

/** What is kept of an issued version, under the digests that the journal recorded. */
function archived(
  { files, attachments }: IssuedProtocol,
  kept: ReadonlyMap<string, Buffer>,
  name: string,
): ArchivedFile[] {
  const recorded = [
    ...Object.entries(files).map(([format, sha256]) => ({
      key: format,
      name: fileNameOf(name, format),
      sha256,
    })),
    ...attachments.map(({ fileName, sha256 }) => ({ key: signatureKey(sha256), name: fileName, sha256 })),
  ];
  return recorded.flatMap(({ key, ...file }) => {
    const bytes = kept.get(key);
    return bytes ? [{ ...file, bytes }] : [];
  });
}

function formatNamed<Known extends string>(format: string, known: readonly Known[]): Known {
  const wanted = known.find((each) => each === format);
  if (!wanted) throw refusal('not-found', `there is no protocol as ${format.slice(0, 16)}`);
  return wanted;
}

const fileNameOf = (name: string, format: string): string =>
  `${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}.${format}`;

const archive = async (
  files: readonly ArchivedFile[],
  name: string,
  modifiedAt: string,
): Promise<StreamableFile> => download(await archiveOf(files, modifiedAt), 'zip', name);

const download = (bytes: Buffer, format: RenderedFormat | 'zip', name: string): StreamableFile =>
  attachment(bytes, contentTypes[format], `protocol.${format}`, fileNameOf(name, format));

/** `asciiName` is for whatever cannot read the true one. */
const attachment = (bytes: Buffer, type: string, asciiName: string, fileName: string): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
