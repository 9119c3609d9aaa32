import { Injectable } from '@nestjs/common';
import type { IssuedFile } from '@open-ballot/shared/contract/http';
import type { IssuedProtocol, Session } from '@open-ballot/shared/rules/session';
import { DataSource } from 'typeorm';
import type { Account } from '../sign-in/account.ts';
import { Ledgers } from '../desk/ledgers.ts';
import { SessionsService } from './sessions.service.ts';

/**
 * Recognises issued files by their digest, for anybody.
 *
 * That may be public: whoever holds a file knows its digest, a digest cannot be guessed, and the answer says less
 * than the file does: neither who voted nor who signed. The one exception is the roll call as CSV. It is so short
 * that its digest can be found by trying every vote, and two sessions may have the same one; so it is recognised
 * only for whoever may look at the session.
 */
@Injectable()
export class IssuedFilesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledgers: Ledgers,
    private readonly sessions: SessionsService,
  ) {}

  /** Every issued file with this digest, in lower-case hex; the order of sessions is that of their convening. */
  async withDigest(sha256: string, account: Account | undefined): Promise<IssuedFile[]> {
    const rows = await this.database.query<{ readonly id: string }[]>(
      `SELECT id FROM session
       WHERE id IN (SELECT session_id FROM protocol_file WHERE sha256 = $1) ORDER BY created_at, id`,
      [sha256],
    );
    const found = await Promise.all(rows.map(({ id }) => this.inSession(id, sha256, account)));
    return found.flat();
  }

  private async inSession(
    sessionId: string,
    sha256: string,
    account: Account | undefined,
  ): Promise<IssuedFile[]> {
    const ledger = await this.ledgers.upToDate(sessionId);
    if (!ledger) return [];
    const mayLook = (await this.sessions.viewerOf(ledger, account)) !== undefined;
    return filesOf(ledger.session, sha256).filter((file) => mayLook || !isGuessable(file));
  }
}

const isGuessable = (file: IssuedFile): boolean => file.kind === 'protocol' && file.format === 'csv';

const filesOf = (
  { sessionId, number, contestTitle, date, timeZone, rehearsal, protocols }: Session,
  sha256: string,
) =>
  protocols.flatMap((protocol) =>
    kindsOf(protocol, sha256).map((kind): IssuedFile => ({
      sessionId,
      number,
      contestTitle,
      date,
      timeZone,
      rehearsal,
      version: protocol.version,
      latestVersion: protocols.at(-1)!.version,
      issuedAt: protocol.issuedAt,
      ...kind,
    })),
  );

type Kind = { readonly kind: 'protocol'; readonly format: string } | { readonly kind: 'signature' };

/** What was recorded of one version under a digest. One signature may have been attached twice. */
function kindsOf({ files, attachments }: IssuedProtocol, sha256: string): Kind[] {
  const formats = Object.keys(files).filter((format) => files[format] === sha256);
  const isSignature = attachments.some((attachment) => attachment.sha256 === sha256);
  return [
    ...formats.map((format): Kind => ({ kind: 'protocol', format })),
    ...(isSignature ? [{ kind: 'signature' } as const] : []),
  ];
}
