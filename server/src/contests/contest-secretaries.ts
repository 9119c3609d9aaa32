import { Injectable } from '@nestjs/common';
import type { ContestSecretary } from '@open-ballot/shared/contract/accounts';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountRow } from '../sign-in/account.entity.ts';
import type { Account } from '../sign-in/account.ts';
import { Audit, type Deed } from '../sign-in/audit.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';
import { refusal } from '../http/problem.ts';
import { ContestSecretaryRow } from './contest-secretary.entity.ts';
import { mustTakePartInReal, rowOf } from './contests.service.ts';

/** Who is secretary of which contest, as administrators say (rule 18.1). */
@Injectable()
export class ContestSecretaries {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly notices: PeopleNotices,
  ) {}

  of(contestId: string): Promise<ContestSecretary[]> {
    return this.database.query<ContestSecretary[]>(
      `SELECT account_id AS "accountId", login, name FROM contest_secretary JOIN account ON account.id = account_id
       WHERE contest_id = $1 ORDER BY login`,
      [contestId],
    );
  }

  /** @throws {Problem} `not-found`, `not-allowed-by-rules` for who is no secretary, or of the demonstration. */
  async name(contestId: string, accountId: string, by: Account): Promise<void> {
    const { manager } = this.database;
    const contest = await rowOf(manager, contestId);
    const account = await manager.findOneBy(AccountRow, { id: accountId });
    if (!account) throw refusal('not-found', 'there is no such account');
    if (!account.roles.includes('secretary'))
      throw refusal('not-allowed-by-rules', 'the account does not have the role of a secretary');
    if (contest.rehearsalStart === null) mustTakePartInReal(account, 'accountId');
    await this.changed(
      { act: 'secretary-named', contestId, accountId, actorId: by.accountId },
      (transaction) =>
        transaction.upsert(ContestSecretaryRow, { contestId, accountId }, ['contestId', 'accountId']),
    );
  }

  async dismiss(contestId: string, accountId: string, by: Account): Promise<void> {
    await rowOf(this.database.manager, contestId);
    const deed = { act: 'secretary-dismissed', contestId, accountId, actorId: by.accountId } as const;
    await this.changed(deed, (transaction) =>
      transaction.delete(ContestSecretaryRow, { contestId, accountId }),
    );
  }

  private async changed(
    deed: Deed & { readonly accountId: string },
    change: (transaction: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    const { accountId } = deed;
    await this.database.transaction(async (transaction) => {
      await change(transaction);
      await this.audit.record([deed], transaction);
      await this.notices.announce({ accountId }, transaction);
    });
    await this.notices.hear({ accountId });
  }
}
