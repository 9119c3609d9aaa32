import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan, Not } from 'typeorm';
import type { Me } from '@open-ballot/shared/contract/http';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid, Problem } from '../http/problem.ts';
import { AccountRow } from './account.entity.ts';
import { type Account, normalLogin } from './account.ts';
import { Audit, type Deed } from './audit.ts';
import { PeopleNotices } from './people-notices.ts';
import { Attempts } from './attempts.ts';
import { deviceProofIn, isProofOf, proofOfDevice } from './known-device.ts';
import { hashPassword, isPassword, mustBeSecret } from './password.ts';
import { tokenIn } from './sign-in-cookie.ts';
import type { FreshSignIn } from './fresh-sign-in.ts';
import { SignInLinkRow } from './sign-in-link.entity.ts';
import { SignInRow } from './sign-in.entity.ts';
import { digestOf, freshToken } from './token.ts';

const day = 24 * 60 * 60 * 1000;
/** Long enough from the invitation to the last signature under a protocol. */
const signInLasts = 7 * day;
/** For how long a sign-in is trusted without asking the table, where nobody told that it changed (`PeopleNotices`). */
const cacheLasts = 10_000;
const cacheHolds = 10_000;
const lastSeenIsKeptTo = 5 * 60_000;

/** Where an attempt comes from. */
export interface Origin {
  readonly address: string;
  readonly cookieHeader?: string | undefined;
  readonly isAbandoned: () => boolean;
}

/** Settles who is calling, for requests and sockets alike (rule 8.6). */
@Injectable()
export class SignInService {
  private readonly cache = new Map<
    string,
    { readonly account: Promise<Account | undefined>; readonly until: number }
  >();

  constructor(
    private readonly database: DataSource,
    private readonly attempts: Attempts,
    private readonly audit: Audit,
    private readonly notices: PeopleNotices,
  ) {
    // Whose a remembered sign-in is takes asking: all of them are asked for anew.
    notices.onChange(({ accountId }) => {
      if (accountId !== undefined) this.cache.clear();
    });
  }

  /** @throws {Problem} 401 without saying what was wrong, 429 where too many wait at once. */
  async signIn(typedLogin: string, password: string, origin: Origin): Promise<FreshSignIn> {
    const login = normalLogin(typedLogin);
    const { address, isAbandoned } = origin;
    const isFromKnownDevice = await this.isKnownDevice(login, origin.cookieHeader);
    const row = await this.attempts.at({ login, address, isFromKnownDevice, isAbandoned }, async () => {
      const row = await this.database.manager.findOneBy(AccountRow, { login });
      const isRight = (await isPassword(password, row?.passwordHash ?? null)) && !row?.disabledAt;
      if (!isRight) await this.audit.refused('sign-in-refused', address, row?.id);
      return isRight ? row : undefined;
    });
    if (!row) throw new Problem(401, 'wrong-credentials', 'the login or the password is wrong');
    const fresh = await this.database.transaction((transaction) =>
      this.begin(transaction, row.id, 'signed-in'),
    );
    return { ...fresh, deviceProof: proofOfDevice(row) };
  }

  /**
   * Never counted and never made to wait: nobody guesses a token.
   *
   * @throws {Problem} 401 for a link that was used, has expired or never was.
   */
  async redeem(token: string, address: string): Promise<FreshSignIn> {
    const fresh = await this.database.transaction(async (transaction) => {
      const used = await transaction
        .createQueryBuilder()
        .update(SignInLinkRow)
        .set({ usedAt: () => 'now()' })
        .where('token_hash = :hash AND used_at IS NULL AND expires_at > now()', { hash: digestOf(token) })
        .andWhere('account_id NOT IN (SELECT id FROM account WHERE disabled_at IS NOT NULL)')
        .returning('account_id')
        .execute();
      const [link] = used.raw as { readonly account_id: string }[];
      return link && this.begin(transaction, link.account_id, 'link-used');
    });
    if (fresh) return fresh;
    await this.audit.refused('link-refused', address);
    throw new Problem(401, 'link-spent', 'the link was used before or has expired');
  }

  async signOut(cookieHeader: string | undefined): Promise<void> {
    const token = tokenIn(cookieHeader);
    if (token === undefined) return;
    const account = await this.callerFromCookie(cookieHeader);
    await this.database.manager.delete(SignInRow, { tokenHash: digestOf(token) });
    this.cache.delete(token);
    if (!account) return;
    const change = { accountId: account.accountId };
    await this.notices.announce(change);
    await this.notices.hear(change);
  }

  /**
   * Sets the own password; the account's other sign-ins end.
   *
   * @param old not asked of somebody who came by a link and has none.
   * @throws {Problem} 401 where the old one is wrong, 429 when hammered, `invalid` for one that everybody knows.
   */
  async changePassword(
    account: Account,
    { old, fresh }: { readonly old?: string; readonly fresh: string },
    { cookieHeader, address, isAbandoned }: Origin,
  ): Promise<void> {
    mustBeSecret(fresh, 'newPassword');
    const { accountId, login } = account;
    const attempt = { login, address, isFromKnownDevice: true, isAbandoned };
    const right = await this.attempts.at(attempt, async () => {
      const { passwordHash } = await this.database.manager.findOneByOrFail(AccountRow, { id: accountId });
      return passwordHash === null || (await isPassword(old ?? '', passwordHash)) ? true : undefined;
    });
    if (!right) throw invalid(fault('oldPassword', 'password-wrong'));
    const passwordHash = await hashPassword(fresh);
    await this.database.transaction(async (transaction) => {
      await transaction.update(AccountRow, { id: accountId }, { passwordHash, rehearsalOnly: false });
      await transaction.delete(SignInLinkRow, { accountId });
      await transaction.delete(SignInRow, {
        accountId,
        tokenHash: Not(digestOf(tokenIn(cookieHeader) ?? '')),
      });
      await this.audit.record([{ act: 'password-changed', actorId: accountId, accountId }], transaction);
      await this.notices.announce({ accountId }, transaction);
    });
    await this.notices.hear({ accountId });
  }

  /** The account behind a Cookie header, or undefined for a stranger. */
  async callerFromCookie(cookieHeader: string | undefined): Promise<Account | undefined> {
    const token = tokenIn(cookieHeader);
    if (token === undefined) return undefined;
    const cached = this.cache.get(token);
    if (cached && cached.until > Date.now()) return cached.account;
    return this.lookUp(token);
  }

  /** The same without what is remembered: somebody may have been given a right a moment ago. */
  async callerAfresh(cookieHeader: string | undefined): Promise<Account | undefined> {
    this.cache.delete(tokenIn(cookieHeader) ?? '');
    return this.callerFromCookie(cookieHeader);
  }

  async describe({ accountId, login, name, roles, secretaryOf, rehearsalOnly }: Account): Promise<Me> {
    const seats = await this.database.query<Me['seats']>(
      'SELECT session_id AS "sessionId", member_id AS "memberId" FROM session_seat WHERE account_id = $1',
      [accountId],
    );
    return {
      accountId,
      login,
      name,
      roles,
      secretaryOf,
      ...(rehearsalOnly && { rehearsalOnly }),
      seats,
    };
  }

  private async isKnownDevice(login: string, cookieHeader: string | undefined): Promise<boolean> {
    const proof = deviceProofIn(cookieHeader);
    if (proof === undefined) return false;
    const row = await this.database.manager.findOneBy(AccountRow, { login });
    return row !== null && isProofOf(row, proof);
  }

  private async begin(manager: EntityManager, accountId: string, act: Deed['act']): Promise<FreshSignIn> {
    const token = freshToken();
    const tokenHash = digestOf(token);
    const expiresAt = new Date(Date.now() + signInLasts);
    await manager.delete(SignInRow, { accountId, expiresAt: LessThan(new Date()) });
    await manager.insert(SignInRow, { tokenHash, accountId, expiresAt });
    await manager.update(AccountRow, { id: accountId }, { lastSignIn: new Date() });
    await this.audit.record([{ act, actorId: accountId, accountId }], manager);
    return { account: (await readAccount(manager, tokenHash))!, token, lastsMs: signInLasts };
  }

  /** One query however many requests of a browser come at once. */
  private async lookUp(token: string): Promise<Account | undefined> {
    if (this.cache.size >= cacheHolds) this.cache.clear();
    const account = this.readAccount(digestOf(token));
    this.cache.set(token, { account, until: Date.now() + cacheLasts });
    // Neither a failure nor a stranger is worth remembering.
    try {
      const found = await account;
      if (!found) this.cache.delete(token);
      return found;
    } catch (error) {
      this.cache.delete(token);
      throw error;
    }
  }

  private async readAccount(tokenHash: string): Promise<Account | undefined> {
    const { manager } = this.database;
    const found = await readAccount(manager, tokenHash);
    if (!found) return undefined;
    const { isStale, ...account } = found;
    if (isStale) await manager.update(SignInRow, { tokenHash }, { lastSeen: new Date() });
    return account;
  }
}

/** Whose sign-in this is; `isStale` where it should be noted that it is still in use. */
async function readAccount(
  manager: EntityManager,
  tokenHash: string,
): Promise<(Account & { readonly isStale: boolean }) | undefined> {
  const [found] = await manager.query<(Account & { readonly isStale: boolean })[]>(
    `SELECT account.id AS "accountId", login, name, roles, rehearsal_only AS "rehearsalOnly",
            ARRAY(SELECT contest_id FROM contest_secretary JOIN contest ON contest.id = contest_id
                  WHERE account_id = account.id AND (NOT rehearsal_only OR rehearsal_start IS NOT NULL)) AS "secretaryOf",
            last_seen < now() - $2 * interval '1 ms' AS "isStale"
     FROM sign_in JOIN account ON account.id = account_id
     WHERE token_hash = $1 AND expires_at > now() AND disabled_at IS NULL`,
    [tokenHash, lastSeenIsKeptTo],
  );
  return found;
}
