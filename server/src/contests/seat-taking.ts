import { Injectable } from '@nestjs/common';
import { isOver, type Session } from '@open-ballot/shared/rules/session';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../sign-in/account.ts';
import { Audit } from '../sign-in/audit.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';
import { SessionProjections } from '../desk/session-projections.ts';
import { samePerson } from './member-account.ts';
import { isTheirs, type WayIn, waysIn } from './ways-in.ts';

/** Lets accounts that came after a session was convened reach its seats. */
@Injectable()
export class SeatTaking {
  constructor(
    private readonly database: DataSource,
    private readonly projections: SessionProjections,
    private readonly audit: Audit,
    private readonly notices: PeopleNotices,
  ) {}

  /**
   * Does `work` on the members of a contest; with it, those who have an account by then take the seats that nobody
   * has: of the same id and name, in the sessions of the contest that are not over.
   */
  async taking<Result>(
    by: Account,
    contestId: string,
    work: (transaction: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    // Read before: a transaction that waits for a journal would keep its connection from others.
    const sessions = await this.sessionsOf(contestId);
    const { result, taken } = await this.database.transaction(async (transaction) => {
      const result = await work(transaction);
      const ways = (await waysIn(transaction, contestId, by)).filter(isTheirs);
      const taken: { readonly sessionId: string }[] = [];
      for (const session of sessions) {
        if (await this.take(transaction, session, ways, by)) {
          await this.notices.announce({ sessionId: session.sessionId }, transaction);
          taken.push({ sessionId: session.sessionId });
        }
      }
      return { result, taken };
    });
    await this.notices.hear(...taken);
    return result;
  }

  private async sessionsOf(contestId: string): Promise<readonly Session[]> {
    const rows = await this.database.query<{ id: string }[]>('SELECT id FROM session WHERE contest_id = $1', [
      contestId,
    ]);
    const sessions: Session[] = [];
    for (const { id } of rows) {
      // A journal that does not hold seats nobody; whoever opens its session is told.
      const projection = await this.projections.upToDate(id).catch(() => undefined);
      if (projection && !isOver(projection.session)) sessions.push(projection.session);
    }
    return sessions;
  }

  private async take(
    transaction: EntityManager,
    { sessionId, contestId, roll }: Session,
    ways: readonly WayIn[],
    by: Account,
  ): Promise<boolean> {
    const seats = ways.filter(({ memberId, name }) =>
      roll.some((seat) => seat.memberId === memberId && !seat.substitute && samePerson(seat.name, name)),
    );
    if (seats.length === 0) return false;
    const taken = await transaction.query<{ memberId: string; accountId: string }[]>(
      `INSERT INTO session_seat (session_id, member_id, account_id)
       SELECT $1, * FROM unnest($2::text[], $3::uuid[])
       ON CONFLICT DO NOTHING RETURNING member_id AS "memberId", account_id AS "accountId"`,
      [sessionId, seats.map(({ memberId }) => memberId), seats.map(({ accountId }) => accountId)],
    );
    await this.audit.record(
      taken.map(({ accountId, memberId }) => ({
        act: 'seat-taken',
        actorId: by.accountId,
        accountId,
        contestId,
        details: { sessionId, memberId },
      })),
      transaction,
    );
    return taken.length > 0;
  }
}
