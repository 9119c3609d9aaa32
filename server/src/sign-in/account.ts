import type { AccountRole } from '@open-ballot/shared/contract/accounts';

/** Who is calling, as settled at sign-in (rule 8.6). */
export interface Account {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  /** Ids of the contests whose secretary this is (rule 18.1). */
  readonly secretaryOf: readonly string[];
  /** Everybody knows its password, so it has no part in a contest that is no rehearsal. */
  readonly rehearsalOnly: boolean;
}

export const isSecretaryOf = (account: Account | undefined, contestId: string): boolean =>
  account?.secretaryOf.includes(contestId) ?? false;

/** Of whatever contest, or with the right to make one. */
export const isSomeSecretary = ({ roles, secretaryOf }: Account): boolean =>
  roles.includes('secretary') || secretaryOf.length > 0;

export const isAdministrator = (account: Account | undefined): boolean =>
  account?.roles.includes('administrator') ?? false;

/** One spelling for what a person may type in several. Not left to the database, whose lower() knows no Cyrillic here. */
export const normalLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
