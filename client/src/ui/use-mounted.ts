import { useCallback, useEffect, useRef } from 'react';

/** Tells an answer that came late whether who asked is still on the screen. */
export function useMounted(): () => boolean {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return useCallback(() => mounted.current, []);
}
