import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Admissions, tableOfAdmissions } from './access.ts';
import { Attempts } from './attempts.ts';
import { Audit } from './audit.ts';
import { LinkKey } from './link-key.ts';
import { Links } from './links.ts';
import { PeopleNotices } from './people-notices.ts';
import { PublicAddress } from './public-address.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { SignInService } from './sign-in.service.ts';

export interface DoorSettings {
  readonly admissions: Admissions;
  readonly linkKey: LinkKey;
  readonly publicUrl: string | undefined;
}

/** Who is calling, and how they came in. Global: every capability has to do with people. */
@Module({})
export class SignInModule {
  static with({ admissions, linkKey, publicUrl }: DoorSettings): DynamicModule {
    return {
      module: SignInModule,
      global: true,
      controllers: [SignInController],
      providers: [
        SignInService,
        Attempts,
        Audit,
        Links,
        PeopleNotices,
        { provide: LinkKey, useValue: linkKey },
        { provide: PublicAddress, useValue: new PublicAddress(publicUrl?.replace(/\/+$/, '')) },
        { provide: tableOfAdmissions, useValue: admissions },
        { provide: APP_GUARD, useClass: SignInGuard },
      ],
      exports: [SignInService, Audit, Links, PeopleNotices, PublicAddress],
    };
  }
}
