import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ContestsController } from './contests.controller.ts';
import { ContestsService } from './contests.service.ts';
import { ImportTemplatesController } from './import/import-templates.controller.ts';
import { ImportController } from './import/import.controller.ts';
import { ImportService } from './import/import.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { NominationsController } from './nominations.controller.ts';
import { NominationsService } from './nominations.service.ts';
import { PresetsController } from './presets.controller.ts';

@Module({
  imports: [AccountsModule, DeskModule],
  controllers: [
    ContestsController,
    NominationsController,
    MembersController,
    ImportController,
    ImportTemplatesController,
    PresetsController,
  ],
  providers: [ContestsService, NominationsService, MembersService, ImportService],
  exports: [ContestsService, NominationsService, MembersService],
})
export class ContestsModule {}
