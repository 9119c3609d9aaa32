import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { IssuedFilesController } from './issued-files.controller.ts';
import { IssuedFilesService } from './issued-files.service.ts';
import { ProtocolsController } from './protocols.controller.ts';
import { ProtocolsService } from './protocols.service.ts';

@Module({
  imports: [DeskModule, SessionsModule],
  controllers: [ProtocolsController, IssuedFilesController],
  providers: [ProtocolsService, IssuedFilesService],
})
export class ProtocolModule {}
