import type { ListOf } from '@open-ballot/shared/contract/http';
import { useQueryClient } from '@tanstack/react-query';
import { contestQuery, contestsQuery } from '../../api/queries.ts';
import { get, patch, post, request } from '../../api/client.ts';

export interface AccountSummary {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
}

/** A one-time way in. `link` is the token: it goes into the fragment of the address, and shows only now. */
export interface FreshInvitation {
  readonly link: string;
  readonly expiresAt: string;
}

/** The account of a login in any spelling that the sign-in takes for it. */
export async function accountOf(login: string): Promise<AccountSummary | undefined> {
  const wanted = login.normalize('NFKC').trim().toLowerCase();
  const { items } = await get<ListOf<AccountSummary>>('/accounts');
  return items.find((each) => each.login === wanted);
}
export const createAccount = (account: { readonly login: string; readonly name: string }) =>
  post<FreshInvitation & { readonly accountId: string }>('/accounts', account);
export const issueLink = (accountId: string) => post<FreshInvitation>(`/accounts/${accountId}/link`);
export const signOutEverywhere = (accountId: string) => post<void>(`/accounts/${accountId}/sign-out`);

/** Requests about one contest; each brings what is on screen up to date when it comes back. */
export function useContestRequests(contestId: string) {
  const queries = useQueryClient();
  const at = `/contests/${contestId}`;
  const renewed = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const value = await answer;
    await queries.invalidateQueries({ queryKey: contestQuery(contestId).queryKey });
    void queries.invalidateQueries({ queryKey: contestsQuery.queryKey, exact: true });
    return value;
  };
  return {
    create: <Answer>(path: string, body: unknown) => renewed(post<Answer>(`${at}${path}`, body)),
    change: (path: string, body: unknown) => renewed(patch<unknown>(`${at}${path}`, body)),
    remove: (path: string) => renewed(request<void>('DELETE', `${at}${path}`)),
  };
}

export type ContestRequests = ReturnType<typeof useContestRequests>;
