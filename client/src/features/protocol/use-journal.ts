import type { ExportedJournal } from '@open-ballot/shared/verifier/parse-journal';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { useLive, useLiveSession } from '../../live/use-session.ts';

/**
 * The whole journal as this viewer may see it, from its export. Fetched once; `newer` says how many entries came
 * after, and refreshing is the reader's choice: a page that one is reading does not jump.
 */
export function useJournal(enabled: boolean) {
  const { sessionId } = useLiveSession();
  const { position } = useLive();
  const query = useQuery({
    queryKey: ['journal', sessionId],
    queryFn: () => get<ExportedJournal>(`/sessions/${sessionId}/journal.json`),
    enabled,
    staleTime: Infinity,
    gcTime: 0,
  });
  const through = query.data?.entries.at(-1)?.position ?? position;
  return { ...query, newer: Math.max(0, position - through) };
}
