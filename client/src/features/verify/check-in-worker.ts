import { useEffect, useRef } from 'react';
import type { Checked } from './check-journal.ts';

export type CheckText = (text: string, head: string | undefined) => Promise<Checked>;

const freshWorker = () => new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });

/**
 * Recounts beside the page, so that it stays alive. The worker is fetched when the page opens: from then on no
 * network is needed. A check rejects when the worker breaks, e.g. out of memory; the next one gets a new worker.
 */
export function useWorkerCheck(): CheckText {
  const worker = useRef<Worker>(undefined);
  useEffect(() => {
    worker.current ??= freshWorker();
    return () => {
      worker.current?.terminate();
      worker.current = undefined;
    };
  }, []);
  return async (text, head) => {
    // The file before was given up: what is still being counted is nobody's concern.
    const checking = (worker.current ??= freshWorker());
    try {
      return await new Promise<Checked>((resolve, reject) => {
        checking.onmessage = ({ data }: MessageEvent<Checked>) => resolve(data);
        checking.onerror = ({ message }) => reject(new Error(message));
        checking.postMessage({ text, head });
      });
    } catch (error) {
      checking.terminate();
      worker.current = undefined;
      throw error;
    }
  };
}
