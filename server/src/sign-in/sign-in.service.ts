import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import type { Me } from '@open-ballot/shared/contract/http';
import { Problem } from '../http/problem.ts';
import { AccountRow } from './account.entity.ts';
import { type Account, normalLogin } from './account.ts';
import { Attempts } from './attempts.ts';
import { deviceProofIn, isProofOf, proofOfDevice } from './known-device.ts';
import { isPassword } from './password.ts';
import { tokenIn } from './sign-in-cookie.ts';
import type { FreshSignIn } from './fresh-sign-in.ts';
import { SignInLinkRow } from './sign-in-link.entity.ts';
import { SignInRow } from './sign-in.entity.ts';
import { digestOf, freshToken } from './token.ts';

const day = 24 * 60 * 60 * 1000;
/** Long enough from the invitation to the last signature under a protocol. */
const signInLasts = 7 * day;
/** For how long a sign-in is trusted without asking the table; a sign-out in another process takes this long. */
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
  ) {}

  /** @throws {Problem} 401 without saying what was wrong, 429 where too many wait at once. */
  async signIn(typedLogin: string, password: string, origin: Origin): Promise<FreshSignIn> {
    const login = normalLogin(typedLogin);
    const { address, isAbandoned } = origin;
    const isFromKnownDevice = await this.isKnownDevice(login, origin.cookieHeader);
    const row = await this.attempts.at({ login, address, isFromKnownDevice, isAbandoned }, async () => {
      const row = await this.database.manager.findOneBy(AccountRow, { login });
      return (await isPassword(password, row?.passwordHash ?? null)) ? row : undefined;
    });
    if (!row) throw new Problem(401, 'wrong-credentials', 'the login or the password is wrong');
    return { ...(await this.begin(this.database.manager, row)), deviceProof: proofOfDevice(row) };
  }

  /**
   * Never counted and never made to wait: nobody guesses a token.
   *
   * @throws {Problem} 401 for a link that was used, has expired or never was.
   */
  async redeem(token: string): Promise<FreshSignIn> {
    const fresh = await this.database.transaction(async (transaction) => {
      const used = await transaction
        .createQueryBuilder()
        .update(SignInLinkRow)
        .set({ usedAt: () => 'now()' })
        .where('token_hash = :hash AND used_at IS NULL AND expires_at > now()', { hash: digestOf(token) })
        .returning('account_id')
        .execute();
      const [link] = used.raw as { readonly account_id: string }[];
      if (!link) return undefined;
      return this.begin(transaction, await transaction.findOneByOrFail(AccountRow, { id: link.account_id }));
    });
    if (!fresh) throw new Problem(401, 'link-spent', 'the link was used before or has expired');
    return fresh;
  }

  async signOut(cookieHeader: string | undefined): Promise<void> {
    const token = tokenIn(cookieHeader);
    if (token === undefined) return;
    await this.database.manager.delete(SignInRow, { tokenHash: digestOf(token) });
    this.cache.delete(token);
  }

  /** Ends every sign-in of an account, on whatever device, and its links: for a phone that was lost. */
  async signOutEverywhere(accountId: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.delete(SignInLinkRow, { accountId });
      await transaction.delete(SignInRow, { accountId });
    });
    // Whose a remembered sign-in is takes asking: all of them are asked for anew.
    this.cache.clear();
  }

  /** The account behind a Cookie header, or undefined for a stranger. */
  async callerFromCookie(cookieHeader: string | undefined): Promise<Account | undefined> {
    const token = tokenIn(cookieHeader);
    if (token === undefined) return undefined;
    const cached = this.cache.get(token);
    if (cached && cached.until > Date.now()) return cached.account;
    return this.lookUp(token);
  }

  async describe(account: Account): Promise<Me> {
    const seats = await this.database.query<Me['seats']>(
      'SELECT session_id AS "sessionId", member_id AS "memberId" FROM session_seat WHERE account_id = $1',
      [account.accountId],
    );
    return { ...account, seats };
  }

  private async isKnownDevice(login: string, cookieHeader: string | undefined): Promise<boolean> {
    const proof = deviceProofIn(cookieHeader);
    if (proof === undefined) return false;
    const row = await this.database.manager.findOneBy(AccountRow, { login });
    return row !== null && isProofOf(row, proof);
  }

  private async begin(manager: EntityManager, row: AccountRow): Promise<FreshSignIn> {
    const token = freshToken();
    const expiresAt = new Date(Date.now() + signInLasts);
    await manager.delete(SignInRow, { accountId: row.id, expiresAt: LessThan(new Date()) });
    await manager.insert(SignInRow, { tokenHash: digestOf(token), accountId: row.id, expiresAt });
    return { account: accountOf(row), token, lastsMs: signInLasts };
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
    const [row] = await this.database.query<(AccountRow & { readonly isStale: boolean })[]>(
      `SELECT account.id, login, name, roles, last_seen < now() - $2 * interval '1 ms' AS "isStale"
       FROM sign_in JOIN account ON account.id = account_id
       WHERE token_hash = $1 AND expires_at > now()`,
      [tokenHash, lastSeenIsKeptTo],
    );
    if (!row) return undefined;
    if (row.isStale) await this.database.manager.update(SignInRow, { tokenHash }, { lastSeen: new Date() });
    return accountOf(row);
  }
}

const accountOf = ({ id, login, name, roles }: AccountRow): Account => ({
  accountId: id,
  login,
  name,
  roles,
});
