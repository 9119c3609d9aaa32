import type { Checked } from './check-journal.ts';

export type CheckText = (text: string, head: string | undefined) => Promise<Checked>;

/** Recounts beside the page, so that it stays alive. Rejects when the worker breaks, e.g. out of memory. */
export const checkInWorker: CheckText = (text, head) => {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Checked>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Checked>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ text, head });
  }).finally(() => worker.terminate());
};
