import { useEffect, useRef } from 'react';
import type { Examined } from './examine-file.ts';

export type ExamineFile = (file: File, head: string | undefined) => Promise<Examined>;

const freshWorker = () => new Worker(new URL('./examine-worker.ts', import.meta.url), { type: 'module' });

/**
 * Reads and recounts beside the page, so that it stays alive. The worker is fetched when the page opens: from then
 * on no network is needed for it. An examination fails when the worker breaks, e.g. out of memory; the next one
 * gets a new worker.
 */
export function useWorkerExamination(): ExamineFile {
  const worker = useRef<Worker>(undefined);
  useEffect(() => {
    worker.current ??= freshWorker();
    return () => {
      worker.current?.terminate();
      worker.current = undefined;
    };
  }, []);
  return async (file, head) => {
    const examining = (worker.current ??= freshWorker());
    // An answer of its own: what is still being counted of a file that was given up must not be taken for this one's.
    const { port1: answer, port2 } = new MessageChannel();
    try {
      return await new Promise<Examined>((resolve, reject) => {
        answer.onmessage = ({ data }: MessageEvent<Examined>) => resolve(data);
        examining.onerror = ({ message }) => reject(new Error(message));
        examining.postMessage({ file, head }, [port2]);
      });
    } catch {
      examining.terminate();
      worker.current = undefined;
      return { outcome: 'failed' };
    } finally {
      answer.close();
    }
  };
}
