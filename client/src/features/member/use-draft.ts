import type { Ballot } from '@open-ballot/shared/rules/session';
import { useCallback, useState } from 'react';

/**
 * The unfinished ballot of a round. Nothing that arrives from elsewhere touches it, and it outlives a reload of the
 * page. It stays in this tab: on a shared device the next person opens their own.
 */
export function useDraft(
  roundId: string,
  memberId: string,
): [Ballot | undefined, (draft: Ballot | undefined) => void] {
  const key = keyOf(roundId, memberId);
  const [draft, setDraft] = useState(() => stored(key));
  const keep = useCallback(
    (next: Ballot | undefined) => {
      setDraft(next);
      if (next) sessionStorage.setItem(key, JSON.stringify(next));
      else sessionStorage.removeItem(key);
    },
    [key],
  );
  return [draft, keep];
}

const keyOf = (roundId: string, memberId: string): string => `draft ${memberId} ${roundId}`;

/** Whether this member has begun to fill in a ballot of this round. */
export const hasDraft = (roundId: string, memberId: string): boolean =>
  sessionStorage.getItem(keyOf(roundId, memberId)) !== null;

function stored(key: string): Ballot | undefined {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as Ballot) : undefined;
}
