import { useCallback, useState } from 'react';

/**
 * What a member has begun and not sent: the ballot of a round (`about` is its id), the text of a recusal. Nothing that
 * arrives from elsewhere touches it, and it outlives the closing of the round and a reload of the page. It stays in
 * this tab: on a shared device the next person opens their own.
 */
export function useDraft<Draft>(
  about: string,
  memberId: string,
): [Draft | undefined, (draft: Draft | undefined) => void] {
  const key = keyOf(about, memberId);
  const [draft, setDraft] = useState(() => stored<Draft>(key));
  const keep = useCallback(
    (next: Draft | undefined) => {
      setDraft(next);
      if (next) sessionStorage.setItem(key, JSON.stringify(next));
      else sessionStorage.removeItem(key);
    },
    [key],
  );
  return [draft, keep];
}

const keyOf = (about: string, memberId: string): string => `draft ${memberId} ${about}`;

/** Whether this member has begun to fill in a ballot of this round. */
export const hasDraft = (roundId: string, memberId: string): boolean =>
  sessionStorage.getItem(keyOf(roundId, memberId)) !== null;

function stored<Draft>(key: string): Draft | undefined {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as Draft) : undefined;
}
