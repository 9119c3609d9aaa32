import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fault, type FieldError } from '@open-ballot/shared/rules/fault';
import type { Query } from '../journal/journal.ts';
import { normalLogin } from '../sign-in/account.ts';

/** A seat with the login of whoever sits in it, if they sign in at all. */
export interface NamedSeat {
  readonly memberId: string;
  readonly accountLogin?: string;
}

/** A seat and the account of whoever sits in it. */
export interface TakenSeat {
  readonly memberId: string;
  readonly accountId: string;
}

interface FoundAccount {
  readonly id: string;
  /** Everybody knows its password: it has no part in what is no rehearsal. */
  readonly rehearsalOnly: boolean;
}

/** Finds the people behind the logins of a roll, and stores where they sit. */
@Injectable()
export class SeatAccounts {
  constructor(private readonly database: DataSource) {}

  /**
   * The accounts that a roll names. A login nobody has, one in two seats, or one of the demonstration where the session
   * is no rehearsal, is a fault of its field.
   */
  async of(
    roll: readonly NamedSeat[],
    session: { readonly rehearsal: boolean },
    path = 'roll',
  ): Promise<{ readonly seats: TakenSeat[]; readonly faults: FieldError[] }> {
    const accounts = await this.byLogin(roll.flatMap(({ accountLogin }) => accountLogin ?? []));
    const seats: TakenSeat[] = [];
    const faults: FieldError[] = [];
    const sitting = new Set<string>();
    for (const [at, { memberId, accountLogin }] of roll.entries()) {
      if (accountLogin === undefined) continue;
      const account = accounts.get(normalLogin(accountLogin));
      const faulty = (code: 'login-unknown' | 'seat-taken' | 'known-password') =>
        faults.push(fault(`${path}.${at}.accountLogin`, code));
      if (!account) faulty('login-unknown');
      else if (sitting.has(account.id)) faulty('seat-taken');
      else if (account.rehearsalOnly && !session.rehearsal) faulty('known-password');
      else {
        sitting.add(account.id);
        seats.push({ memberId, accountId: account.id });
      }
    }
    return { seats, faults };
  }

  /** Accounts by normal login. */
  async byLogin(logins: readonly string[]): Promise<ReadonlyMap<string, FoundAccount>> {
    if (logins.length === 0) return new Map();
    const rows = await this.database.query<(FoundAccount & { login: string })[]>(
      'SELECT id, login, rehearsal_only AS "rehearsalOnly" FROM account WHERE login = ANY($1)',
      [logins.map(normalLogin)],
    );
    return new Map(rows.map(({ login, ...account }) => [login, account]));
  }
}

/** Puts people into seats, in place of whoever sat there. */
export async function seat(query: Query, sessionId: string, seats: readonly TakenSeat[]): Promise<void> {
  await query(
    `INSERT INTO session_seat (session_id, member_id, account_id)
     SELECT $1, * FROM unnest($2::text[], $3::uuid[])
     ON CONFLICT (session_id, member_id) DO UPDATE SET account_id = excluded.account_id`,
    [sessionId, seats.map(({ memberId }) => memberId), seats.map(({ accountId }) => accountId)],
  );
}
