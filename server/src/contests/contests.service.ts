import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Contest, ContestSummary } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { Clocks } from '../desk/clocks.ts';
import { refusal } from '../http/problem.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { type Account, isSecretaryOf } from '../sign-in/account.ts';
import { Audit } from '../sign-in/audit.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';
import { isRead, readerOf } from '../sign-in/reads-contest.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { ContestSecretaryRow } from './contest-secretary.entity.ts';
import { ContestRow } from './contest.entity.ts';
import type { ContestChangesDto, NewContestDto } from './contest.dto.ts';
import { memberOf, nominationOf, summaryOf } from './contest-shapes.ts';
import { NominationRow } from './nomination.entity.ts';
import { NomineeRow } from './nominee.entity.ts';

/** Contests as the secretary keeps them before any session. A session copies what it needs (rule 1.3). */
@Injectable()
export class ContestsService {
  constructor(
    private readonly database: DataSource,
    private readonly clocks: Clocks,
    private readonly audit: Audit,
    private readonly notices: PeopleNotices,
  ) {}

  /** Those that this person reads (rule 18.1), the newest first. */
  async list(reader: Account): Promise<readonly ContestSummary[]> {
    const rows = await this.database.query<Parameters<typeof summaryOf>[0][]>(
      `SELECT id, title, deadline, rehearsal_start AS "rehearsalStart", public
       FROM contest WHERE ${isRead} ORDER BY created_at DESC, id`,
      [...readerOf(reader)],
    );
    return rows.map(summaryOf);
  }

  /**
   * A secretary who makes a contest is its secretary; an administrator names one.
   *
   * @throws {Problem} `not-allowed-by-rules` for somebody whose password everybody knows, unless it is a rehearsal.
   */
  async create(contest: NewContestDto, by: Account): Promise<{ readonly contestId: string }> {
    const { rehearsal } = contest;
    if (!rehearsal) mustTakePartInReal(by, 'rehearsal');
    const start = typeof rehearsal === 'object' ? rehearsal.start : undefined;
    const realStart = rehearsal ? new Date() : null;
    const id = randomUUID();
    const row = {
      id,
      title: contest.title,
      deadline: new Date(contest.deadline),
      organisation: contest.organisation ?? '',
      commission: contest.commission ?? '',
      timeZone: contest.timeZone ?? 'Europe/Moscow',
      rehearsalRealStart: realStart,
      rehearsalStart: realStart && new Date(start ?? realStart),
      public: contest.public ?? false,
    };
    const { accountId } = by;
    await this.database.transaction(async (transaction) => {
      await transaction.insert(ContestRow, row);
      await this.audit.record(
        [{ act: 'contest-created', actorId: accountId, contestId: id, details: { title: row.title } }],
        transaction,
      );
      if (by.roles.includes('secretary'))
        await transaction.insert(ContestSecretaryRow, { contestId: id, accountId });
      await this.notices.announce({ accountId }, transaction);
    });
    await this.notices.hear({ accountId });
    return { contestId: id };
  }

  /**
   * Logins and addresses are shown to secretaries alone.
   * @throws {Problem} `not-found`.
   */
  async read(contestId: string, reader: Account): Promise<Contest> {
    const { manager } = this.database;
    const contest = await rowOf(manager, contestId);
    const nominations = await manager.find(NominationRow, {
      where: { contestId },
      order: { ordinal: 'ASC', id: 'ASC' },
    });
    const nominees = await manager.find(NomineeRow, {
      where: { nominationId: In(nominations.map(({ id }) => id)) },
      order: { ordinal: 'ASC', nomineeId: 'ASC' },
    });
    const members = await manager.find(ContestMemberRow, {
      where: { contestId },
      order: { ordinal: 'ASC', memberId: 'ASC' },
    });
    const logins = isSecretaryOf(reader, contestId.toLowerCase()) ? await this.loginsOf(members) : undefined;
    return {
      ...summaryOf(contest),
      organisation: contest.organisation,
      commission: contest.commission,
      timeZone: contest.timeZone,
      nominations: nominations.map((nomination) =>
        nominationOf(
          nomination,
          nominees.filter(({ nominationId }) => nominationId === nomination.id),
        ),
      ),
      members: members.map((member) => memberOf(member, logins)),
    };
  }

  /** Sessions already convened keep what they copied (rule 1.3). @throws {Problem} `not-found`. */
  async change(contestId: string, changes: ContestChangesDto): Promise<void> {
    await rowOf(this.database.manager, contestId);
    const { title, deadline, organisation, commission, timeZone, public: isPublic } = changes;
    const columns = {
      ...(title !== undefined && { title }),
      ...(deadline !== undefined && { deadline: new Date(deadline) }),
      ...(organisation != null && { organisation }),
      ...(commission != null && { commission }),
      ...(timeZone != null && { timeZone }),
      ...(isPublic !== undefined && { public: isPublic }),
    };
    if (Object.keys(columns).length > 0)
      await this.database.manager.update(ContestRow, { id: contestId }, columns);
  }

  /**
   * Starts the rehearsal clock anew (rule 11.4), at `start` or where it began before.
   *
   * @throws {Problem} `not-allowed-by-rules` for a contest with real sessions: they would go by a false clock.
   */
  async startRehearsal(
    contestId: string,
    start?: string,
  ): Promise<ContestSummary & { readonly start: string }> {
    const contest = await this.database.transaction(async (transaction) => {
      const contest = await lockedRowOf(transaction, contestId);
      const isRehearsal = contest.rehearsalStart !== null;
      if (!isRehearsal && (await hasSessions(transaction, contestId))) {
        throw refusal('not-allowed-by-rules', 'the contest has sessions that are no rehearsal');
      }
      const realStart = new Date();
      const rehearsalStart = start === undefined ? (contest.rehearsalStart ?? realStart) : new Date(start);
      await transaction.update(
        ContestRow,
        { id: contestId },
        { rehearsalRealStart: realStart, rehearsalStart },
      );
      return { ...contest, rehearsalStart };
    });
    await this.clocks.announce(contestId);
    return { ...summaryOf(contest), start: contest.rehearsalStart.toISOString() };
  }

  private async loginsOf(members: readonly ContestMemberRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = members.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
    const accounts = await this.database.manager.findBy(AccountRow, { id: In(ids) });
    return new Map(accounts.map(({ id, login }) => [id, login]));
  }
}

async function hasSessions(manager: EntityManager, contestId: string): Promise<boolean> {
  const found = await manager.query<unknown[]>('SELECT FROM session WHERE contest_id = $1 LIMIT 1', [
    contestId,
  ]);
  return found.length > 0;
}

/**
 * @param path where in the request a real contest or this account was asked for
 * @throws {Problem} `not-allowed-by-rules` for an account whose password everybody knows.
 */
export function mustTakePartInReal(
  { rehearsalOnly }: { readonly rehearsalOnly: boolean },
  path: string,
): void {
  if (rehearsalOnly)
    throw refusal(
      'not-allowed-by-rules',
      'everybody knows the password of this account of the demonstration: it has a part in rehearsals only',
      { fields: [fault(path, 'known-password')] },
    );
}

/** @throws {Problem} `not-found`. */
export async function rowOf(manager: EntityManager, contestId: string): Promise<ContestRow> {
  const contest = await manager.findOneBy(ContestRow, { id: contestId });
  if (!contest) throw refusal('not-found', 'there is no such contest');
  return contest;
}

/** The contest, with everybody else who counts or orders what is beneath it waiting. @throws {Problem} `not-found`. */
export async function lockedRowOf(transaction: EntityManager, contestId: string): Promise<ContestRow> {
  const contest = await transaction.findOne(ContestRow, {
    where: { id: contestId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!contest) throw refusal('not-found', 'there is no such contest');
  return contest;
}
