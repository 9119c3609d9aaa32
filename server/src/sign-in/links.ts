import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { SignInLinkRow } from './sign-in-link.entity.ts';
import { digestOf } from './token.ts';
import { LinkKey } from './link-key.ts';

/** An invitation may be printed and handed out well before the session. */
const linkLasts = 30 * 24 * 60 * 60 * 1000;

/** A one-time way in: `token` goes into the fragment of the address on the invitation. */
export interface Link {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** One-time links. Their tokens are derived, so they can be shown until they are used, and the database has none. */
@Injectable()
export class Links {
  constructor(
    private readonly database: DataSource,
    private readonly key: LinkKey,
  ) {}

  /** A fresh link each, in place of whatever they had, which may lie on somebody else's table. */
  async give(
    accountIds: readonly string[],
    manager: EntityManager = this.database.manager,
  ): Promise<ReadonlyMap<string, Link>> {
    await this.revoke(accountIds, manager);
    const expiresAt = new Date(Date.now() + linkLasts);
    const given = accountIds.map((accountId) => {
      const id = randomUUID();
      return { accountId, id, token: this.key.tokenOf(id), expiresAt };
    });
    await manager.insert(
      SignInLinkRow,
      given.map(({ accountId, id, token }) => ({ id, accountId, tokenHash: digestOf(token), expiresAt })),
    );
    return new Map(given.map(({ accountId, ...link }) => [accountId, link]));
  }

  /** Their links that still open something, as far as the key that derived them is the one in use. */
  async standing(
    accountIds: readonly string[],
    manager: EntityManager = this.database.manager,
  ): Promise<ReadonlyMap<string, Link>> {
    const rows = await manager.findBy(SignInLinkRow, {
      accountId: In(accountIds),
      usedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    });
    const links = rows.map(({ accountId, id, tokenHash, expiresAt }) => ({
      accountId,
      tokenHash,
      link: { id, token: this.key.tokenOf(id), expiresAt },
    }));
    const derived = links.filter(({ tokenHash, link }) => digestOf(link.token) === tokenHash);
    return new Map(derived.map(({ accountId, link }) => [accountId, link]));
  }

  async revoke(accountIds: readonly string[], manager: EntityManager = this.database.manager): Promise<void> {
    await manager.delete(SignInLinkRow, { accountId: In(accountIds) });
  }
}
