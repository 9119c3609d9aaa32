import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.ts';
import { Announcements } from './announcements.ts';
import { Clocks } from './clocks.ts';
import { DeadlineKeeper } from './deadline-keeper.ts';
import { SessionProjections } from './session-projections.ts';
import { SessionDesk } from './session-desk.ts';

/** The one door for commands, and what every process knows of every session. */
@Module({
  imports: [JournalModule],
  providers: [Announcements, Clocks, DeadlineKeeper, SessionProjections, SessionDesk],
  exports: [Announcements, Clocks, JournalModule, SessionProjections, SessionDesk],
})
export class DeskModule {}
