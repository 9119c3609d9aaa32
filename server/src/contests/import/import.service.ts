import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportReport, RowWish } from '@open-ballot/shared/contract/import';
import { fault } from '@open-ballot/shared/rules/fault';
import { DataSource, type EntityManager, In } from 'typeorm';
import { invalid } from '../../http/problem.ts';
import { AccountRow } from '../../sign-in/account.entity.ts';
import { ContestMemberRow } from '../contest-member.entity.ts';
import type { ContestRow } from '../contest.entity.ts';
import { lockedRowOf, rowOf } from '../contests.service.ts';
import { accountsOf } from '../member-account.ts';
import { NominationRow } from '../nomination.entity.ts';
import { detailsOf } from '../nominations.service.ts';
import { NomineeRow } from '../nominee.entity.ts';
import { checkMembers, loginsIn, type MembersCheck } from './check-members.ts';
import {
  checkNominees,
  type Destination,
  newNominationsIn,
  type NomineesThere,
  placingColumns,
} from './check-nominees.ts';
import type { RowCheck } from './checked-row.ts';
import { headed, type HeadedTable } from './columns.ts';
import { type SortedRows, sortedRows } from './entries.ts';
import type { ImportDto } from './import.dto.ts';
import { readTable } from './read-table.ts';
import type { Sheet } from './table.ts';

/** What a table comes to, and the act that writes it. */
interface Checked {
  readonly table: HeadedTable;
  readonly unclear: ImportReport['unclear'];
  readonly skipped: SortedRows['skipped'];
  readonly rows: readonly RowCheck[];
  readonly newNominations: ImportReport['newNominations'];
  readonly write: () => Promise<void>;
}

type RowWishes = ReadonlyMap<number, RowWish>;

/** Nominees and members from a table: all of them, or nothing and why. */
@Injectable()
export class ImportService {
  constructor(private readonly database: DataSource) {}

  /** @throws {Problem} `not-found`, `invalid` for a nomination that is not there, `too-large` or a `TableFault`. */
  async import(contestId: string, wish: ImportDto): Promise<ImportReport> {
    await rowOf(this.database.manager, contestId);
    const sheet = await readTable(Buffer.from(wish.file, 'base64'), wish.sheet);
    const wishes = new Map(wish.rows?.map((each) => [each.row, each]));
    return this.database.transaction(async (transaction) => {
      const contest = await (wish.apply ? lockedRowOf : rowOf)(transaction, contestId);
      const { write, ...checked } = await (wish.what === 'members'
        ? this.members(transaction, contest, sheet, wish, wishes)
        : this.nominees(transaction, contest, sheet, wish, wishes));
      const report = reportOf(wish.what, sheet, checked);
      const { unclear, rows, faulty, digest } = report;
      const isWork = rows.some(({ state, confirmed }) => state === 'new' || confirmed === true);
      const isSeen = wish.seen === undefined || wish.seen === digest;
      const applied = wish.apply === true && isSeen && isWork && faulty === 0 && unclear.length === 0;
      if (applied) await write();
      return { ...report, applied };
    });
  }

  private async members(
    transaction: EntityManager,
    { id }: ContestRow,
    sheet: Sheet,
    wish: ImportDto,
    wishes: RowWishes,
  ): Promise<Checked> {
    const table = headed(sheet, 'members', ['name'], wish);
    const { entries, skipped } = entriesOf(table, wish, wishes);
    const members = await transaction.findBy(ContestMemberRow, { contestId: id });
    const accountIds = members.flatMap(({ accountId }) => accountId ?? []);
    const accounts = await transaction.findBy(AccountRow, { id: In(accountIds) });
    const logins = loginsIn(entries.map(({ record }) => record));
    const named = await accountsOf(transaction, logins, id);
    const there = {
      members,
      accounts: new Map(named.map((account) => [account.login, account])),
      logins: new Map(accounts.map((account) => [account.id, account.login])),
    };
    const checked = checkMembers(entries, there, wishes);
    const write = () => writeMembers(transaction, id, checked);
    return { table, unclear: table.unclear, skipped, rows: checked.rows, newNominations: [], write };
  }

  private async nominees(
    transaction: EntityManager,
    { id, timeZone }: ContestRow,
    sheet: Sheet,
    wish: ImportDto,
    wishes: RowWishes,
  ): Promise<Checked> {
    const there = await nomineesOf(transaction, id);
    const nominationId = wish.nominationId?.toLowerCase();
    if (nominationId !== undefined && !there.nominations.some((each) => each.id === nominationId))
      throw invalid(fault('nominationId', 'not-there'));
    const table =
      nominationId === undefined
        ? headed(sheet, 'nominees', ['nomination', 'name'], wish)
        : headed(sheet, 'nominees', ['name'], wish, placingColumns);
    const sorted = sortedRows(
      table,
      'nominees',
      wishes,
      there.nominations.map(({ title }) => title),
    );
    // Where nominations stand above their nominees, they need no column.
    const isPlaced = sorted.entries.some(({ section }) => section.nomination !== undefined);
    const unclear = table.unclear.filter(
      ({ column, is }) => !(isPlaced && column === 'nomination' && is === 'missing'),
    );
    const { addNominations = false } = wish;
    const checked = checkNominees(
      unclear.length > 0 ? [] : sorted.entries,
      there,
      { timeZone, addNominations, ...(nominationId !== undefined && { nominationId }) },
      wishes,
    );
    const write = () => writeNominees(transaction, id, checked.destinations);
    const newNominations = newNominationsIn(checked);
    return { table, unclear, skipped: sorted.skipped, rows: checked.rows, newNominations, write };
  }
}

/** The entries of a table, none while it is unclear what its columns are. */
function entriesOf(table: HeadedTable, { what }: ImportDto, wishes: RowWishes): SortedRows {
  const sorted = sortedRows(table, what, wishes);
  return table.unclear.length === 0 ? sorted : { ...sorted, entries: [] };
}

function reportOf(
  what: ImportReport['what'],
  { source }: Sheet,
  { table, unclear, skipped, rows, newNominations }: Omit<Checked, 'write'>,
): ImportReport {
  const faulty = rows.filter((each) => !each.isSound).length;
  const { headerRow, columns } = table;
  const report = {
    what,
    applied: false,
    source,
    headerRow,
    columns,
    unclear,
    rows: rows.map((each) => each.report),
    skipped,
    sound: rows.length - faulty,
    faulty,
    newNominations,
  };
  return { ...report, digest: createHash('sha256').update(JSON.stringify(report)).digest('hex') };
}

async function nomineesOf(transaction: EntityManager, contestId: string): Promise<NomineesThere> {
  const nominations = await transaction.findBy(NominationRow, { contestId });
  const nominees = await transaction.findBy(NomineeRow, {
    nominationId: In(nominations.map(({ id }) => id)),
  });
  return { nominations, nominees };
}

async function writeMembers(
  transaction: EntityManager,
  contestId: string,
  { members, changed }: MembersCheck,
): Promise<void> {
  for (const { memberId, changes } of changed)
    await transaction.update(ContestMemberRow, { contestId, memberId }, changes);
  if (members.length === 0) return;
  const last = (await transaction.maximum(ContestMemberRow, 'ordinal', { contestId })) ?? 0;
  const rows = members.map((member, index) => ({
    ...member,
    contestId,
    memberId: randomUUID(),
    ordinal: last + index + 1,
  }));
  await transaction.insert(ContestMemberRow, rows);
}

async function writeNominees(
  transaction: EntityManager,
  contestId: string,
  destinations: readonly Destination[],
): Promise<void> {
  let lastNomination = (await transaction.maximum(NominationRow, 'ordinal', { contestId })) ?? 0;
  for (const { nominationId: known, title, category, nominees, changed } of destinations) {
    const nominationId = known ?? randomUUID();
    if (known === undefined) {
      lastNomination += 1;
      const row = { id: nominationId, contestId, ordinal: lastNomination, title, category };
      await transaction.insert(NominationRow, row);
    }
    for (const { nomineeId, changes } of changed)
      await transaction.update(NomineeRow, { nominationId, nomineeId }, detailsOf(changes));
    if (nominees.length === 0) continue;
    const last = (await transaction.maximum(NomineeRow, 'ordinal', { nominationId })) ?? 0;
    const rows = nominees.map((nominee, index) => ({
      nominationId,
      nomineeId: randomUUID(),
      ordinal: last + index + 1,
      name: nominee.name,
      ...detailsOf(nominee),
    }));
    await transaction.insert(NomineeRow, rows);
  }
}
