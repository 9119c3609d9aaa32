import {
  type AccountSummary,
  type AuditAct,
  type AuditEntry,
  auditPage,
  type ContestSecretary,
} from '@open-ballot/shared/contract/accounts';
import type { ListOf } from '@open-ballot/shared/contract/http';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, post, request } from '../../api/client.ts';

const room = 'administration';

export const useAccounts = () =>
  useQuery({ queryKey: [room, 'accounts'], queryFn: () => get<ListOf<AccountSummary>>('/accounts') });

export const useSecretaries = (contestId: string) =>
  useQuery({
    queryKey: [room, 'secretaries', contestId],
    queryFn: () => get<ListOf<ContestSecretary>>(`/contests/${contestId}/secretaries`),
  });

/** What was done, the newest first, page by page. */
export const useAudit = (act: AuditAct | undefined) =>
  useInfiniteQuery({
    queryKey: [room, 'audit', act],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({
        ...(act && { act }),
        ...(pageParam !== undefined && { before: String(pageParam) }),
      });
      return get<ListOf<AuditEntry>>(`/audit?${asked}`);
    },
    getNextPageParam: ({ items }) => (items.length < auditPage ? undefined : items.at(-1)?.id),
  });

/** A one-time link that has just been made. */
export interface FreshLink {
  readonly link: string;
  /** UTC moment. */
  readonly expiresAt: string;
}

/** What administrators do; each act brings up to date what is on screen of all of it, the list of acts too. */
export function useAdministration() {
  const queries = useQueryClient();
  const renewed = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const value = await answer;
    await queries.invalidateQueries({ queryKey: [room] });
    return value;
  };
  const secretary = (method: 'PUT' | 'DELETE') => (contestId: string, accountId: string) =>
    renewed(request<void>(method, `/contests/${contestId}/secretaries/${accountId}`));
  return {
    create: (account: unknown) => renewed(post<FreshLink>('/accounts', account)),
    change: (accountId: string, changes: unknown) => renewed(patch<void>(`/accounts/${accountId}`, changes)),
    giveLink: (accountId: string) => renewed(post<FreshLink>(`/accounts/${accountId}/link`)),
    signOut: (accountId: string) => renewed(post<void>(`/accounts/${accountId}/sign-out`)),
    name: secretary('PUT'),
    dismiss: secretary('DELETE'),
  };
}
