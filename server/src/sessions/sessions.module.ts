import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.ts';
import { SeatAccounts } from './seat-accounts.ts';
import { Seats } from './seats.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [DeskModule],
  controllers: [SessionsController],
  providers: [SeatAccounts, Seats, SessionsService],
  exports: [SeatAccounts, Seats, SessionsService],
})
export class SessionsModule {}
