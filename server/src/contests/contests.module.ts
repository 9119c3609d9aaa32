import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { DeskModule } from '../desk/desk.module.ts';

import { ContestSecretariesController } from './contest-secretaries.controller.ts';
import { ContestSecretaries } from './contest-secretaries.ts';
import { ContestsController } from './contests.controller.ts';
import { ContestsService } from './contests.service.ts';
import { ImportTemplatesController } from './import/import-templates.controller.ts';
import { ImportController } from './import/import.controller.ts';
import { ImportService } from './import/import.service.ts';
import { Mail } from '../letters/mail.ts';
import { Outbox } from '../letters/outbox.ts';
import { InvitationCards } from './invitation-cards.ts';
import { InvitationLetters } from './invitation-letters.ts';
import { InvitationWriter } from './invitation-writer.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsService } from './invitations.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { NominationsController } from './nominations.controller.ts';
import { NominationsService } from './nominations.service.ts';
import { PresetsController } from './presets.controller.ts';
import { SeatTaking } from './seat-taking.ts';

@Module({
  imports: [AccountsModule, DeskModule],
  controllers: [
    ContestsController,
    NominationsController,
    MembersController,
    ImportController,
    ImportTemplatesController,
    PresetsController,
    InvitationsController,
    ContestSecretariesController,
  ],
  providers: [
    ContestsService,
    ContestSecretaries,
    NominationsService,
    MembersService,
    ImportService,
    InvitationsService,
    InvitationCards,
    InvitationLetters,
    InvitationWriter,
    {
      provide: Outbox,
      inject: [DataSource, Mail, InvitationWriter],
      useFactory: (database: DataSource, mail: Mail, invitations: InvitationWriter) =>
        new Outbox(database, mail, { invitation: (parameters) => invitations.write(parameters) }),
    },
    SeatTaking,
  ],
  exports: [ContestsService, NominationsService, MembersService],
})
export class ContestsModule {}
