import type { Account } from './account.ts';

/** A sign-in that has just begun: the only moment at which its token is known here. */
export interface FreshSignIn {
  readonly account: Account;
  readonly token: string;
  readonly lastsMs: number;
  /** Where a password was typed: by what this browser is known from now on. */
  readonly deviceProof?: string;
}
