import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountRow } from './account.entity.ts';

type Owner = Pick<AccountRow, 'login' | 'passwordHash'>;

const day = 24 * 60 * 60;
export const deviceIsKnownFor = 180 * day;

const inHeader = /(?:^|;\s*)known=(\d{1,12}\.[\w-]{43})(?:\s*;|$)/;

/** What a browser brings to show that it has signed in with a password before. */
export const deviceProofIn = (cookieHeader: string | undefined): string | undefined =>
  cookieHeader === undefined ? undefined : inHeader.exec(cookieHeader)?.[1];

/**
 * A proof for a browser whose owner has just typed the right password. It opens nothing: its bearer's attempts at
 * this login wait apart from those of strangers. Made with the password's own hash, which is salted and never
 * leaves the house: no key to keep, the same in every process, and gone with the password.
 */
export function proofOfDevice(owner: Owner, nowMs = Date.now()): string {
  const until = Math.floor(nowMs / 1000) + deviceIsKnownFor;
  return `${until}.${signed(owner, until)}`;
}

export function isProofOf(owner: Owner, proof: string, nowMs = Date.now()): boolean {
  const [until = '', signature = ''] = proof.split('.');
  if (owner.passwordHash === null || Number(until) * 1000 <= nowMs) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signed(owner, Number(until))));
}

const signed = ({ login, passwordHash }: Owner, until: number): string =>
  createHmac('sha256', passwordHash ?? '')
    .update(`known device ${until} ${login}`)
    .digest('base64url');
