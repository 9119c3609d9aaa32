import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusal } from '../http/problem.ts';
import { CurrentAccount } from '../sign-in/access.ts';
import type { Account } from '../sign-in/account.ts';
import { archiveOf, safeName, type ArchivedFile } from './archive.ts';
import { ProtocolsService, signatureKey, type Kept } from './protocols.service.ts';
import { renderedFormats, type RenderedFormat } from './rendering.ts';

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
  constructor(private readonly protocols: ProtocolsService) {}

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
    const formats = wanted === 'zip' ? renderedFormats : [wanted];
    const { session, recordedAt, files } = await this.protocols.draft(sessionId, account, formats);
    const name = `protocol-${session.number}-draft`;
    if (wanted !== 'zip') return download(files[wanted], wanted, name);
    const named = renderedFormats.map((each) => ({ name: fileNameOf(name, each), bytes: files[each] }));
    return archive(named, name, recordedAt);
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
    const { session, files } = await this.protocols.extract(sessionId, questionId, account, wanted);
    const number = session.questions.findIndex((each) => each.questionId === questionId) + 1;
    return download(files[wanted], wanted, `extract-${session.number}-${number}`);
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
    const kept = await this.protocols.issued(sessionId, version, account, wanted);
    const name = `protocol-${kept.session.number}-${version}`;
    if (wanted === 'zip') return archive(archived(kept, name), name, kept.protocol.issuedAt);
    const bytes = kept.bytes.get(wanted);
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
    const key = signatureKey(sha256);
    const { protocol, bytes } = await this.protocols.issued(sessionId, version, account, key);
    const attached = protocol.attachments.find((each) => each.sha256 === sha256);
    const file = bytes.get(key);
    if (!attached || !file) throw refusal('not-found', 'there is no such signature');
    return attachment(file, 'application/octet-stream', 'signature.sig', safeName(attached.fileName));
  }
}

/** What is kept of an issued version, under the digests that the journal recorded. */
function archived({ protocol: { files, attachments }, bytes: kept }: Kept, name: string): ArchivedFile[] {
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
