import { type DynamicModule, Module } from '@nestjs/common';
import { CommandsModule } from './commands/commands.module.ts';
import { ContestsModule } from './contests/contests.module.ts';
import { DatabaseModule } from './schema/database.module.ts';
import { Announcements } from './desk/announcements.ts';
import { DeskModule } from './desk/desk.module.ts';
import { HttpModule } from './http/http.module.ts';
import { trustedProxies } from './http/trusted-proxies.ts';
import { JournalModule } from './journal/journal.module.ts';
import { LiveModule } from './live/live.module.ts';
import { ProtocolModule } from './protocol/protocol.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { AccountsModule } from './accounts/accounts.module.ts';
import { LettersModule } from './letters/letters.module.ts';
import type { MailSettings } from './letters/mail.ts';
import type { LinkKey } from './sign-in/link-key.ts';
import { admissions } from './admissions.ts';
import { peopleChannel, type PeopleChange, PeopleNotices } from './sign-in/people-notices.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';

export interface AppSettings {
  readonly databaseUrl: string;
  /** Why the database is not there at the moment, where this process keeps it itself. */
  readonly databaseTrouble?: () => string | undefined;
  /** What tokens of one-time links are derived from. */
  readonly linkKey: LinkKey;
  /** Where people find the house: what links and QR codes lead to. */
  readonly publicUrl?: string;
  /** The mail server; without one there are no letters. */
  readonly mail?: MailSettings | undefined;
  /** Addresses and subnets whose X-Forwarded headers are believed. */
  readonly trustProxy?: string;
}

@Module({})
export class AppModule {
  constructor(announcements: Announcements, notices: PeopleNotices) {
    announcements.hearAlso(peopleChannel, (told) => notices.hear(JSON.parse(told) as PeopleChange));
  }

  static with(settings: AppSettings): DynamicModule {
    const { databaseUrl, databaseTrouble, linkKey, publicUrl, mail, trustProxy } = settings;
    return {
      module: AppModule,
      imports: [
        DatabaseModule.at(databaseUrl, databaseTrouble),
        HttpModule.trusting(trustedProxies(trustProxy)),
        SignInModule.with({ admissions, linkKey, publicUrl }),
        LettersModule.by(mail),
        AccountsModule,
        JournalModule,
        DeskModule,
        ContestsModule,
        SessionsModule,
        ProtocolModule,
        CommandsModule,
        LiveModule,
      ],
    };
  }
}
