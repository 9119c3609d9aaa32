import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Attempts } from './attempts.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  controllers: [SignInController],
  providers: [SignInService, Attempts, { provide: APP_GUARD, useClass: SignInGuard }],
  exports: [SignInService],
})
export class SignInModule {}
