import { useQueryClient } from '@tanstack/react-query';
import { contestQuery, contestsQuery } from '../../api/queries.ts';
import { patch, post, request } from '../../api/client.ts';

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
