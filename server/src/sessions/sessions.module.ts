import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.ts';
import { DeskModule } from '../desk/desk.module.ts';
import { IssuedFilesController } from './issued-files.controller.ts';
import { IssuedFilesService } from './issued-files.service.ts';
import { ProtocolsController } from './protocols.controller.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [CommandsModule, DeskModule],
  controllers: [SessionsController, ProtocolsController, IssuedFilesController],
  providers: [SessionsService, IssuedFilesService],
  exports: [SessionsService],
})
export class SessionsModule {}
