import type { ContestMember, ContestNomination, ContestSummary } from '@open-ballot/shared/contract/http';
import type { Nominee } from '@open-ballot/shared/rules/session';
import type { ContestMemberRow } from './contest-member.entity.ts';
import type { ContestRow } from './contest.entity.ts';
import type { NominationRow } from './nomination.entity.ts';
import type { NomineeRow } from './nominee.entity.ts';

export const summaryOf = (
  row: Pick<ContestRow, 'id' | 'title' | 'deadline' | 'rehearsalStart' | 'public'>,
): ContestSummary => ({
  contestId: row.id,
  title: row.title,
  deadline: row.deadline.toISOString(),
  rehearsal: row.rehearsalStart !== null,
  public: row.public,
});

export const nominationOf = (
  { id, title, category }: NominationRow,
  nominees: readonly NomineeRow[],
): ContestNomination => ({
  nominationId: id,
  title,
  ...(category !== null && { category }),
  nominees: nominees.map(nomineeOf),
});

const nomineeOf = (row: NomineeRow): Nominee => ({
  nomineeId: row.nomineeId,
  name: row.name,
  ...(row.entrantId !== null && { entrantId: row.entrantId }),
  ...(row.region !== null && { region: row.region }),
  ...(row.organisation !== null && { organisation: row.organisation }),
  ...(row.appliedAt !== null && { appliedAt: row.appliedAt.toISOString() }),
  ...(row.priorScore !== null && { priorScore: row.priorScore }),
  ...(row.materials !== null && { materials: row.materials }),
});

export const memberOf = (
  { memberId, name, post, body, role, votes, email, accountId }: ContestMemberRow,
  /** Logins by account, for a secretary: others see neither them nor addresses. */
  logins: ReadonlyMap<string, string> | undefined,
): ContestMember => {
  const accountLogin = logins?.get(accountId ?? '');
  return {
    memberId,
    name,
    post,
    body,
    role,
    votes,
    ...(accountLogin !== undefined && { accountLogin }),
    ...(logins && email !== null && { email }),
  };
};
