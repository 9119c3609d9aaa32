import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { AuditController } from './audit.controller.ts';

@Module({
  controllers: [AccountsController, AuditController],
  providers: [AccountsService],
  exports: [AccountsService],
})
export class AccountsModule {}
