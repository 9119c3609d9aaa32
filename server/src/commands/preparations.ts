import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Invalid } from '@open-ballot/shared/contract/receipt';
import type { CommandType } from '@open-ballot/shared/rules/commands';
import { fault } from '@open-ballot/shared/rules/fault';
import { refuseFields, type Refused } from '@open-ballot/shared/rules/refusal';
import { DataSource } from 'typeorm';
import type { SessionProjection } from '../desk/session-projection.ts';
import type { Submission } from '../desk/submission.ts';
import { SeatAccounts, seat } from '../sessions/seat-accounts.ts';
import { Seats } from '../sessions/seats.ts';
import { normalLogin } from '../sign-in/account.ts';
import type { AmendmentDto } from './amendment.dto.ts';
import type { AppointSubstituteDto, AttachSignatureDto, CommandDto } from './commands.dto.ts';
import { invalid } from '../shapes/rejection.ts';
import { ProtocolIssue } from './protocol-issue.ts';

const prepared: ReadonlySet<CommandType> = new Set([
  'appoint-substitute',
  'amend-session',
  'cancel-session',
  'attach-signature',
  'issue-protocol',
]);

/** What a submission needs beyond its command: files, digests, people found by their login. */
export type Prepared = Pick<Submission, 'issued' | 'attachmentSha256' | 'alongside'>;

/**
 * The few commands that touch more than the journal. What they store beside it is stored in the
 * same transaction; what can be refused here is refused in the rules' own words.
 */
@Injectable()
export class Preparations {
  constructor(
    private readonly database: DataSource,
    private readonly seats: Seats,
    private readonly accounts: SeatAccounts,
    private readonly protocol: ProtocolIssue,
  ) {}

  has(type: CommandType): boolean {
    return prepared.has(type);
  }

  async for(dto: CommandDto, projection: SessionProjection): Promise<Prepared | Refused | Invalid> {
    switch (dto.type) {
      case 'appoint-substitute':
        return this.substitute(dto, projection);
      case 'amend-session':
        return this.amendment(dto.changes, projection);
      case 'cancel-session':
        return cancellation(projection.sessionId);
      case 'attach-signature':
        return attachment(dto, projection.sessionId);
      case 'issue-protocol':
        return this.protocol.prepare(projection, dto.reason);
      default:
        return {};
    }
  }

  private async substitute(
    { memberId, accountLogin }: AppointSubstituteDto,
    { sessionId, session }: SessionProjection,
  ): Promise<Prepared | Refused> {
    const account = (await this.accounts.byLogin([accountLogin])).get(normalLogin(accountLogin));
    if (!account) return refuseFields('not-found', fault('accountLogin', 'login-unknown'));
    if (account.rehearsalOnly && !session.rehearsal) {
      return refuseFields('not-allowed-by-rules', fault('accountLogin', 'known-password'));
    }
    const accountId = account.id;
    if (await this.seats.seatOf(accountId, sessionId)) {
      return refuseFields('not-allowed-by-rules', fault('accountLogin', 'seat-taken'));
    }
    return { alongside: (query) => seat(query, sessionId, [{ memberId, accountId }]) };
  }

  private async amendment(
    changes: AmendmentDto,
    { sessionId, session }: SessionProjection,
  ): Promise<Prepared | Invalid> {
    const found = await this.accounts.of(changes.roll ?? [], session, 'changes.roll');
    const faults = [...found.faults];
    const { number, public: isPublic } = changes;
    if (number !== undefined && (await this.numberIsTaken(session.contestId, number, sessionId))) {
      faults.push(fault('changes.number', 'number-taken'));
    }
    if (faults.length > 0) return invalid(faults);
    return {
      alongside: async (query) => {
        await query(
          'UPDATE session SET number = coalesce($2, number), public = coalesce($3, public) WHERE id = $1',
          [sessionId, number ?? null, isPublic ?? null],
        );
        if (!changes.roll) return;
        const kept = changes.roll.map(({ memberId }) => memberId);
        const named = found.seats.map(({ memberId }) => memberId);
        // Who left the roll, or is named anew, gives the seat up; who is not named stays where they sit.
        await query(
          'DELETE FROM session_seat WHERE session_id = $1 AND (member_id <> ALL($2::text[]) OR member_id = ANY($3::text[]))',
          [sessionId, kept, named],
        );
        await seat(query, sessionId, found.seats);
      },
    };
  }

  private async numberIsTaken(contestId: string, number: string, sessionId: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT 1 FROM session WHERE contest_id = $1 AND number = $2 AND id <> $3 AND NOT cancelled',
      [contestId, number, sessionId],
    );
    return rows.length > 0;
  }
}

/** The number of a cancelled session is free again (rule 1.6). */
const cancellation = (sessionId: string): Prepared => ({
  alongside: async (query) => {
    await query('UPDATE session SET cancelled = true WHERE id = $1', [sessionId]);
  },
});

/** The bytes of a signature made elsewhere are kept beside the frozen files of the protocol. */
function attachment({ base64, version }: AttachSignatureDto, sessionId: string): Prepared {
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    attachmentSha256: sha256,
    alongside: async (query) => {
      await query(
        `INSERT INTO protocol_file (session_id, version, format, bytes, sha256) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [sessionId, version, `signature:${sha256}`, bytes, sha256],
      );
    },
  };
}
