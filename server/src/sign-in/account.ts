import type { AccountRole } from '@open-ballot/shared/contract/http';

/** Who is calling, as settled at sign-in (rule 8.6). */
export interface Account {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
}

export const isSecretary = (account: Account | undefined): boolean =>
  account?.roles.includes('secretary') ?? false;

/** One spelling for what a person may type in several. Not left to the database, whose lower() knows no Cyrillic here. */
export const normalLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
