import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { violates } from '../database/unique-violation.ts';
import { invalid, refusal } from '../http/problem.ts';
import { normalLogin } from '../accounts/account.ts';
import { AccountsService } from '../accounts/accounts.service.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { lockedRowOf } from './contests.service.ts';
import type { MemberChangesDto, NewMemberDto } from './member.dto.ts';

/** As many as a roll has seats (rules, "Bounds"). */
export const membersAtMost = 2_500;

/** The commission as the contest keeps it, before any session. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws {Problem} `not-found`, `too-large`, `invalid` for an id that is taken or a login nobody has. */
  add(contestId: string, member: NewMemberDto): Promise<{ readonly memberId: string }> {
    const { name, post, body, role, votes } = member;
    const memberId = member.memberId ?? randomUUID();
    return this.database.transaction(async (transaction) => {
      await lockedRowOf(transaction, contestId);
      const count = await transaction.countBy(ContestMemberRow, { contestId });
      if (count >= membersAtMost)
        throw refusal('too-large', `a commission has at most ${membersAtMost} members`);
      const last = (await transaction.maximum(ContestMemberRow, 'ordinal', { contestId })) ?? 0;
      const accountId = await this.accountOf(member.accountLogin ?? null, transaction);
      try {
        await transaction.insert(ContestMemberRow, {
          contestId,
          memberId,
          ordinal: last + 1,
          name,
          post,
          body,
          role,
          votes,
          accountId,
        });
      } catch (error) {
        if (violates(error, 'contest_member_pkey'))
          throw invalid({ path: 'memberId', message: 'is taken in this contest' });
        throw error;
      }
      return { memberId };
    });
  }

  /** @throws {Problem} `not-found`, `invalid` for a login nobody has. */
  async change(contestId: string, memberId: string, changes: MemberChangesDto): Promise<void> {
    const { manager } = this.database;
    if (!(await manager.existsBy(ContestMemberRow, { contestId, memberId }))) throw noSuchMember();
    const { name, post, body, role, votes, accountLogin } = changes;
    const columns = {
      ...(name !== undefined && { name }),
      ...(post !== undefined && { post }),
      ...(body !== undefined && { body }),
      ...(role !== undefined && { role }),
      ...(votes !== undefined && { votes }),
      ...(accountLogin !== undefined && { accountId: await this.accountOf(accountLogin, manager) }),
    };
    if (Object.keys(columns).length > 0)
      await manager.update(ContestMemberRow, { contestId, memberId }, columns);
  }

  /** @throws {Problem} `not-found`. */
  async remove(contestId: string, memberId: string): Promise<void> {
    const { affected } = await this.database.manager.delete(ContestMemberRow, { contestId, memberId });
    if (affected === 0) throw noSuchMember();
  }

  private async accountOf(login: string | null, manager: EntityManager): Promise<string | null> {
    if (login === null) return null;
    const accountId = (await this.accounts.idsByLogin([login], manager)).get(normalLogin(login));
    if (accountId === undefined) throw invalid({ path: 'accountLogin', message: 'belongs to nobody' });
    return accountId;
  }
}

const noSuchMember = () => refusal('not-found', 'there is no such member in this contest');
