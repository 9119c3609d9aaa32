import type { EntityManager } from 'typeorm';
import { type Account, isAdministrator } from './account.ts';

/**
 * Which contests somebody reads (rule 18.1): those they have a part in and public ones, as a condition in SQL on
 * `contest`. Its parameters are those of `readerOf`, from $1 on.
 */
export const isRead = `(
  $1 OR contest.public OR contest.id = ANY($2::uuid[])
  OR (NOT $4 OR contest.rehearsal_start IS NOT NULL) AND (
    EXISTS (SELECT FROM contest_member WHERE contest_id = contest.id AND account_id = $3)
    OR EXISTS (SELECT FROM session_seat JOIN session ON session.id = session_id
               WHERE session.contest_id = contest.id AND account_id = $3)))`;

/** An administrator has to find every contest, in order to say who its secretary is. */
export const readerOf = (account: Account): readonly unknown[] => [
  isAdministrator(account),
  account.secretaryOf,
  account.accountId,
  account.rehearsalOnly,
];

export async function readsContest(
  manager: EntityManager,
  account: Account,
  contestId: string,
): Promise<boolean> {
  const found = await manager.query<unknown[]>(`SELECT FROM contest WHERE id = $5 AND ${isRead}`, [
    ...readerOf(account),
    contestId,
  ]);
  return found.length > 0;
}
