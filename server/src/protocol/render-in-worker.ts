import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ProtocolOptions } from '@open-ballot/shared/protocol/build-protocol';
import type { ProtocolDocument } from '@open-ballot/shared/protocol/document';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import type { RenderedFormat, Rendering } from './rendering.ts';

/** Longer than any real protocol takes; a rendering that does not end must not hold up the others. */
const patience = 120_000;

/** Draws a finished document without holding up the votes that run on this thread. */
export async function renderProtocol(document: ProtocolDocument, format: RenderedFormat): Promise<Buffer> {
  const files = await rendered({ source: { document }, formats: [format] });
  return files[format];
}

/**
 * Builds the protocol of a journal (or the extract of one of its questions) and draws it in each format.
 * Replaying a long journal takes as long as drawing, so both happen beside the main thread.
 */
export function renderJournal<Format extends RenderedFormat>(
  journal: readonly JournalEntry[],
  options: ProtocolOptions & { readonly questionId?: string },
  formats: readonly Format[],
): Promise<Readonly<Record<Format, Buffer>>> {
  const { questionId, ...rest } = options;
  return rendered({
    source: { journal, options: rest, ...(questionId !== undefined && { questionId }) },
    formats,
  });
}

type Files<Format extends RenderedFormat> = Readonly<Record<Format, Buffer>>;

// One after another: the machine's other core belongs to the session.
let queue: Promise<unknown> = Promise.resolve();

function rendered<Format extends RenderedFormat>(
  rendering: Rendering & { readonly formats: readonly Format[] },
): Promise<Files<Format>> {
  const turn = queue.then(() => inWorker(rendering));
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
