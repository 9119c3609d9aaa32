import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CardLanguage } from '../cards/card.ts';
import { drawCards } from '../cards/draw-cards.ts';
import { refusal } from '../http/problem.ts';
import type { Account } from '../sign-in/account.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { ContestRow } from './contest.entity.ts';
import { InvitationsService } from './invitations.service.ts';

/** Invitations on paper. Printing a link is a showing of it. */
@Injectable()
export class InvitationCards {
  constructor(
    private readonly database: DataSource,
    private readonly invitations: InvitationsService,
  ) {}

  /**
   * @param origin what links begin with where nobody has said what the public address is.
   * @throws {Problem} `not-found` where nobody has a link that is unused.
   */
  async pdf(contestId: string, origin: string, language: CardLanguage, by: Account): Promise<Buffer> {
    const { items, address = origin } = await this.invitations.list(contestId, by);
    const members = await this.database.manager.findBy(ContestMemberRow, { contestId });
    const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
    const cards = items.flatMap(({ memberId, link, expiresAt }) => {
      const name = names.get(memberId);
      return link && expiresAt && name ? [{ name, link: `${address}/l#${link}`, expiresAt }] : [];
    });
    const contest = await this.database.manager.findOneBy(ContestRow, { id: contestId });
    if (!contest || cards.length === 0) throw refusal('not-found', 'nobody here has a link that is unused');
    return drawCards({ cards, contest: contest.title, timeZone: contest.timeZone, language });
  }
}
