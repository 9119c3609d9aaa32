import type { IssuedFile, IssuedFiles } from '@open-ballot/shared/contract/http';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

/** Nothing but the digest leaves this browser. Asked anew each time: a version may have been replaced meanwhile. */
const issuedFilesQuery = (sha256: string) =>
  queryOptions({
    queryKey: ['issued-files', sha256],
    queryFn: () => get<IssuedFiles>(`/issued-files/${sha256}`),
    select: ({ found }) => together(found),
    staleTime: 0,
    // Whoever waits for an answer is told at once that there is none, and asks again by a button.
    retry: false,
    networkMode: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useIssuedFiles = (sha256: string) => useQuery(issuedFilesQuery(sha256));

/** What a file is in one session, the last version first told, and all versions it is the same in. */
export type Recognised = IssuedFile & { readonly versions: readonly number[] };

function together(found: readonly IssuedFile[]): Recognised[] {
  const groups = new Map<string, Recognised>();
  for (const file of found) {
    const key = [file.sessionId, file.kind, file.kind === 'protocol' && file.format].join(' ');
    groups.set(key, { ...file, versions: [...(groups.get(key)?.versions ?? []), file.version] });
  }
  return [...groups.values()];
}
