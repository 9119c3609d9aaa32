import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem, refusal } from '../http/problem.ts';
import { type AccessRule, accessRule, type KnownRequest } from './access.ts';
import { isSecretary } from './account.ts';
import { SignInService } from './sign-in.service.ts';

/** Every request needs a sign-in unless its handler says otherwise. Sockets settle theirs in the handshake. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly signIns: SignInService,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return context.getType() === 'http' ? this.admit(context) : true;
  }

  private async admit(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const account = await this.signIns.callerFromCookie(request.headers.cookie);
    if (account) request.account = account;

    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessRule, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === 'public') return true;
    if (!account) throw new Problem(401, 'not-signed-in', 'this needs a sign-in');
    if (rule === 'secretary' && !isSecretary(account))
      throw refusal('forbidden', 'this is for the secretary');
    return true;
  }
}
