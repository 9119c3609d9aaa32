import { fault } from '@open-ballot/shared/rules/fault';
import type { EntityManager } from 'typeorm';
import { normalLogin } from '../sign-in/account.ts';
import { invalid } from '../http/problem.ts';

/** A member of a contest who is to be given an account. */
export interface AccountSeeker {
  readonly contestId: string;
  /** Undefined for a member who is not stored yet. */
  readonly memberId?: string;
  readonly name: string;
}

interface FoundAccount {
  readonly id: string;
  readonly name: string;
  readonly isOfficer: boolean;
  /** Everybody knows its password, and the contest is no rehearsal. */
  readonly isKnown: boolean;
  readonly isUsed: boolean;
}

/**
 * The account of a login, for a member to sign in with.
 *
 * One that may be somebody else's – of another name, of an officer, or used by another member here or elsewhere – is
 * taken only where `accountName` says whose it is, so that nobody comes in as another by a coincidence of spelling.
 *
 * @throws {Problem} `invalid` at `accountLogin`.
 */
export async function accountFor(
  manager: EntityManager,
  login: string,
  { contestId, memberId, name }: AccountSeeker,
  accountName?: string | null,
): Promise<string> {
  const [account] = await manager.query<FoundAccount[]>(
    `SELECT id, name, roles && '{administrator,secretary}' AS "isOfficer",
            rehearsal_only AND EXISTS (SELECT FROM contest WHERE id = $2 AND rehearsal_start IS NULL) AS "isKnown",
            EXISTS (SELECT FROM contest_member
                    WHERE account_id = account.id AND (contest_id, member_id) IS DISTINCT FROM ($2::uuid, $3::text))
            OR EXISTS (SELECT FROM session_seat JOIN session ON session.id = session_id
                       WHERE account_id = account.id AND contest_id <> $2) AS "isUsed"
     FROM account WHERE login = $1`,
    [normalLogin(login), contestId, memberId ?? ''],
  );
  if (!account) throw invalid(fault('accountLogin', 'login-unknown'));
  if (account.isKnown) throw invalid(fault('accountLogin', 'known-password'));
  if (!mayTake(account, name, accountName))
    throw invalid(fault('accountLogin', 'login-of-another', { name: account.name }));
  return account.id;
}

/** An account that a table names by its login. */
export interface NamedAccount extends FoundAccount {
  readonly login: string;
}

/** The accounts of logins; `isUsed` says whether somebody in another contest signs in there. */
export const accountsOf = (
  manager: EntityManager,
  logins: readonly string[],
  contestId: string,
): Promise<NamedAccount[]> =>
  manager.query<NamedAccount[]>(
    `SELECT id, login, name, roles && '{administrator,secretary}' AS "isOfficer",
            rehearsal_only AND EXISTS (SELECT FROM contest WHERE id = $2 AND rehearsal_start IS NULL) AS "isKnown",
            EXISTS (SELECT FROM contest_member WHERE account_id = account.id AND contest_id <> $2)
            OR EXISTS (SELECT FROM session_seat JOIN session ON session.id = session_id
                       WHERE account_id = account.id AND contest_id <> $2) AS "isUsed"
     FROM account WHERE login = ANY($1)`,
    [logins.map(normalLogin), contestId],
  );

/** Whether an account may be taken by a person of this name, for whom it is said to be of `accountName`. */
export const mayTake = (account: FoundAccount, name: string, accountName?: string | null): boolean =>
  (samePerson(account.name, name) && !account.isOfficer && !account.isUsed) ||
  samePerson(account.name, accountName ?? '');

/** Whether two spellings are one name: letter case, spaces and ё say nothing about who it is. */
export const samePerson = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string =>
  name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');
