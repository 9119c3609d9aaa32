import type { Me } from '@open-ballot/shared/contract/http';
import { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';

export const aSecretary: Me = {
  accountId: 'account-1',
  login: 'secretary',
  name: 'Секретарь',
  roles: ['secretary'],
  secretaryOf: ['contest-1'],
  seats: [],
};

/** What a browser knows in which this person has signed in; null for somebody who has not. */
export function signedInAs(who: Me | null): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queries.setQueryData(meQuery.queryKey, who);
  return queries;
}
