import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Invitation, Invitations, Namesake } from '@open-ballot/shared/contract/accounts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AccountRow } from '../sign-in/account.entity.ts';
import type { Account } from '../sign-in/account.ts';
import { AccountsService } from '../accounts/accounts.service.ts';
import { Audit, type Deed } from '../sign-in/audit.ts';
import { Links } from '../sign-in/links.ts';
import { PublicAddress } from '../sign-in/public-address.ts';
import { freeLogin, loginStem } from '../accounts/suggested-login.ts';
import { violates } from '../database/unique-violation.ts';
import { Mail } from '../letters/mail.ts';
import { refusal } from '../http/problem.ts';
import { SignInLinkRow } from '../sign-in/sign-in-link.entity.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { lockedRowOf } from './contests.service.ts';
import type { InviteDto } from './invitation.dto.ts';
import { accountFor } from './member-account.ts';
import { SeatTaking } from './seat-taking.ts';
import { invitationOf, mayBeLinked, type WayIn, waysIn } from './ways-in.ts';

/** How often an invitation is tried anew where somebody else took one of its logins at the same moment. */
const attempts = 3;

/** The ways in of a commission: accounts, one-time links and seats, given together or not at all. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly links: Links,
    private readonly audit: Audit,
    private readonly seats: SeatTaking,
    private readonly address: PublicAddress,
    private readonly mail: Mail,
  ) {}

  /** @param shown members whose links are shown, which is listed; all when left out. */
  async list(contestId: string, by: Account, shown?: readonly string[]): Promise<Invitations> {
    return this.database.transaction(async (transaction) => ({
      items: await this.listed(transaction, contestId, by, shown),
      ...this.surroundings,
    }));
  }

  private get surroundings(): Omit<Invitations, 'items'> {
    return {
      mail: this.mail.carrier !== undefined,
      ...(this.address.url !== undefined && { address: this.address.url }),
    };
  }

  /** @throws {Problem} `not-found`, `invalid` for an account that is not theirs. */
  async invite(contestId: string, wanted: InviteDto, by: Account): Promise<Invitations> {
    const items = await this.giving(contestId, by, async (transaction) => {
      const ways = await this.invited(transaction, contestId, wanted, by);
      const memberIds = ways.map(({ memberId }) => memberId);
      return this.listed(transaction, contestId, by, memberIds);
    });
    return { items, ...this.surroundings };
  }

  /** Ways in and what else goes with them, again where somebody else took one of the logins at the same moment. */
  async giving<Result>(
    contestId: string,
    by: Account,
    work: (transaction: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.seats.taking(by, contestId, work);
      } catch (error) {
        if (attempt === attempts || !violates(error, 'account_login_once')) throw error;
      }
    }
  }

  /** @throws {Problem} `not-found`, `forbidden` for somebody who comes in by means of their own. */
  async signOut(contestId: string, memberId: string, by: Account): Promise<void> {
    const ways = await waysIn(this.database.manager, contestId, by);
    const way = ways.find((each) => each.memberId === memberId);
    if (!way?.accountId) throw refusal('not-found', 'there is no such member with an account');
    if (!mayBeLinked(way)) throw refusal('forbidden', 'the account is not of this contest alone');
    await this.accounts.signOutEverywhere(way.accountId, by);
  }

  /** Gives accounts and links within a transaction; nobody is shown any. */
  async invited(
    transaction: EntityManager,
    contestId: string,
    { memberIds, accounts = [], renew = false }: InviteDto,
    by: Account,
  ): Promise<readonly WayIn[]> {
    await lockedRowOf(transaction, contestId);
    const before = await waysIn(transaction, contestId, by);
    const members = new Map(before.map((way) => [way.memberId, way]));
    const unknown = [...(memberIds ?? []), ...accounts.map(({ memberId }) => memberId)].find(
      (memberId) => !members.has(memberId),
    );
    if (unknown !== undefined) throw refusal('not-found', `there is no member ${unknown} in this contest`);

    await this.choose(transaction, contestId, accounts, members, by);
    const isMeant = ({ memberId, signedInAt }: WayIn): boolean =>
      memberIds ? memberIds.includes(memberId) : signedInAt === null;
    const chosen = new Set(accounts.map(({ memberId }) => memberId));
    const newcomers = before.filter(
      (way) => isMeant(way) && way.accountId === null && !chosen.has(way.memberId),
    );
    await this.open(transaction, contestId, newcomers, by);

    const ways = (await waysIn(transaction, contestId, by)).filter(isMeant);
    const linked = ways.filter(mayBeLinked).map(({ accountId }) => accountId!);
    const standing = await this.links.standing(linked, transaction);
    const fresh = linked.filter((accountId) => renew || !standing.has(accountId));
    await this.links.give(fresh, transaction);
    await this.audit.record(
      fresh.map((accountId) => ({ act: 'link-given', accountId, ...doneIn(contestId, by) })),
      transaction,
    );
    return ways;
  }

  /** Ties members to the accounts that the secretary chose for them by name. */
  private async choose(
    transaction: EntityManager,
    contestId: string,
    accounts: NonNullable<InviteDto['accounts']>,
    members: ReadonlyMap<string, WayIn>,
    by: Account,
  ): Promise<void> {
    for (const { memberId, login, name } of accounts) {
      const seeker = { contestId, memberId, name: members.get(memberId)!.name };
      const accountId = await accountFor(transaction, login, seeker, name);
      await transaction.update(ContestMemberRow, { contestId, memberId }, { accountId, accountName: name });
      await this.audit.record(
        [{ act: 'account-bound', accountId, ...doneIn(contestId, by), details: { member: seeker.name } }],
        transaction,
      );
    }
  }

  /** An account each, under a login that nobody else has in the whole installation. */
  private async open(
    transaction: EntityManager,
    contestId: string,
    newcomers: readonly WayIn[],
    by: Account,
  ): Promise<void> {
    if (newcomers.length === 0) return;
    const stems = newcomers.map(({ name }) => loginStem(name));
    const there = await transaction.query<{ login: string }[]>(
      `SELECT login FROM account WHERE regexp_replace(login, '-\\d+$', '') = ANY($1)`,
      [stems],
    );
    const taken = new Set(there.map(({ login }) => login));
    const opened = newcomers.map(({ memberId, name }, at) => {
      const login = freeLogin(stems[at]!, taken);
      taken.add(login);
      return {
        memberId,
        id: randomUUID(),
        login,
        name,
        passwordHash: null,
        roles: ['member' as const],
        rehearsalOnly: by.rehearsalOnly,
      };
    });
    await transaction.insert(
      AccountRow,
      opened.map(({ memberId: _, ...account }) => account),
    );
    await transaction.query(
      `UPDATE contest_member SET account_id = opened.id, account_name = NULL
       FROM unnest($2::text[], $3::uuid[]) AS opened (member_id, id)
       WHERE contest_id = $1 AND contest_member.member_id = opened.member_id`,
      [contestId, opened.map(({ memberId }) => memberId), opened.map(({ id }) => id)],
    );
    await this.audit.record(
      opened.map(({ id }) => ({ act: 'account-created', accountId: id, ...doneIn(contestId, by) })),
      transaction,
    );
  }

  private async listed(
    transaction: EntityManager,
    contestId: string,
    by: Account,
    shown?: readonly string[],
  ): Promise<Invitation[]> {
    const ways = await waysIn(transaction, contestId, by);
    const ids = ways.filter(mayBeLinked).map(({ accountId }) => accountId!);
    const links = await this.links.standing(ids, transaction);
    const isShown = ({ memberId, accountId }: WayIn): boolean =>
      links.has(accountId ?? '') && (shown?.includes(memberId) ?? true);
    const showing = ways.filter(isShown).map(({ accountId }) => accountId!);
    await this.noteShowing(transaction, contestId, showing, by);
    const namesakes = await namesakesOf(transaction, ways);
    return ways.map((way) => invitationOf(way, links.get(way.accountId ?? ''), isShown(way), namesakes));
  }

  private async noteShowing(
    transaction: EntityManager,
    contestId: string,
    accountIds: readonly string[],
    by: Account,
  ): Promise<void> {
    if (accountIds.length === 0) return;
    await transaction.update(SignInLinkRow, { accountId: In(accountIds) }, { shownAt: new Date() });
    await this.audit.record(
      accountIds.map((accountId) => ({ act: 'link-shown', accountId, ...doneIn(contestId, by) })),
      transaction,
    );
  }
}

/** Accounts of members that are called like somebody here who has none yet: perhaps the same person. */
async function namesakesOf(transaction: EntityManager, ways: readonly WayIn[]): Promise<readonly Namesake[]> {
  const names = ways.filter(({ accountId }) => accountId === null).map(({ name }) => name.trim());
  if (names.length === 0) return [];
  return transaction.query<Namesake[]>(
    `SELECT login, name FROM account
     WHERE name = ANY($1) AND disabled_at IS NULL AND NOT rehearsal_only AND roles = '{member}' ORDER BY login`,
    [names],
  );
}

const doneIn = (contestId: string, by: Account): Pick<Deed, 'contestId' | 'actorId'> => ({
  contestId,
  actorId: by.accountId,
});
