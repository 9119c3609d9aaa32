import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterParameters, Written } from '../letters/letter.ts';
import { Links } from '../sign-in/links.ts';
import { ContestMemberRow } from './contest-member.entity.ts';
import { ContestRow } from './contest.entity.ts';

/** Writes an invitation at the moment it is sent: its link is derived then and stands in no queue. */
@Injectable()
export class InvitationWriter {
  constructor(
    private readonly database: DataSource,
    private readonly links: Links,
  ) {}

  /** Undefined where the link was used, replaced or revoked meanwhile, or the member has left. */
  async write({
    contestId,
    memberId,
    linkId,
    origin,
  }: LetterParameters['invitation']): Promise<Written | undefined> {
    const { manager } = this.database;
    const member = await manager.findOneBy(ContestMemberRow, { contestId, memberId });
    const contest = await manager.findOneBy(ContestRow, { id: contestId });
    if (!contest || member?.accountId == null) return undefined;
    const link = (await this.links.standing([member.accountId])).get(member.accountId);
    if (link?.id !== linkId) return undefined;
    const { title, timeZone } = contest;
    const until = (language: string): string =>
      new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
        link.expiresAt,
      );
    const address = `${origin}/l#${link.token}`;
    return {
      subject: `Приглашение / Invitation: ${title}`,
      text: `Здравствуйте, ${member.name}!

Вас приглашают к участию в заседании комиссии: ${title}.
Чтобы войти, откройте ссылку:

${address}

Ссылка только для вас: кто её откроет, войдёт под вашим именем. Не пересылайте её. Она сработает один раз и действует до ${until('ru')} (${timeZone}).

–

Dear ${member.name},

You are invited to take part in the session of the commission: ${title}.
To sign in, open the link:

${address}

The link is for you alone: whoever opens it comes in under your name. Do not pass it on. It works once, until ${until('en-GB')} (${timeZone}).
`,
    };
  }
}
