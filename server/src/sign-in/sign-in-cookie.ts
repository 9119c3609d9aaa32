import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceIsKnownFor } from './known-device.ts';
import type { FreshSignIn } from './fresh-sign-in.ts';

const inHeader = /(?:^|;\s*)sid=([\w-]{43})(?:\s*;|$)/;

/** The token in a Cookie header, if there is one. */
export const tokenIn = (cookieHeader: string | undefined): string | undefined =>
  cookieHeader === undefined ? undefined : inHeader.exec(cookieHeader)?.[1];

export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, lastsMs, deviceProof }: FreshSignIn,
): void {
  setCookie(request, reply, `sid=${token}; Max-Age=${lastsMs / 1000}; Path=/`);
  if (deviceProof !== undefined)
    setCookie(request, reply, `known=${deviceProof}; Max-Age=${deviceIsKnownFor}; Path=/api/sign-in`);
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, 'sid=; Max-Age=0; Path=/');
}

/** Max-Age, not a date: the device's clock may be anything. */
function setCookie(request: FastifyRequest, reply: FastifyReply, cookie: string): void {
  // Phones in a hall may come over plain http, where a browser would drop a Secure cookie.
  const secure = request.protocol === 'https' ? '; Secure' : '';
  void reply.header('set-cookie', `${cookie}; HttpOnly; SameSite=Strict${secure}`);
}
