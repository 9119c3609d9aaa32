import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FreshSignIn } from './sign-in.service.ts';

const inHeader = /(?:^|;\s*)sid=([\w-]{43})(?:\s*;|$)/;

/** The token in a Cookie header, if there is one. */
export const tokenIn = (cookieHeader: string | undefined): string | undefined =>
  cookieHeader === undefined ? undefined : inHeader.exec(cookieHeader)?.[1];

export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, lastsMs }: FreshSignIn,
): void {
  setCookie(request, reply, token, lastsMs / 1000);
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, '', 0);
}

/** `seconds`, not a date: the device's clock may be anything. */
function setCookie(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  // Phones in a hall may come over plain http, where a browser would drop a Secure cookie.
  const secure = request.protocol === 'https' ? '; Secure' : '';
  void reply.header(
    'set-cookie',
    `sid=${token}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure}`,
  );
}
