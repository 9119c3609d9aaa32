import type { ProblemDetails } from '@open-ballot/shared/contract/http';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { useProblemText } from '../../text/problem-text.ts';

export interface DownloadControl {
  /** Fetches a file under `/api` and hands it to the browser to keep. */
  readonly start: (path: string, name: string) => void;
  /** The file on its way; `share` from 0 to 1 once its length is known. */
  readonly running: { readonly name: string; readonly share: number | undefined } | undefined;
  readonly failed: { readonly name: string; readonly problem: string } | undefined;
}

/** Downloads with progress and with their errors in words, which an ordinary link would show as a page of JSON. */
export function useDownload(): DownloadControl {
  const problemText = useProblemText();
  const [running, setRunning] = useState<DownloadControl['running']>();
  const [failed, setFailed] = useState<DownloadControl['failed']>();
  const latest = useRef(0);
  const start = async (path: string, name: string) => {
    latest.current += 1;
    const own = latest.current;
    // Of several at once the last one is shown, whichever ends first.
    const show = (now: DownloadControl['running']) => own === latest.current && setRunning(now);
    setFailed(undefined);
    show({ name, share: undefined });
    try {
      keep(await fetched(path, (share) => show({ name, share })));
    } catch (error) {
      setFailed({ name, problem: problemText(error as Error) });
    } finally {
      show(undefined);
    }
  };
  return { start: (path, name) => void start(path, name), running, failed };
}

interface FetchedFile {
  readonly name: string;
  readonly bytes: Blob;
}

async function fetched(path: string, onProgress: (share: number | undefined) => void): Promise<FetchedFile> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin' }).catch(() => {
    throw new ApiProblem({ type: 'about:blank', title: 'unreachable', status: 0, code: 'unreachable' });
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  const total = Number(response.headers.get('content-length') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    parts.push(step.value);
    received += step.value.length;
    onProgress(total > 0 ? received / total : undefined);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return {
    name: fileNameIn(response) ?? path.split('/').at(-1) ?? 'protocol',
    bytes: new Blob(parts, { type }),
  };
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  const problem = (await response.json().catch(() => undefined)) as ProblemDetails | undefined;
  return problem?.code
    ? problem
    : { type: 'about:blank', title: response.statusText, status: response.status, code: 'failed' };
}

function fileNameIn(response: Response): string | undefined {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/i.exec(disposition)?.[1];
}

function keep({ name, bytes }: FetchedFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
