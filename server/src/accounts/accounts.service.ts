import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { AccountRole } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { violates } from '../database/unique-violation.ts';
import { invalid, refusal } from '../http/problem.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { type Account, normalLogin } from '../sign-in/account.ts';
import { hashPassword } from '../sign-in/password.ts';
import { SignInLinkRow } from '../sign-in/sign-in-link.entity.ts';
import { digestOf, freshToken } from '../sign-in/token.ts';

/** An invitation may be printed and handed out well before the session. */
const linkLasts = 30 * 24 * 60 * 60 * 1000;

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  /** Absent for people who only come in by one-time links. */
  readonly password?: string;
  readonly roles?: readonly AccountRole[];
}

/** A one-time way in: `token` goes into the fragment of the address on the invitation and is known only now. */
export interface FreshLink {
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class AccountsService {
  constructor(private readonly database: DataSource) {}

  /** @throws {Problem} `invalid` when the login is taken. */
  async create(
    { login, name, password, roles = ['member'] }: NewAccount,
    manager: EntityManager = this.database.manager,
  ): Promise<{ readonly accountId: string; readonly link: FreshLink }> {
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const id = randomUUID();
    try {
      await manager.insert(AccountRow, {
        id,
        login: normalLogin(login),
        name: name.trim(),
        passwordHash,
        roles: [...roles],
      });
    } catch (error) {
      if (violates(error, 'account_login_once')) throw invalid(fault('login', 'taken'));
      throw error;
    }
    return { accountId: id, link: await this.issueLink(id, manager) };
  }

  async list(): Promise<readonly Account[]> {
    const rows = await this.database.manager.find(AccountRow, { order: { login: 'ASC' } });
    return rows.map(({ id, login, name, roles }) => ({ accountId: id, login, name, roles }));
  }

  /** @throws {Problem} `not-found`. */
  async issueLink(accountId: string, manager: EntityManager = this.database.manager): Promise<FreshLink> {
    await this.mustExist(accountId, manager);
    const link = { token: freshToken(), expiresAt: new Date(Date.now() + linkLasts) };
    // A new invitation takes the place of the old one, which may lie on somebody else's table.
    await manager.delete(SignInLinkRow, { accountId });
    await manager.insert(SignInLinkRow, {
      tokenHash: digestOf(link.token),
      accountId,
      expiresAt: link.expiresAt,
    });
    return link;
  }

  /** @throws {Problem} `not-found`. */
  async mustExist(accountId: string, manager: EntityManager = this.database.manager): Promise<void> {
    if (!(await manager.existsBy(AccountRow, { id: accountId })))
      throw refusal('not-found', 'there is no such account');
  }

  /**
   * A secretary gives no way in to another secretary (rule 13.3).
   * @throws {Problem} `not-found`, `forbidden`.
   */
  async mustNotBeOfficer(accountId: string): Promise<void> {
    const account = await this.database.manager.findOneBy(AccountRow, { id: accountId });
    if (!account) throw refusal('not-found', 'there is no such account');
    if (account.roles.includes('secretary'))
      throw refusal('forbidden', 'a secretary gives no way in to another secretary');
  }

  /** Account ids by normal login; logins nobody has are missing. */
  async idsByLogin(
    logins: readonly string[],
    manager: EntityManager = this.database.manager,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.findBy(AccountRow, { login: In(logins.map(normalLogin)) });
    return new Map(rows.map(({ login, id }) => [login, id]));
  }
}
