import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Session } from '@open-ballot/shared/rules/session';
import { SessionProjections } from '../desk/session-projections.ts';
import { lastSeatMove } from '../desk/seat-moves.ts';
import type { DeskCaller, Submission } from '../desk/submission.ts';
import type { Query } from '../journal/journal.ts';
import { isSecretaryOf, type Account } from '../sign-in/account.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';

/** Who sat where when the journal reached at least `through`. */
interface Seating {
  readonly through: number;
  /** Absent for a session there is not. */
  readonly session?: Pick<Session, 'contestId' | 'rehearsal'>;
  readonly seats: ReadonlyMap<string, string>;
}

/** Which account sits where. Asked with every command, so a session's seats are read once and kept until they move. */
@Injectable()
export class Seats {
  private readonly known = new Map<string, Promise<Seating>>();

  constructor(
    private readonly database: DataSource,
    private readonly projections: SessionProjections,
    notices: PeopleNotices,
  ) {
    notices.onChange(({ sessionId }) => {
      if (sessionId !== undefined) this.known.delete(sessionId);
    });
    projections.onNews(({ projection, entries }) => {
      if (lastSeatMove(entries) !== undefined) this.known.delete(projection.sessionId);
    });
  }

  /** Who is calling, as far as this session is concerned (rule 13). Nobody signed in: an observer. */
  async callerOf(account: Account | undefined, sessionId: string): Promise<DeskCaller> {
    return account ? callerIn(account, await this.of(sessionId)) : {};
  }

  /** The same for the desk, which asks anew where a seat has moved meanwhile. */
  async submitterOf(
    account: Account | undefined,
    sessionId: string,
  ): Promise<Pick<Submission, 'caller' | 'seatKnown'>> {
    if (!account) return { caller: {} };
    const seating = await this.of(sessionId);
    const anew = async (query: Query): Promise<DeskCaller> =>
      callerIn(account, { ...seating, seats: await readSeats(query, sessionId) });
    return { caller: callerIn(account, seating), seatKnown: { through: seating.through, anew } };
  }

  /** The seat of an account, if it has one in this session. */
  async seatOf(accountId: string, sessionId: string): Promise<string | undefined> {
    return (await this.of(sessionId)).seats.get(accountId);
  }

  /** The sessions in which an account has a seat that counts. */
  async sessionsOf({ accountId, rehearsalOnly }: Account): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ session_id: string }[]>(
      `SELECT session_id FROM session_seat
       JOIN session ON session.id = session_id JOIN contest ON contest.id = contest_id
       WHERE account_id = $1 AND (NOT $2 OR rehearsal_start IS NOT NULL)`,
      [accountId, rehearsalOnly],
    );
    return new Set(rows.map(({ session_id }) => session_id));
  }

  private of(sessionId: string): Promise<Seating> {
    let seating = this.known.get(sessionId);
    if (!seating) {
      seating = this.read(sessionId);
      this.known.set(sessionId, seating);
      // A failure is not worth remembering; whoever asked hears of it.
      seating.catch(() => this.known.delete(sessionId));
    }
    return seating;
  }

  private async read(sessionId: string): Promise<Seating> {
    const projection = await this.projections.of(sessionId);
    // Looked at before the seats are read, which are stored together with the facts: they are no older than this.
    const through = projection?.head.position ?? 0;
    const seats = await readSeats(
      (sql, parameters = []) => this.database.query(sql, [...parameters]),
      sessionId,
    );
    return { through, seats, ...(projection && { session: projection.session }) };
  }
}

async function readSeats(query: Query, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = (await query('SELECT member_id, account_id FROM session_seat WHERE session_id = $1', [
    sessionId,
  ])) as { member_id: string; account_id: string }[];
  return new Map(rows.map(({ account_id, member_id }) => [account_id, member_id]));
}

/** An account whose password everybody knows is somebody in rehearsals only. */
function callerIn(account: Account, { seats, session }: Seating): DeskCaller {
  const { accountId } = account;
  if (!session || (account.rehearsalOnly && !session.rehearsal)) return { accountId, signedIn: true };
  const memberId = seats.get(accountId);
  return {
    accountId,
    signedIn: true,
    ...(memberId !== undefined && { memberId }),
    ...(isSecretaryOf(account, session.contestId) && { secretaryId: accountId }),
  };
}
