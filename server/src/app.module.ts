import { type DynamicModule, Module } from '@nestjs/common';
import { CommandsModule } from './commands/commands.module.ts';
import { ContestsModule } from './contests/contests.module.ts';
import { DatabaseModule } from './schema/database.module.ts';
import { DeskModule } from './desk/desk.module.ts';
import { HttpModule } from './http/http.module.ts';
import { trustedProxies } from './http/trusted-proxies.ts';
import { JournalModule } from './journal/journal.module.ts';
import { LiveModule } from './live/live.module.ts';
import { ProtocolModule } from './protocol/protocol.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';

export interface AppSettings {
  readonly databaseUrl: string;
  /** Why the database is not there at the moment, where this process keeps it itself. */
  readonly databaseTrouble?: () => string | undefined;
  /** Addresses and subnets whose X-Forwarded headers are believed. */
  readonly trustProxy?: string;
}

@Module({})
export class AppModule {
  static with({ databaseUrl, databaseTrouble, trustProxy }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.at(databaseUrl, databaseTrouble),
        HttpModule.trusting(trustedProxies(trustProxy)),
        SignInModule,
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
