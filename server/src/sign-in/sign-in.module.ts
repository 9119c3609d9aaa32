import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from '../accounts/accounts.controller.ts';
import { AccountsService } from '../accounts/accounts.service.ts';
import { Attempts } from './attempts.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  controllers: [SignInController, AccountsController],
  providers: [SignInService, AccountsService, Attempts, { provide: APP_GUARD, useClass: SignInGuard }],
  exports: [SignInService, AccountsService],
})
export class SignInModule {}
