import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Account } from './account.ts';

/** A request after the guard has looked at its cookie. */
export type KnownRequest = FastifyRequest & { account?: Account };

/** The account that signed in; undefined only where the table of admissions lets people in without one. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): Account | undefined =>
    context.switchToHttp().getRequest<KnownRequest>().account,
);

/**
 * Who may ask something over HTTP (rule 18). `reader`, `keeper` and `secretary` are so of the contest in the address:
 * a reader has a part in it or it is public, a keeper is its secretary or an administrator. An `officer` is an
 * administrator or a secretary of whatever contest.
 */
export type Admission =
  'anyone' | 'signed-in' | 'reader' | 'keeper' | 'secretary' | 'officer' | 'administrator';

/** By controller, without the ending of its name, and handler. */
export type Admissions = Readonly<Record<string, Readonly<Record<string, Admission>>>>;

/** Injects the table of admissions. */
export const tableOfAdmissions = Symbol('tableOfAdmissions');
