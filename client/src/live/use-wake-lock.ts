import { useEffect } from 'react';

/** Keeps the screen awake while shown, where the browser can (it cannot on plain http). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // A browser saving its battery refuses; the hall then works as before, only the screen may dim.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (gone) void lock?.release();
    };
    const holdAgain = () => void hold();
    // The browser lets go of the lock whenever the page is hidden.
    document.addEventListener('visibilitychange', holdAgain);
    void hold();
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', holdAgain);
      void lock?.release();
    };
  }, []);
}
