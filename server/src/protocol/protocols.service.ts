import { Injectable } from '@nestjs/common';
import { standingProtocol } from '@open-ballot/shared/protocol/standing';
import type { IssuedProtocol, Session } from '@open-ballot/shared/rules/session';
import { refusesDraft } from '@open-ballot/shared/rules/showing/draft';
import { DataSource } from 'typeorm';
import type { SessionProjection } from '../desk/session-projection.ts';
import { refusal } from '../http/problem.ts';
import { programVersion } from '../http/program-version.ts';
import { Journal } from '../journal/journal.ts';
import type { Account } from '../sign-in/account.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { renderJournal } from './render-in-worker.ts';
import type { RenderedFormat } from './rendering.ts';

type Files<Format extends RenderedFormat> = Readonly<Record<Format, Buffer>>;

/** A document drawn now. */
export interface Drawn<Format extends RenderedFormat> {
  readonly session: Session;
  readonly recordedAt: string;
  readonly files: Files<Format>;
}

/** An issued version, and the bytes that are kept of it by format. */
export interface Kept {
  readonly session: Session;
  readonly protocol: IssuedProtocol;
  readonly bytes: ReadonlyMap<string, Buffer>;
}

/** The kind under which a signature file is kept beside the formats of its version. */
export const signatureKey = (sha256: string): string => `signature:${sha256}`;

/** The documents of a session, for its officers and its roll. */
@Injectable()
export class ProtocolsService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly journal: Journal,
    private readonly database: DataSource,
  ) {}

  /** Every format is drawn of the same entries. @throws {Problem} where the account or the rules do not let it. */
  async draft<Format extends RenderedFormat>(
    sessionId: string,
    account: Account,
    formats: readonly Format[],
  ): Promise<Drawn<Format>> {
    const { session, head } = await this.draftable(sessionId, account);
    // A round may be opened while the journal is read; the draft ends before it.
    const journal = await this.journal.exported(sessionId, head.position);
    const files = await renderJournal(journal, { version: programVersion }, formats);
    return { session, recordedAt: head.recordedAt, files };
  }

  /** Of the issued protocol where one tells the whole session. @throws {Problem} as a draft, and `not-found`. */
  async extract<Format extends RenderedFormat>(
    sessionId: string,
    questionId: string,
    account: Account,
    format: Format,
  ): Promise<Drawn<Format>> {
    const { session, head } = await this.draftable(sessionId, account);
    if (!session.questions.some((each) => each.questionId === questionId))
      throw refusal('not-found', 'there is no such question');
    const issued = standingProtocol(session);
    const journal = await this.journal.exported(sessionId, issued?.throughPosition ?? head.position);
    const options = { version: programVersion, questionId, ...(issued && { issued }) };
    return {
      session,
      recordedAt: head.recordedAt,
      files: await renderJournal(journal, options, [format]),
    };
  }

  /**
   * What is kept of an issued version under `format`, or with `zip` everything.
   * @throws {Problem} `not-found`, `forbidden`.
   */
  async issued(sessionId: string, version: string, account: Account, format: string): Promise<Kept> {
    const { session } = await this.onTheRoll(sessionId, account);
    const protocol = session.protocols.find((each) => String(each.version) === version);
    if (!protocol) throw refusal('not-found', 'there is no such protocol');
    const rows = await this.database.query<{ format: string; bytes: Buffer }[]>(
      `SELECT format, bytes FROM protocol_file
       WHERE session_id = $1 AND version = $2 AND ($3 = 'zip' OR format = $3)`,
      [sessionId, protocol.version, format],
    );
    return { session, protocol, bytes: new Map(rows.map((row) => [row.format, row.bytes])) };
  }

  private async onTheRoll(sessionId: string, account: Account): Promise<SessionProjection> {
    const { projection, caller } = await this.sessions.view(sessionId, account);
    if (caller.memberId === undefined && caller.secretaryId === undefined)
      throw refusal('forbidden', 'the protocol is for officers and the roll');
    return projection;
  }

  private async draftable(sessionId: string, account: Account): Promise<SessionProjection> {
    const projection = await this.onTheRoll(sessionId, account);
    const refused = refusesDraft(projection.session);
    if (refused) throw refusal(refused.code, refused.detail);
    return projection;
  }
}
