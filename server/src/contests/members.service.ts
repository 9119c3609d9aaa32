import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { fault } from '@open-ballot/shared/rules/fault';
import { refuseFields } from '@open-ballot/shared/rules/refusal';
import { DataSource } from 'typeorm';
import type { Account } from '../sign-in/account.ts';
import { Outbox } from '../letters/outbox.ts';
import { violates } from '../database/unique-violation.ts';
import { invalid, refusal, refused } from '../http/problem.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { lockedRowOf } from './contests.service.ts';
import { accountFor } from './member-account.ts';
import { SeatTaking } from './seat-taking.ts';
import type { MemberChangesDto, NewMemberDto } from './member.dto.ts';

/** The commission as the contest keeps it, before any session. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: DataSource,
    private readonly seats: SeatTaking,
    private readonly outbox: Outbox,
  ) {}

  /** @throws {Problem} `not-found`, `too-large`, `invalid` for an id that is taken or a login that is not theirs. */
  add(contestId: string, member: NewMemberDto, by: Account): Promise<{ readonly memberId: string }> {
    const { name, post, body, role, votes, email = null } = member;
    const memberId = member.memberId ?? randomUUID();
    return this.seats.taking(by, contestId, async (transaction) => {
      await lockedRowOf(transaction, contestId);
      const count = await transaction.countBy(ContestMemberRow, { contestId });
      if (count >= bounds.roll)
        throw refused(refuseFields('too-large', fault('', 'too-many', { most: bounds.roll })));
      const last = (await transaction.maximum(ContestMemberRow, 'ordinal', { contestId })) ?? 0;
      const accountId =
        member.accountLogin == null
          ? null
          : await accountFor(transaction, member.accountLogin, { contestId, name }, member.accountName);
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
          email,
          accountId,
          accountName: member.accountName ?? null,
        });
      } catch (error) {
        if (violates(error, 'contest_member_pkey')) throw invalid(fault('memberId', 'taken'));
        throw error;
      }
      return { memberId };
    });
  }

  /** @throws {Problem} `not-found`, `invalid` for a login that is not theirs. */
  change(contestId: string, memberId: string, changes: MemberChangesDto, by: Account): Promise<void> {
    return this.seats.taking(by, contestId, async (transaction) => {
      await lockedRowOf(transaction, contestId);
      const there = await transaction.findOneBy(ContestMemberRow, { contestId, memberId });
      if (!there) throw noSuchMember();
      const { name, post, body, role, votes, email, accountLogin, accountName } = changes;
      const columns: Partial<ContestMemberRow> = {
        ...(name !== undefined && { name }),
        ...(post !== undefined && { post }),
        ...(body !== undefined && { body }),
        ...(role !== undefined && { role }),
        ...(votes !== undefined && { votes }),
        ...(email !== undefined && { email }),
        ...(accountLogin === null && { accountId: null, accountName: null }),
      };
      const person = { contestId, memberId, name: name ?? there.name };
      const accountId =
        accountLogin == null
          ? {}
          : {
              accountId: await accountFor(transaction, accountLogin, person, accountName),
              accountName: accountName ?? null,
            };
      if (Object.keys({ ...columns, ...accountId }).length > 0)
        await transaction.update(ContestMemberRow, { contestId, memberId }, { ...columns, ...accountId });
    });
  }

  /** @throws {Problem} `not-found`. */
  async remove(contestId: string, memberId: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const { affected } = await transaction.delete(ContestMemberRow, { contestId, memberId });
      if (affected === 0) throw noSuchMember();
      await this.outbox.forget('invitation', { contestId, memberId }, transaction);
    });
  }
}

const noSuchMember = () => refusal('not-found', 'there is no such member in this contest');
