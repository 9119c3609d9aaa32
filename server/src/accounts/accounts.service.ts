import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole, AccountSummary } from '@open-ballot/shared/contract/accounts';
import { DataSource, type EntityManager } from 'typeorm';
import { fault } from '@open-ballot/shared/rules/fault';
import { violates } from '../database/unique-violation.ts';
import { invalid, refusal } from '../http/problem.ts';
import { hashPassword, mustBeSecret } from '../sign-in/password.ts';
import { SignInRow } from '../sign-in/sign-in.entity.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { type Account, isAdministrator, normalLogin } from '../sign-in/account.ts';
import { Audit, type Deed } from '../sign-in/audit.ts';
import { type Link, Links } from '../sign-in/links.ts';
import { PeopleNotices } from '../sign-in/people-notices.ts';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  /** Absent for people who only come in by one-time links. */
  readonly password?: string;
  readonly roles?: readonly AccountRole[];
}

/** What an administrator may change; what is left out stays. */
export interface AccountChanges {
  readonly name?: string;
  readonly password?: string;
  readonly roles?: readonly AccountRole[];
  readonly disabled?: boolean;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: DataSource,
    private readonly links: Links,
    private readonly audit: Audit,
    private readonly notices: PeopleNotices,
  ) {}

  /**
   * Who is no administrator makes members only: a secretary gives no way in to another secretary (rule 13.3).
   *
   * @param by absent for the command line.
   * @throws {Problem} `invalid` when the login is taken, `forbidden`.
   */
  async create(
    { login, name, password, roles = ['member'] }: NewAccount,
    by?: Account,
  ): Promise<{ readonly accountId: string; readonly link: Link }> {
    if (by && !isAdministrator(by) && roles.some((role) => role !== 'member'))
      throw refusal('forbidden', 'only an administrator makes an account of an officer');
    mustBeSecret(password);
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const id = randomUUID();
    try {
      return await this.database.transaction(async (transaction) => {
        await transaction.insert(AccountRow, {
          id,
          login: normalLogin(login),
          name: name.trim(),
          passwordHash,
          roles: [...roles],
          rehearsalOnly: by?.rehearsalOnly ?? false,
        });
        const made = { act: 'account-created', ...doneTo(id, by), details: { roles } } as const;
        const link = await this.linked(id, transaction, by, made);
        return { accountId: id, link };
      });
    } catch (error) {
      if (violates(error, 'account_login_once')) throw invalid(fault('login', 'taken'));
      throw error;
    }
  }

  async list(): Promise<readonly AccountSummary[]> {
    const rows = await this.database.manager.find(AccountRow, { order: { login: 'ASC' } });
    return rows.map(({ id, login, name, roles, passwordHash, disabledAt, rehearsalOnly }) => ({
      accountId: id,
      login,
      name,
      roles,
      hasPassword: passwordHash !== null,
      ...(disabledAt && { disabled: true }),
      ...(rehearsalOnly && { rehearsalOnly }),
    }));
  }

  /** @throws {Problem} `not-found`. */
  async issueLink(accountId: string, by?: Account): Promise<Link> {
    await this.rowOf(accountId);
    return this.database.transaction((transaction) => this.linked(accountId, transaction, by));
  }

  /**
   * A new password, and the loss of the right to come in, end every sign-in of the account.
   *
   * @throws {Problem} `not-found`, `invalid`, `not-allowed-by-rules` for locking oneself out.
   */
  async change(accountId: string, changes: AccountChanges, by: Account): Promise<void> {
    const { name, password, roles, disabled } = changes;
    const row = await this.rowOf(accountId);
    const losesOffice = disabled || (roles && !roles.includes('administrator'));
    if (accountId === by.accountId && losesOffice)
      throw refusal('not-allowed-by-rules', 'nobody takes the last way in from themselves');
    mustBeSecret(password);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const deeds = [
      ...(passwordHash === undefined ? [] : ['password-set' as const]),
      ...(disabled === undefined ? [] : [disabled ? ('disabled' as const) : ('enabled' as const)]),
      ...(name === undefined && roles === undefined ? [] : ['account-changed' as const]),
    ];
    await this.database.transaction(async (transaction) => {
      const columns = {
        ...(name !== undefined && { name: name.trim() }),
        ...(passwordHash !== undefined && { passwordHash, rehearsalOnly: false }),
        ...(roles !== undefined && { roles: [...roles] }),
        ...(disabled !== undefined && { disabledAt: disabled ? (row.disabledAt ?? new Date()) : null }),
      };
      if (Object.keys(columns).length > 0) await transaction.update(AccountRow, { id: accountId }, columns);
      if (passwordHash !== undefined || disabled) await this.endSignIns(accountId, transaction);
      await this.audit.record(
        deeds.map((act) => ({ act, ...doneTo(accountId, by), details: { ...(roles && { roles }) } })),
        transaction,
      );
      await this.notices.announce({ accountId }, transaction);
    });
    await this.notices.hear({ accountId });
  }

  /** Ends every sign-in of an account, on whatever device, and its links. @throws {Problem} `not-found`. */
  async signOutEverywhere(accountId: string, by: Account): Promise<void> {
    await this.rowOf(accountId);
    await this.database.transaction(async (transaction) => {
      await this.endSignIns(accountId, transaction);
      await this.audit.record([{ act: 'signed-out', ...doneTo(accountId, by) }], transaction);
      await this.notices.announce({ accountId }, transaction);
    });
    await this.notices.hear({ accountId });
  }

  private async linked(
    accountId: string,
    transaction: EntityManager,
    by?: Account,
    ...before: readonly Deed[]
  ): Promise<Link> {
    const link = (await this.links.give([accountId], transaction)).get(accountId)!;
    await this.audit.record([...before, { act: 'link-given', ...doneTo(accountId, by) }], transaction);
    return link;
  }

  private async endSignIns(accountId: string, transaction: EntityManager): Promise<void> {
    await this.links.revoke([accountId], transaction);
    await transaction.delete(SignInRow, { accountId });
  }

  private async rowOf(accountId: string): Promise<AccountRow> {
    const row = await this.database.manager.findOneBy(AccountRow, { id: accountId });
    if (!row) throw refusal('not-found', 'there is no such account');
    return row;
  }
}

const doneTo = (accountId: string, by?: Account): Pick<Deed, 'accountId' | 'actorId'> => ({
  accountId,
  ...(by && { actorId: by.accountId }),
});
