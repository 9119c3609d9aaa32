import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RenderedFormat, Rendering, RenderingOptions } from './rendering.ts';

/** Longer than any real protocol takes; a rendering that does not end must not hold up the others. */
const patience = 120_000;

// One after another: the machine's other core belongs to the session.
let queue: Promise<unknown> = Promise.resolve();

type Files<Format extends RenderedFormat> = Readonly<Record<Format, Buffer>>;

/**
 * Builds the protocol of a journal (or the extract of one of its questions) and draws it in each format.
 * Replaying a long journal takes as long as drawing, so both happen beside the main thread.
 */
export function renderJournal<Format extends RenderedFormat>(
  journal: readonly string[],
  options: RenderingOptions,
  formats: readonly Format[],
): Promise<Files<Format>> {
  const turn = queue.then(() => inWorker({ journal, options, formats }));
  queue = turn.catch(() => undefined);
  return turn as Promise<Files<Format>>;
}

function inWorker(rendering: Rendering): Promise<Partial<Record<RenderedFormat, Buffer>>> {
  return new Promise((resolve, reject) => {
    const worker = start(rendering);
    const timer = setTimeout(() => {
      reject(new RenderingTimeout());
      void worker.terminate();
    }, patience);
    worker.once('message', (files: Partial<Record<RenderedFormat, Uint8Array>>) => {
      resolve(
        Object.fromEntries(Object.entries(files).map(([format, bytes]) => [format, Buffer.from(bytes)])),
      );
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the rendering thread ended with code ${code} before it answered`));
    });
  });
}

export class RenderingTimeout extends Error {
  override readonly name = 'RenderingTimeout';
  constructor() {
    super(`a protocol was not drawn within ${patience} ms`);
  }
}

/** Run from source (tests), a thread cannot read TypeScript by itself: a loader beside the tests teaches it. */
function start(rendering: Rendering): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts'))
    return new Worker(new URL('./protocol-worker.js', here), { workerData: rendering });
  const loader = fileURLToPath(new URL('../testing/typescript-in-worker.mjs', here));
  return new Worker(fileURLToPath(new URL('./protocol-worker.ts', here)), {
    workerData: rendering,
    execArgv: ['--import', loader, '--conditions', '@open-ballot/source'],
  });
}
