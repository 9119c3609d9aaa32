import { Injectable } from '@nestjs/common';
import type { InvitationLetter } from '@open-ballot/shared/contract/accounts';
import { fault } from '@open-ballot/shared/rules/fault';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { invalid, refusal } from '../http/problem.ts';
import { Outbox } from '../letters/outbox.ts';
import type { Account } from '../sign-in/account.ts';
import { Audit } from '../sign-in/audit.ts';
import { Links } from '../sign-in/links.ts';
import { PublicAddress } from '../sign-in/public-address.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import type { LettersDto } from './invitation.dto.ts';
import { InvitationsService } from './invitations.service.ts';
import { mayBeLinked } from './ways-in.ts';

/** Invitations by e-mail: queued with the links they are about, or not at all. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly database: DataSource,
    private readonly invitations: InvitationsService,
    private readonly links: Links,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
  ) {}

  async list(contestId: string): Promise<readonly InvitationLetter[]> {
    const letters = await this.outbox.of('invitation', { contestId: contestId.toLowerCase() });
    return letters.map(({ parameters: { memberId }, ...letter }) => ({ memberId, ...letter }));
  }

  /**
   * @param origin what links begin with where nobody has said what the public address is.
   * @throws {Problem} `mail-off`; `not-found` for no member; `invalid` for one without an address; `forbidden` for one
   *   who comes in by means of their own.
   */
  async send(
    contestId: string,
    wanted: LettersDto,
    origin: string,
    by: Account,
  ): Promise<readonly InvitationLetter[]> {
    if (!this.outbox.isOpen) throw refusal('mail-off', 'no mail server is set: SMTP_URL, MAIL_FROM');
    await this.invitations.giving(contestId, by, (transaction) =>
      this.queue(transaction, contestId.toLowerCase(), wanted, this.address.url ?? origin, by),
    );
    this.outbox.wake();
    return this.list(contestId);
  }

  private async queue(
    transaction: EntityManager,
    contestId: string,
    wanted: LettersDto,
    origin: string,
    by: Account,
  ): Promise<void> {
    const rows = await transaction.findBy(ContestMemberRow, { contestId, email: Not(IsNull()) });
    const addresses = new Map(rows.map(({ memberId, email }) => [memberId, email!]));
    const ways = await this.invitations.invited(
      transaction,
      contestId,
      { memberIds: wanted.memberIds ?? (await this.awaited(transaction, contestId, addresses)) },
      by,
    );
    const without = wanted.memberIds?.findIndex((memberId) => !addresses.has(memberId)) ?? -1;
    if (without >= 0) throw invalid(fault(`memberIds.${without}`, 'no-email'));
    const open = ways.filter(mayBeLinked);
    if (wanted.memberIds && open.length < ways.length)
      throw refusal('forbidden', 'the account is not of this contest alone');
    const links = await this.links.standing(
      open.map(({ accountId }) => accountId!),
      transaction,
    );
    const put = await this.outbox.put(
      'invitation',
      open.map(({ memberId, accountId }) => ({
        address: addresses.get(memberId)!,
        parameters: { contestId, memberId, linkId: links.get(accountId!)!.id, origin },
      })),
      // Who is named is sent another letter; it is pressed twice that sends none.
      wanted.memberIds ? ['waiting'] : ['waiting', 'sent'],
      transaction,
    );
    const accounts = new Map(open.map(({ memberId, accountId }) => [memberId, accountId!]));
    await this.audit.record(
      put.map(({ address, parameters: { memberId } }) => ({
        act: 'link-mailed',
        actorId: by.accountId,
        accountId: accounts.get(memberId)!,
        contestId,
        details: { address },
      })),
      transaction,
    );
  }

  private async awaited(
    transaction: EntityManager,
    contestId: string,
    addresses: ReadonlyMap<string, string>,
  ): Promise<string[]> {
    const come = await transaction.query<{ memberId: string }[]>(
      `SELECT member_id AS "memberId" FROM contest_member JOIN account ON account.id = account_id
       WHERE contest_id = $1 AND last_sign_in IS NOT NULL`,
      [contestId],
    );
    const there = new Set(come.map(({ memberId }) => memberId));
    return [...addresses.keys()].filter((memberId) => !there.has(memberId));
  }
}
