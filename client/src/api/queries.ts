import type { SeatSignIn } from '@open-ballot/shared/contract/accounts';
import type {
  Contest,
  ContestSummary,
  ListOf,
  Me,
  RulePreset,
  SessionSummary,
} from '@open-ballot/shared/contract/http';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, get, post } from './client.ts';

const unlessSignedOut = async <Answer>(answer: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) return null;
    throw error;
  }
};

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => unlessSignedOut(get<Me>('/me')) });
export const contestsQuery = queryOptions({
  queryKey: ['contests'],
  queryFn: () => get<ListOf<ContestSummary>>('/contests'),
});
export const contestQuery = (contestId: string) =>
  queryOptions({ queryKey: ['contests', contestId], queryFn: () => get<Contest>(`/contests/${contestId}`) });
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => get<ListOf<SessionSummary>>('/sessions'),
});
/** How far the seats with a vote are on the way in; looked at again while people arrive. */
const signInsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', sessionId, 'sign-ins'],
    queryFn: () => get<ListOf<SeatSignIn>>(`/sessions/${sessionId}/sign-ins`),
    refetchInterval: 15_000,
  });
export const presetsQuery = queryOptions({
  queryKey: ['presets'],
  queryFn: () => get<ListOf<RulePreset>>('/presets'),
  staleTime: Infinity,
});

/** Who is signed in here; null: nobody. */
export const useMe = () => useQuery(meQuery);
export const useContests = () => useQuery(contestsQuery);
export const useContest = (contestId: string) => useQuery(contestQuery(contestId));
export const useSessions = () => useQuery(sessionsQuery);
export const useSignIns = (sessionId: string) => useQuery(signInsQuery(sessionId));
export const usePresets = () => useQuery(presetsQuery);

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

function useEntrance<Proof>(signIn: (proof: Proof) => Promise<Me>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    // What one person may see is not what the next one may.
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
    },
  });
}

export const useSignIn = () => useEntrance((credentials: Credentials) => post<Me>('/sign-in', credentials));

/** Redeems a one-time link. The token came in the fragment, which no server log and no messenger's preview sees. */
export const useSignInByLink = () => useEntrance((token: string) => post<Me>('/sign-in/link', { token }));

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => post<void>('/sign-out'),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, null);
    },
  });
}
