import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

/** Work of one kind that is done beside the main thread. */
export interface ThreadOptions {
  /** `import.meta.url` of the file beside which the work lies. */
  readonly beside: string;
  /** The file that does the work, without its ending. It reads `workerData` and posts one answer. */
  readonly file: string;
  /** Longer than honest work takes; one piece that does not end must not hold up the others. */
  readonly patienceMs: number;
  readonly resourceLimits?: ResourceLimits;
}

/** The work did not end in its time, or in its memory. */
export class ThreadExhausted extends Error {
  override readonly name = 'ThreadExhausted';

  constructor(
    file: string,
    readonly ran: 'out-of-time' | 'out-of-memory',
  ) {
    super(`the thread of ${file} ran ${ran.replaceAll('-', ' ')}`);
  }
}

/** A queue for one kind of work: one piece after another, for the machine's other core belongs to the session. */
export function thread<Asked, Answer>(options: ThreadOptions): (asked: Asked) => Promise<Answer> {
  let queue: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const turn = queue.then(() => inThread<Answer>(options, asked));
    queue = turn.catch(() => undefined);
    return turn;
  };
}

function inThread<Answer>(options: ThreadOptions, asked: unknown): Promise<Answer> {
  const { file, patienceMs } = options;
  return new Promise((resolve, reject) => {
    const worker = start(options, asked);
    const timer = setTimeout(() => {
      reject(new ThreadExhausted(file, 'out-of-time'));
      void worker.terminate();
    }, patienceMs);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadExhausted(file, 'out-of-memory') : error),
    );
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread of ${file} ended with code ${code} before it answered`));
    });
  });
}

/** Run from source (tests), a thread cannot read TypeScript by itself: a loader beside the tests teaches it. */
function start({ beside, file, resourceLimits }: ThreadOptions, workerData: unknown): Worker {
  const options = { workerData, ...(resourceLimits && { resourceLimits }) };
  if (!beside.endsWith('.ts')) return new Worker(new URL(`${file}.js`, beside), options);
  const loader = fileURLToPath(new URL('../testing/typescript-in-worker.mjs', import.meta.url));
  return new Worker(fileURLToPath(new URL(`${file}.ts`, beside)), {
    ...options,
    execArgv: ['--import', loader, '--conditions', '@open-ballot/source'],
  });
}
