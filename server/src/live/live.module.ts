import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.ts';
import { DeskModule } from '../desk/desk.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { LiveGateway } from './live.gateway.ts';

/** Tells every screen what was recorded. It imports the other rooms; none of them imports it. */
@Module({
  imports: [CommandsModule, DeskModule, SessionsModule],
  providers: [LiveGateway],
})
export class LiveModule {}
