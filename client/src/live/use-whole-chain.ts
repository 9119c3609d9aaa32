import { useEffect } from 'react';
import { useLiveSession } from './use-session.ts';

/** Recomputes the chain from its first entry while the screen is shown. */
export function useWholeChain(): void {
  const live = useLiveSession();
  useEffect(() => void live.checkWholeChain(), [live]);
}
