import { Injectable } from '@nestjs/common';
import type { IssuedFile } from '@open-ballot/shared/contract/http';
import type { IssuedProtocol, Session } from '@open-ballot/shared/rules/session';
import { DataSource } from 'typeorm';
import { SessionProjections } from '../desk/session-projections.ts';
import { Problem } from '../http/problem.ts';
import { BrokenChain } from '../journal/broken-chain.ts';
import { isSecretaryOf, type Account } from '../sign-in/account.ts';
import { Seats } from '../sessions/seats.ts';
import { SessionsService } from '../sessions/sessions.service.ts';

/** A session that keeps a file with the digest in question. */
interface KeepingRow {
  readonly id: string;
  readonly contestId: string;
  readonly public: boolean;
  readonly onlyAsRollCall: boolean;
}

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
    private readonly projections: SessionProjections,
    private readonly sessions: SessionsService,
    private readonly seats: Seats,
  ) {}

  /**
   * Every issued file with this digest, in lower-case hex; the order of sessions is that of their convening.
   *
   * @throws {Problem} `journal-broken` where only a session keeps it whose journal does not hold: then nobody can
   *   say that it was issued, and "none" would be false.
   */
  async withDigest(sha256: string, account: Account | undefined): Promise<IssuedFile[]> {
    const rows = await this.database.query<KeepingRow[]>(
      `SELECT session.id, contest_id AS "contestId", public, bool_and(format = 'csv') AS "onlyAsRollCall"
       FROM session JOIN protocol_file ON session_id = session.id
       WHERE sha256 = $1 GROUP BY session.id ORDER BY session.created_at, session.id`,
      [sha256],
    );
    const answers = await Promise.all(rows.map((row) => this.inSession(row, sha256, account)));
    const found = answers.flatMap((answer) => (answer === 'broken' ? [] : answer));
    if (found.length === 0 && answers.includes('broken')) throw unconfirmed();
    return found;
  }

  private async inSession(
    row: KeepingRow,
    sha256: string,
    account: Account | undefined,
  ): Promise<IssuedFile[] | 'broken'> {
    try {
      const projection = await this.projections.upToDate(row.id);
      if (!projection) return [];
      const mayLook = (await this.sessions.viewerOf(projection, account)) !== undefined;
      return filesOf(projection.session, sha256).filter((file) => mayLook || !isGuessable(file));
    } catch (error) {
      if (!(error instanceof BrokenChain)) throw error;
      return !row.onlyAsRollCall || (await this.mayLookAtBroken(row, account)) ? 'broken' : [];
    }
  }

  /** As `viewerOf`, by what is stored beside the journal. */
  private async mayLookAtBroken(row: KeepingRow, account: Account | undefined): Promise<boolean> {
    if (row.public || isSecretaryOf(account, row.contestId)) return true;
    return account !== undefined && (await this.seats.sessionsOf(account)).has(row.id);
  }
}

const unconfirmed = (): Problem =>
  new Problem(
    409,
    'journal-broken',
    'the journal of the session that keeps this file does not hold, so nobody can say that it was issued',
  );

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
