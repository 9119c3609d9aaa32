import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { CommandsController } from './commands.controller.ts';
import { CommandsService } from './commands.service.ts';
import { Preparations } from './preparations.ts';
import { ProtocolIssue } from './protocol-issue.ts';
import { SeatAccounts } from '../sessions/seat-accounts.ts';
import { Seats } from '../sessions/seats.ts';

/** The door for every command of the rules, the same for HTTP and sockets. */
@Module({
  imports: [DeskModule],
  controllers: [CommandsController],
  providers: [CommandsService, Preparations, ProtocolIssue, SeatAccounts, Seats],
  exports: [CommandsService, SeatAccounts, Seats],
})
export class CommandsModule {}
