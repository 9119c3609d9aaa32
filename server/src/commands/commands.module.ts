import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { CommandsController } from './commands.controller.ts';
import { CommandsService } from './commands.service.ts';
import { Preparations } from './preparations.ts';
import { ProtocolIssue } from './protocol-issue.ts';

/** The door for every command of the rules, the same for HTTP and sockets. */
@Module({
  imports: [DeskModule, SessionsModule],
  controllers: [CommandsController],
  providers: [CommandsService, Preparations, ProtocolIssue],
  exports: [CommandsService],
})
export class CommandsModule {}
