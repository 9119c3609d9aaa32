import { useRef, useState } from 'react';
import type { Examined } from './examine-file.ts';
import type { ExamineFile } from './examine-in-worker.ts';

/** Each is asked of the server, so that dropping a whole disk must not become thousands of requests. */
export const mostAtOnce = 50;

export interface ExaminedFile {
  readonly name: string;
  readonly size: number;
  readonly examined: Examined;
}

export type VerifyState =
  | { readonly step: 'waiting' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'checked'; readonly files: readonly ExaminedFile[]; readonly leftOut: number };

export interface VerificationControl {
  readonly state: VerifyState;
  /** Undefined: no head is known. */
  readonly check: (files: readonly File[], head: string | undefined) => Promise<void>;
  readonly restart: () => void;
}

export function useVerification(examine: ExamineFile): VerificationControl {
  const [state, setState] = useState<VerifyState>({ step: 'waiting' });
  const latest = useRef<readonly File[]>(undefined);
  return {
    state,
    check: async (dropped, head) => {
      latest.current = dropped;
      const files: ExaminedFile[] = [];
      for (const file of dropped.slice(0, mostAtOnce)) {
        const { name, size } = file;
        setState({ step: 'checking', name });
        files.push({ name, size, examined: await examine(file, head) });
        // Somebody who drops further files wants to hear of those.
        if (latest.current !== dropped) return;
      }
      setState({ step: 'checked', files, leftOut: dropped.length - files.length });
    },
    restart: () => {
      latest.current = undefined;
      setState({ step: 'waiting' });
    },
  };
}
