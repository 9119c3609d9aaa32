import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { SignInModule } from '../sign-in/sign-in.module.ts';
import { ContestsController } from './contests.controller.ts';
import { ContestsService } from './contests.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { NominationsController } from './nominations.controller.ts';
import { NominationsService } from './nominations.service.ts';
import { PresetsController } from './presets.controller.ts';

@Module({
  imports: [DeskModule, SignInModule],
  controllers: [ContestsController, NominationsController, MembersController, PresetsController],
  providers: [ContestsService, NominationsService, MembersService],
  exports: [ContestsService, NominationsService, MembersService],
})
export class ContestsModule {}
