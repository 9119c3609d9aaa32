import {
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Account } from './account.ts';

export type AccessRule = 'public' | 'secretary';
export const accessRule = 'access-rule';

/** Answers people without a sign-in too. Everything else asks for one. */
export const Public = (): CustomDecorator => SetMetadata(accessRule, 'public' satisfies AccessRule);

/** For secretaries alone. */
export const SecretaryOnly = (): CustomDecorator => SetMetadata(accessRule, 'secretary' satisfies AccessRule);

/** A request after the guard has looked at its cookie. */
export type KnownRequest = FastifyRequest & { account?: Account };

/** The account that signed in; undefined only where `@Public()` lets people in without one. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): Account | undefined =>
    context.switchToHttp().getRequest<KnownRequest>().account,
);
