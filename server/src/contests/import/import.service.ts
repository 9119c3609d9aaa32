import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportReport } from '@open-ballot/shared/contract/import';
import { fault } from '@open-ballot/shared/rules/fault';
import { DataSource, type EntityManager, In } from 'typeorm';
import { invalid } from '../../http/problem.ts';
import { AccountsService } from '../../accounts/accounts.service.ts';
import { ContestMemberRow } from '../contest-member.entity.ts';
import type { ContestRow } from '../contest.entity.ts';
import { lockedRowOf, rowOf } from '../contests.service.ts';
import { NominationRow } from '../nomination.entity.ts';
import { detailsOf } from '../nominations.service.ts';
import { NomineeRow } from '../nominee.entity.ts';
import { checkMembers, loginsIn, type ReadMember } from './check-members.ts';
import {
  checkNominees,
  type Destination,
  newNominationsIn,
  type NomineesThere,
  placingColumns,
} from './check-nominees.ts';
import type { RowCheck } from './checked-row.ts';
import { headed, type HeadedTable } from './columns.ts';
import type { ImportDto } from './import.dto.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

/** What a table comes to, and the act that writes it. */
interface Checked {
  readonly table: HeadedTable;
  readonly rows: readonly RowCheck[];
  readonly newNominations: ImportReport['newNominations'];
  readonly write: () => Promise<void>;
}

/** Nominees and members from a table: all of them, or nothing and why. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws {Problem} `not-found`, `invalid` for a nomination that is not there, `too-large` or a `TableFault`. */
  async import(contestId: string, wish: ImportDto): Promise<ImportReport> {
    await rowOf(this.database.manager, contestId);
    const table = await readTable(Buffer.from(wish.file, 'base64'));
    return this.database.transaction(async (transaction) => {
      const contest = await (wish.apply ? lockedRowOf : rowOf)(transaction, contestId);
      const { rows, newNominations, write, ...checked } = await (wish.what === 'members'
        ? this.members(transaction, contest, table)
        : this.nominees(transaction, contest, table, wish));
      const faulty = rows.filter((each) => !each.isSound).length;
      const applied = wish.apply === true && faulty === 0;
      if (applied) await write();
      return {
        what: wish.what,
        applied,
        columns: checked.table.columns,
        unread: checked.table.unread,
        rows: rows.map(({ report }) => report),
        sound: rows.length - faulty,
        faulty,
        newNominations,
      };
    });
  }

  private async members(transaction: EntityManager, { id }: ContestRow, rows: Table): Promise<Checked> {
    const table = headed(rows, 'members', ['name']);
    const checked = checkMembers(table.rows, {
      members: await transaction.findBy(ContestMemberRow, { contestId: id }),
      accounts: await this.accounts.idsByLogin(loginsIn(table.rows), transaction),
    });
    const write = () => addMembers(transaction, id, checked.members);
    return { table, rows: checked.rows, newNominations: [], write };
  }

  private async nominees(
    transaction: EntityManager,
    { id, timeZone }: ContestRow,
    rows: Table,
    { nominationId, addNominations = false }: ImportDto,
  ): Promise<Checked> {
    const there = await nomineesOf(transaction, id);
    const isChosen = nominationId !== undefined;
    if (isChosen && !there.nominations.some((each) => each.id === nominationId.toLowerCase()))
      throw invalid(fault('nominationId', 'not-there'));
    const table = isChosen
      ? headed(rows, 'nominees', ['name'], placingColumns)
      : headed(rows, 'nominees', ['nomination', 'name']);
    const checked = checkNominees(table.rows, there, {
      timeZone,
      addNominations,
      ...(isChosen && { nominationId: nominationId.toLowerCase() }),
    });
    const write = () => addNominees(transaction, id, checked.destinations);
    return { table, rows: checked.rows, newNominations: newNominationsIn(checked), write };
  }
}

async function nomineesOf(transaction: EntityManager, contestId: string): Promise<NomineesThere> {
  const nominations = await transaction.findBy(NominationRow, { contestId });
  const nominees = await transaction.findBy(NomineeRow, {
    nominationId: In(nominations.map(({ id }) => id)),
  });
  return { nominations, nominees };
}

async function addMembers(
  transaction: EntityManager,
  contestId: string,
  members: readonly ReadMember[],
): Promise<void> {
  const last = (await transaction.maximum(ContestMemberRow, 'ordinal', { contestId })) ?? 0;
  const rows = members.map((member, index) => ({
    ...member,
    contestId,
    memberId: randomUUID(),
    ordinal: last + index + 1,
  }));
  await transaction.insert(ContestMemberRow, rows);
}

async function addNominees(
  transaction: EntityManager,
  contestId: string,
  destinations: readonly Destination[],
): Promise<void> {
  let lastNomination = (await transaction.maximum(NominationRow, 'ordinal', { contestId })) ?? 0;
  for (const { nominationId: known, title, category, nominees } of destinations) {
    const nominationId = known ?? randomUUID();
    if (known === undefined) {
      lastNomination += 1;
      const row = { id: nominationId, contestId, ordinal: lastNomination, title, category };
      await transaction.insert(NominationRow, row);
    }
    const last = (await transaction.maximum(NomineeRow, 'ordinal', { nominationId })) ?? 0;
    const rows = nominees.map(({ nominee }, index) => ({
      nominationId,
      nomineeId: randomUUID(),
      ordinal: last + index + 1,
      name: nominee.name,
      ...detailsOf(nominee),
    }));
    await transaction.insert(NomineeRow, rows);
  }
}
